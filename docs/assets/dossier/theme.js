/* What Material for MkDocs 9 has in partials/javascripts/base.html as an inline script: where it keeps the reader's choices. */
(() => {
  "use strict";
  window.__md_scope = new URL(document.currentScript.dataset.base, location);
  window.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
  window.__md_get = (name, store = localStorage, scope = window.__md_scope) =>
    JSON.parse(store.getItem(`${scope.pathname}.${name}`));
  window.__md_set = (name, value, store = localStorage, scope = window.__md_scope) => {
    try {
      store.setItem(`${scope.pathname}.${name}`, JSON.stringify(value));
    } catch {
      /* A browser that keeps nothing shows the page as the system has it. */
    }
  };
})();

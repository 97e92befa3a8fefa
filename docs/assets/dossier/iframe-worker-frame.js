/* In the hidden frame: what a worker's script expects to find. See iframe-worker.js. */
(() => {
  "use strict";
  window.postMessage = (data) => window.parent.postMessage(data, "*");
  window.importScripts = (...urls) => urls.reduce((before, src) => before.then(() => new Promise((loaded, failed) => {
    document.body.append(Object.assign(document.createElement("script"), { src, onload: loaded, onerror: failed }));
  })), Promise.resolve());
})();

/* From a folder on the disk, browsers run no workers: the search's then runs in a hidden frame. The frame loads files
   alone and holds no inline script, as the content security policy asks. Its other half is iframe-worker-frame.js. */
(() => {
  "use strict";
  if (location.protocol !== "file:") return;
  const half = new URL("iframe-worker-frame.js", document.currentScript.src).href;

  window.Worker = class extends EventTarget {
    #frame = Object.assign(document.createElement("iframe"), { hidden: true, title: "Search" });

    #ready;

    constructor(url) {
      super();
      document.body.append(this.#frame);
      const inner = this.#frame.contentDocument;
      inner.open();
      inner.write("<!doctype html><html lang=en><title>Search</title><body></body></html>");
      inner.close();
      this.#ready = [half, String(url)].reduce((before, src) => before.then(() => new Promise((loaded, failed) => {
        const script = Object.assign(inner.createElement("script"), { src, onload: loaded, onerror: failed });
        inner.body.append(script);
      })), Promise.resolve());
      window.addEventListener("message", (event) => {
        if (event.source !== this.#frame.contentWindow) return;
        const told = new MessageEvent("message", { data: event.data });
        this.dispatchEvent(told);
        this.onmessage?.(told);
      });
    }

    postMessage(data) {
      this.#ready.then(() => {
        this.#frame.contentWindow.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
      });
    }

    terminate() {
      this.#frame.remove();
    }
  };
})();

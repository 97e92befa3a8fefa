/* What pictures gain where scripts run: whom an actor is linked with lights up, and a large picture can be drawn nearer.
   Only pages with pictures load it; without it they are the same pictures, with the same links. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /* An actor that is pointed at or focused stands out, with its arrows and those at their other ends. */
  const light = (picture, node) => {
    all(".d-lit", picture).forEach((part) => part.classList.remove("d-lit"));
    picture.classList.toggle("d-near", Boolean(node));
    if (!node) return;
    const number = node.dataset.node;
    const arrows = all("[data-ends]", picture).filter((arrow) => arrow.dataset.ends.split(" ").includes(number));
    const near = new Set([number, ...arrows.flatMap((arrow) => arrow.dataset.ends.split(" "))]);
    [...arrows, ...all("[data-node]", picture).filter((other) => near.has(other.dataset.node))]
      .forEach((part) => part.classList.add("d-lit"));
  };
  for (const picture of all(".d-graph")) {
    const nodeOf = (event) => event.target.closest?.("[data-node]");
    picture.addEventListener("pointerover", (event) => light(picture, nodeOf(event)));
    picture.addEventListener("pointerleave", () => light(picture, null));
    picture.addEventListener("focusin", (event) => light(picture, nodeOf(event)));
    picture.addEventListener("focusout", () => light(picture, null));
  }

  /* Nearer and farther: by buttons, by + and -, by the wheel with Ctrl; then dragged, or moved with the arrow keys. */
  const CLOSEST = 6;
  const CROWDED = 10; // Fewer things than this can be told apart as they are.
  const between = (low, value, high) => Math.min(high, Math.max(low, value));
  const zoomable = (picture) => {
    const whole = picture.viewBox.baseVal;
    const { width, height } = whole;
    let scale = 1;
    let x = 0;
    let y = 0;
    const button = (text, label, act) => {
      const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
      made.setAttribute("aria-label", label);
      made.addEventListener("click", act);
      return made;
    };
    const show = () => {
      x = between(0, x, width - width / scale);
      y = between(0, y, height - height / scale);
      picture.setAttribute("viewBox", [x, y, width / scale, height / scale].map((n) => n.toFixed(2)).join(" "));
      picture.classList.toggle("d-zoomed", scale > 1);
      nearer.disabled = scale >= CLOSEST;
      farther.disabled = scale <= 1;
      reset.disabled = scale <= 1;
    };
    const centre = () => [x + width / scale / 2, y + height / scale / 2];
    /* The point stays where it is on the screen. */
    const zoom = (factor, [atX, atY] = centre()) => {
      const next = between(1, scale * factor, CLOSEST);
      x = atX - (atX - x) * scale / next;
      y = atY - (atY - y) * scale / next;
      scale = next;
      show();
    };
    const move = (right, down) => {
      x += right * width / scale;
      y += down * height / scale;
      show();
    };
    const nearer = button("+", "Nearer", () => zoom(1.5));
    const farther = button("−", "Farther", () => zoom(1 / 1.5));
    const reset = button("Whole", "Whole picture", () => zoom(1 / CLOSEST));
    const bar = document.createElement("div");
    bar.className = "d-zoom";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Size of the picture");
    bar.append(nearer, farther, reset);
    picture.before(bar);
    show();

    const keys = {
      "+": () => zoom(1.5),
      "=": () => zoom(1.5),
      "-": () => zoom(1 / 1.5),
      0: () => zoom(1 / CLOSEST),
      ArrowLeft: () => move(-0.2, 0),
      ArrowRight: () => move(0.2, 0),
      ArrowUp: () => move(0, -0.2),
      ArrowDown: () => move(0, 0.2),
    };
    const onKey = (event) => {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.startsWith("Arrow") && scale === 1) return;
      event.preventDefault();
      act();
    };
    bar.addEventListener("keydown", onKey);
    picture.addEventListener("keydown", onKey);
    picture.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return; // The wheel alone scrolls the page.
      event.preventDefault();
      const box = picture.getBoundingClientRect();
      const at = [
        x + (event.clientX - box.left) / box.width * width / scale,
        y + (event.clientY - box.top) / box.height * height / scale,
      ];
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, at);
    }, { passive: false });
    // What is focused with the keyboard is brought into sight.
    picture.addEventListener("focusin", (event) => {
      if (scale === 1 || !event.target.matches(":focus-visible")) return;
      const { x: left, y: top, width: wide, height: high } = event.target.getBBox();
      x = left + wide / 2 - width / scale / 2;
      y = top + high / 2 - height / scale / 2;
      show();
    });

    let from = null;
    let dragged = false;
    picture.addEventListener("pointerdown", (event) => {
      dragged = false;
      if (scale > 1 && event.button === 0) from = { left: event.clientX, top: event.clientY, x, y };
    });
    picture.addEventListener("pointermove", (event) => {
      if (!from) return;
      const [right, down] = [event.clientX - from.left, event.clientY - from.top];
      if (!dragged && Math.hypot(right, down) < 4) return;
      if (!dragged) picture.setPointerCapture(event.pointerId);
      dragged = true;
      picture.classList.add("d-dragged");
      const box = picture.getBoundingClientRect();
      x = from.x - right / box.width * width / scale;
      y = from.y - down / box.height * height / scale;
      show();
    });
    const drop = () => {
      from = null;
      picture.classList.remove("d-dragged");
    };
    picture.addEventListener("pointerup", drop);
    picture.addEventListener("pointercancel", drop);
    picture.addEventListener("dragstart", (event) => event.preventDefault());
    // A drag that ends on a name is no click on it.
    picture.addEventListener("click", (event) => {
      if (dragged) event.preventDefault();
      dragged = false;
    }, true);
  };
  all(".d-graph, .d-map").filter((picture) => all("a", picture).length > CROWDED).forEach(zoomable);
})();

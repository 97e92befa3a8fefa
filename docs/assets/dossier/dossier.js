/* What the pages gain where scripts run; without them everything can still be read. No dependency, no request. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text ?? "" });

  /* Citations: the words, speaker, publisher and date in a card, on hover, focus and the first tap. */
  const card = make("div", "d-card");
  card.id = "d-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);
  let shown = null;
  let leaving = 0;
  let touch = false;

  const hide = () => {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  };
  const show = (link) => {
    clearTimeout(leaving);
    if (shown === link) return;
    hide();
    if (link.title) {
      link.dataset.card = link.title;
      link.removeAttribute("title");
    }
    const [words, who] = link.dataset.card.split("\n");
    card.replaceChildren(make("span", who === undefined ? "d-card-who" : "d-card-words", words));
    if (who !== undefined) card.append(make("span", "d-card-who", who));
    if (touch) card.append(make("span", "d-card-tap", "Tap again to go to the source"));
    card.hidden = false;
    const at = link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 12;
    const above = at.bottom + card.offsetHeight + 12 > window.innerHeight && at.top > card.offsetHeight + 12;
    card.style.left = `${Math.max(12, Math.min(at.left, room)) + window.scrollX}px`;
    card.style.top = `${(above ? at.top - card.offsetHeight - 6 : at.bottom + 6) + window.scrollY}px`;
    link.setAttribute("aria-describedby", card.id);
    shown = link;
  };
  /* Names of actors have a card as well, of who it is; a tap on one goes to its page at once. */
  const named = "a.d-c, article a[title]:not(.headerlink), article a[data-card]";
  const cited = (event) => event.target.closest?.(touch ? "a.d-c" : named);
  document.addEventListener("pointerdown", (event) => { touch = event.pointerType === "touch"; }, true);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (cited(event)) show(cited(event));
    else if (card.contains(event.target)) clearTimeout(leaving);
    else if (shown && shown !== document.activeElement) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 160);
    }
  });
  document.addEventListener("focusin", (event) => {
    if (touch) return;
    if (cited(event)) show(cited(event));
    else hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => {
    const link = cited(event);
    if (touch && link && link !== shown) {
      event.preventDefault();
      show(link);
    } else if (!link && !card.contains(event.target)) hide();
  }, true);

  /* What the theme leaves out: a name for its search dialog, and the tab of a page that lies deeper than its index. */
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
  const tab = document.querySelector(".md-tabs__item--active") ?? all(".md-tabs__link").slice(1)
    .find((link) => location.href.startsWith(link.href.replace(/index\.html$/, "")))?.parentElement;
  tab?.classList.add("md-tabs__item--active");

  /* Tables: a class keeps the theme from wrapping them again; wide ones can be scrolled with the keyboard. */
  const narrow = matchMedia("(max-width: 44.98em)");
  const label = (table) => {
    const labels = all("thead th", table).map((header) => header.textContent.trim());
    for (const row of all("tbody tr", table)) {
      [...row.cells].forEach((cell, column) => { cell.dataset.label = labels[column] ?? ""; });
    }
  };
  const boxes = all(".d-table");
  const nameOf = (box) => {
    const heading = all("article :is(h1, h2)")
      .findLast((one) => one.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
    const nth = boxes.length > 1 ? ` ${boxes.indexOf(box) + 1}` : ""; // No two regions of a page have one name.
    return `Table${nth}, ${heading?.firstChild.textContent.trim() ?? ""}: scrolls sideways`;
  };
  const watch = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    const wide = target.scrollWidth > target.clientWidth + 1;
    if (!wide) return ["tabindex", "role", "aria-label"].forEach((name) => target.removeAttribute(name));
    target.tabIndex = 0;
    target.setAttribute("role", "region");
    target.setAttribute("aria-label", nameOf(target));
  }));
  for (const box of boxes) {
    for (const table of all("table", box)) {
      table.classList.add("d-t");
    }
    watch.observe(box);
  }
  // Cells name their columns where tables stand as cards; on a wide page it would only cost.
  const labelAll = () => all(":is(.d-corr, .d-wide) table").forEach(label);
  if (narrow.matches) labelAll();
  else narrow.addEventListener("change", labelAll, { once: true });

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.querySelector("[data-k]")?.dataset.k ?? cell.textContent.trim();
  };
  const compare = (one, other) => {
    const numbers = [one, other].map((text) => Number(text.replaceAll(",", "")));
    if (one !== "" && other !== "" && numbers.every(Number.isFinite)) return numbers[0] - numbers[1];
    return one.localeCompare(other, "en", { numeric: true });
  };
  /* What is chosen on a page, filters and orders, stands in its address, so that it can be sent to a colleague. An address
     without "=" leads to a place on the page, and chooses nothing. */
  const takers = [];
  const chosen = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  const choose = (choices) => {
    const told = chosen();
    for (const [name, value] of choices) {
      if (value) told.set(name, value);
      else told.delete(name);
    }
    history.replaceState(null, "", `${location.pathname}${location.search}${told.size ? `#${told}` : ""}`);
  };
  const onChosen = (take) => {
    takers.push(take);
    if (chosen().size) take(chosen());
  };
  window.addEventListener("hashchange", () => {
    if (!location.hash || chosen().size) takers.forEach((take) => take(chosen()));
  });

  const order = (table, column, way) => {
    const headers = all("thead th", table);
    headers.forEach((header) => header.removeAttribute("aria-sort"));
    headers[column].setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
    const body = table.tBodies[0];
    const keyed = [...body.rows].map((row) => [key(row, column), row]);
    keyed.sort((one, other) => way * compare(one[0], other[0]));
    body.append(...keyed.map(([, row]) => row));
  };
  all(".d-sortable table").forEach((table, number) => {
    const name = number ? `sort ${number + 1}` : "sort";
    const headers = all("thead th", table);
    const columns = headers.map((header) => header.textContent.trim());
    const rows = [...table.tBodies[0].rows];
    headers.forEach((header, column) => {
      const button = make("button", "");
      button.type = "button";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        const down = header.getAttribute("aria-sort") === "ascending";
        order(table, column, down ? -1 : 1);
        choose([[name, `${down ? "-" : ""}${columns[column]}`]]);
      });
    });
    onChosen((told) => {
      const wanted = told.get(name) ?? "";
      const column = columns.indexOf(wanted.replace(/^-/, ""));
      if (wanted && column >= 0) order(table, column, wanted.startsWith("-") ? -1 : 1);
      else if (headers.some((header) => header.hasAttribute("aria-sort"))) {
        headers.forEach((header) => header.removeAttribute("aria-sort"));
        table.tBodies[0].append(...rows);
      }
    });
  });

  /* Filters of a table: by words anywhere in a row, and by the values of the columns that `data-facets` numbers. */
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const valuesOf = (cell) => {
    const parts = all("a, [data-value], [data-k]", cell);
    const month = (part) => part.dataset.k?.slice(0, "2024-11".length); // A day would be a list too long to choose from.
    return (parts.length ? parts : [cell])
      .map((part) => part.dataset.value ?? month(part) ?? part.textContent.trim()).filter(Boolean);
  };
  const labelled = (name, control) => {
    const label = make("label", "", `${name} `);
    label.append(control);
    return label;
  };
  const facet = (box, held, column) => {
    const header = box.querySelectorAll("thead th")[column];
    const name = header.textContent.trim();
    const rows = held.map((row) => [row, valuesOf(row.cells[column])]);
    const select = make("select", "");
    const known = [...new Set(rows.flatMap(([, values]) => values))].sort((one, other) => one.localeCompare(other, "en"));
    select.append(new Option("all", ""), ...known.map((value) => new Option(value, value)));
    const values = new Map(rows);
    return { name, control: select, fits: (row) => !select.value || values.get(row).includes(select.value) };
  };
  const wording = (box, held) => {
    const words = new Map(held.map((row) => {
      const text = plain([row.textContent, ...all("[data-terms]", row).map((part) => part.dataset.terms)].join(" "));
      return [row, `${text} ${text.replaceAll("-", "")}`];
    }));
    const input = Object.assign(make("input", ""), { type: "search" });
    const fits = (row) => plain(input.value).split(/\s+/).filter(Boolean).every((word) => words.get(row).includes(word));
    return { name: box.dataset.filter, control: input, fits };
  };
  /* The register's older claims are scripts with words alone, of which rows like those on the page are made. */
  const loaded = (src) => new Promise((done, failed) => {
    document.head.append(Object.assign(make("script", ""), { src, onload: done, onerror: failed }));
  });
  const linkTo = ([text, href, about], className = "") => {
    if (!href) return text;
    return Object.assign(make("a", className, text), about ? { href, title: about } : { href });
  };
  const valued = (name, value, ...parts) => {
    const span = make("span", "");
    span.dataset[name] = value;
    span.append(...parts);
    return span;
  };
  const between = (parts, mark) => parts.flatMap((part, n) => (n ? [mark, part] : [part]));
  const rowOf = ([label, href, who, verb, words, sort, day, edtf, reported, publisher, [stance, look], form, topics, terms]) => {
    const said = sort === "quoted" ? `“${words}”` : words;
    const about = [who.map(([text]) => text).join(", "), form, look === "sure" ? "" : stance, publisher, day];
    const notes = (text) => make("span", "d-notes", text);
    const when = day ? [valued("k", edtf, ...(reported ? [notes("reported"), " "] : []), make("span", "d-day", day))] : ["–"];
    const own = Object.assign(make("span", "d-own", "in the article’s own voice"));
    own.dataset.value = "the article itself";
    const row = make("tr", "");
    row.append(...[
      [linkTo([label, href, `${said}\n${about.filter(Boolean).join(" · ")}`], "d-c")],
      who.length ? [...between(who.map((name) => linkTo(name)), ", "), " ", notes(verb ?? "")] : [own],
      [valued("terms", terms), make(sort === "quoted" ? "q" : "span", sort === "withheld" ? "d-read" : "d-q", said)],
      when,
      [publisher],
      [valued("value", stance, stance), " ", notes(form)],
      between(topics.map((topic) => linkTo(topic)), ", "),
    ].map((parts) => {
      const cell = make("td", "");
      cell.append(...parts);
      return cell;
    }));
    return row;
  };

  /* So many rows of older claims are shown at once: a filter that finds more is to be drawn closer. */
  const most = 500;
  for (const box of all(".d-filter")) {
    const rows = all("tbody tr", box);
    const columns = (box.dataset.facets ?? "").split(" ").filter(Boolean).map((number) => Number(number) - 1);
    const body = box.querySelector("tbody");
    const count = make("span", "");
    count.setAttribute("role", "status");
    let older = [];
    let filters = [];
    const apply = () => {
      const used = filters.filter(({ control }) => control.value);
      const fits = (row) => used.every((filter) => filter.fits(row));
      let left = 0;
      for (const row of rows) {
        row.hidden = !fits(row);
        left += !row.hidden;
      }
      const found = used.length ? older.filter(fits) : [];
      older.forEach((row) => row.remove());
      body?.append(...found.slice(0, most));
      const of = older.length ? "" : box.dataset.of ?? "";
      const more = found.length > most ? `, the newest ${left + most} shown` : "";
      count.textContent = used.length ? `${left + found.length} of ${of}${rows.length + older.length}${more}` : "";
    };
    // The page keeps their place free, so that nothing moves when they come.
    const tools = box.previousElementSibling;
    const arm = () => {
      const held = [...rows, ...older];
      filters = rows.length ? [wording(box, held), ...columns.map((column) => facet(box, held, column))] : [];
      tools.replaceChildren(...filters.map(({ name, control }) => labelled(name, control)), count);
    };
    const take = (told) => {
      for (const { name, control } of filters) control.value = told.get(name) ?? "";
      apply();
    };
    arm();
    tools.addEventListener("input", () => {
      apply();
      choose(filters.map(({ name, control }) => [name, control.value]));
    });
    onChosen(take);
    if (!box.dataset.more) continue;
    const button = make("button", "d-more-rows", `Look in ${Number(box.dataset.older).toLocaleString("en")} older ones, too`);
    button.type = "button";
    tools.append(button);
    button.addEventListener("click", async () => {
      button.disabled = true;
      for (const src of box.dataset.more.split(" ")) await loaded(src);
      older = window.olderClaims.map(rowOf);
      arm();
      take(chosen());
      filters[0].control.focus();
    });
  }

  /* Pictures: what a screen reader is told of a dot or an arrow, the mouse is told as well. */
  for (const part of all(".d-pic svg [aria-label]")) {
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = part.getAttribute("aria-label");
    part.prepend(title);
  }

  /* The timeline's filter, by actor and topic: of the list, and of the picture, which is drawn anew of what is left. */
  const svg = (tag, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const dotOf = (entry, y) => {
    const words = (selector) => entry.querySelector(selector)?.textContent.trim() ?? "";
    const told = `${words(".d-day")}: ${words(".d-who, .d-own")}`;
    const link = svg("a", { href: entry.querySelector("a.d-c").href, "aria-label": told });
    const title = svg("title", {});
    title.textContent = told;
    link.append(title, svg("circle", { class: entry.dataset.look, cx: entry.dataset.x, cy: y, r: 3.6 }));
    return link;
  };
  const redraw = (strip, entries) => {
    const { floor, row, most } = strip.dataset;
    const heights = {};
    // The list begins with the newest, a column of the picture with the oldest.
    for (const entry of entries.toReversed()) {
      const height = heights[entry.dataset.x] ?? 0;
      heights[entry.dataset.x] = height + 1;
      if (height < most) strip.append(dotOf(entry, floor - height * row));
    }
  };
  for (const pick of all("[data-pick]")) {
    const list = document.getElementById(pick.dataset.pick);
    const entries = all("[data-keys]", list).map((entry) => [entry, entry.dataset.keys.split(" ")]);
    const selects = all("select", pick);
    const strip = document.querySelector(".d-strip");
    const dots = all("a", strip ?? pick);
    const apply = () => {
      const wanted = selects.map((select) => select.value).filter(Boolean);
      const left = [];
      for (const [entry, keys] of entries) {
        entry.hidden = !wanted.every((value) => keys.includes(value));
        if (!entry.hidden) left.push(entry);
      }
      all(".d-month", list).forEach((month) => { month.hidden = !month.querySelector("[data-keys]:not([hidden])"); });
      for (const year of all(".d-h", list)) {
        let month = year.nextElementSibling;
        while (month?.hidden) month = month.nextElementSibling;
        year.hidden = !month?.matches(".d-month");
      }
      const whole = `${pick.dataset.of ?? ""}${entries.length}`;
      pick.querySelector("[data-count]").textContent = wanted.length ? `${left.length} of ${whole}` : "";
      if (!strip) return;
      all("a", strip).forEach((dot) => dot.remove());
      if (wanted.length) redraw(strip, left);
      else strip.append(...dots);
    };
    pick.hidden = false;
    pick.addEventListener("change", () => {
      apply();
      choose(selects.map((select) => [select.dataset.by, select.value]));
    });
    onChosen((told) => {
      for (const select of selects) select.value = told.get(select.dataset.by) ?? "";
      apply();
    });
  }

  /* A link to the original finds the place by its first words, where the browser can. */
  for (const link of all("a[data-fragment]")) {
    link.href = `${link.href.split("#")[0]}#:~:text=${encodeURIComponent(link.dataset.fragment).replaceAll("-", "%2D")}`;
  }
})();

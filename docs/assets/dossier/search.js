/* The site's search, in the worker's place that Material for MkDocs leaves free: it takes the same index and answers the
   same messages. The theme's own (lunr) needs seconds for the index of some hundred articles; this one keeps of each word
   only where it stands, and needs a tenth of that. It folds accents ("Erdogan" finds Erdoğan), takes hyphens either way
   ("Won-sik", "Wonsik"), forgives one wrong letter where nothing else is found, and prefers the words as they were typed. */
(() => {
  "use strict";
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;
  const FIELDS = ["title", "tags", "text"];
  const WEIGHTS = [30, 20, 1];
  const FIELD_BITS = 2;
  const SNIPPET = 220; // letters
  const MOST = 60; // results: nobody reads on, and each costs the page
  const COMMON = new Set(("a an and are as at be been but by for from had has have he her his i if in is it its of on or "
    + "our she so that the their them they this to was we were what when which who will with you").split(" "));

  let docs = [];
  let pages = new Map(); // address without anchor: the page's own entry
  let index = new Map(); // word: where it stands, each a document and a field in one number

  /* ---- words ---------------------------------------------------------------------------------------------------- */

  const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
  const unmarked = (html) => html.replace(/<[^>]+>/g, " ").replace(/\b[A-Z]+·\d+\b/g, "") // the labels of citations
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]).replace(/\s+/g, " ").trim();
  const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const fold = (text) => (/^[\0-\x7f]*$/.test(text) ? text.toLowerCase()
    : text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, ""));
  /* Runs of letters and figures with what may stand within a word: "won-sik", "13,000", "u.s". Small letters of ASCII, which
     most text is, are read several times as fast as all of Unicode. */
  const RUN = /[a-z0-9]+(?:[-.,][a-z0-9]+)*/g;
  const ANY_RUN = /[\p{L}\p{N}]+(?:[-‐‑.,][\p{L}\p{N}]+)*/gu;
  const runsOf = (folded) => folded.match(/^[\0-\x7f]*$/.test(folded) ? RUN : ANY_RUN) ?? [];
  const isNumber = (run) => /^[\p{N}.,]+$/u.test(run); // "13,000" is one word
  const wordsOf = (folded) => runsOf(folded).flatMap((run) => (isNumber(run) ? [run] : run.split(/[-‐‑.,]/)));
  const joined = (run) => run.replace(/[-‐‑.]/g, "");

  const put = (word, place) => {
    const places = index.get(word);
    if (places) places.push(place);
    else index.set(word, [place]);
  };
  const putRun = (run, place) => {
    if (isNumber(run) || !/[^\p{L}\p{N}]/u.test(run)) {
      if (!COMMON.has(run)) put(run, place);
      return;
    }
    put(joined(run), place);
    for (const word of wordsOf(run)) if (!COMMON.has(word)) put(word, place);
  };
  const fieldOf = (doc, field) => fold([doc[field] ?? ""].flat().join(" · "));
  const setUp = (all) => {
    index = new Map();
    pages = new Map();
    docs = all.map((doc) => ({ ...doc, title: unmarked(doc.title), text: unmarked(doc.text), boost: doc.boost ?? 1 }));
    docs.forEach((doc, number) => {
      const [path] = doc.location.split("#");
      if (!pages.has(path)) pages.set(path, doc);
      doc.page = pages.get(path);
      // A word tells less of a long title, and of a page with a hundred claims.
      doc.spread = [Math.max(1, wordsOf(fold(doc.title)).length) ** 0.5, 1, Math.max(1, doc.text.length / 4000) ** 0.5];
      FIELDS.forEach((field, at) => {
        for (const run of runsOf(fieldOf(doc, field))) putRun(run, (number << FIELD_BITS) | at);
      });
    });
  };

  /* ---- finding -------------------------------------------------------------------------------------------------- */

  /* Whether one letter put in, left out, changed, or two exchanged, make one word of the other. */
  const near = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start += 1;
    let end = 0;
    while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
    const [left, right] = [one, other].map((word) => word.slice(start, word.length - end));
    return (left.length <= 1 && right.length <= 1)
      || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
  };
  /* The words of the index that a typed word may mean, each with how well it fits. */
  const meant = (word) => {
    const found = new Map();
    for (const known of index.keys()) {
      if (known === word) found.set(known, 1);
      else if (known.startsWith(word)) found.set(known, 0.5 * (word.length / known.length) ** 2);
    }
    if (found.size || word.length < 4 || /\p{N}/u.test(word)) return found;
    for (const known of index.keys()) if (near(word, known)) found.set(known, 0.3);
    return found;
  };
  /* What each document gains by a typed word: {document: [score, word of the document]}. */
  const gains = (word) => {
    const gained = new Map();
    for (const [known, fit] of meant(word)) {
      const places = index.get(known);
      const rarity = Math.log(1 + docs.length / places.length);
      for (let first = 0, next = 0; first < places.length; first = next) {
        while (places[next] === places[first]) next += 1;
        const [number, at] = [places[first] >> FIELD_BITS, places[first] & ((1 << FIELD_BITS) - 1)];
        const score = (fit * rarity * WEIGHTS[at] * (1 + Math.log(next - first))) / docs[number].spread[at];
        const best = gained.get(number);
        if (!best || best[0] < score) gained.set(number, [score, known]);
      }
    }
    return gained;
  };
  /* A word with hyphens is found without them, and as the words it is made of where a document has them all. */
  const gainsOf = (typed) => {
    const parts = wordsOf(typed);
    const [first, ...rest] = parts.map(gains);
    if (!rest.length) return first;
    const whole = gains(joined(typed));
    for (const [number, [score, word]] of first) {
      if (!whole.has(number) && rest.every((part) => part.has(number))) whole.set(number, [score, word]);
    }
    return whole;
  };

  const TYPED_RUN = /[\p{L}\p{N}\p{M}]+(?:[-‐‑.,][\p{L}\p{N}\p{M}]+)*/gu;
  const begins = (word, found) => found.some((part) => word.startsWith(part));
  const fits = (run, found) => begins(fold(run), found) || begins(joined(fold(run)), found);
  /* Letters that are in no text stand for the marks until it is escaped. */
  const marked = (text, found) => text.replace(TYPED_RUN, (run) => (fits(run, found) ? `\0${run}\u0001`
    : run.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => (begins(fold(word), found) ? `\0${word}\u0001` : word))));
  const shown = (text) => escaped(text).replaceAll("\0", "<mark>").replaceAll("\u0001", "</mark>");
  const firstOf = (text, found, phrase) => {
    const whole = phrase ? text.search(phrase) : -1;
    if (whole >= 0) return whole;
    for (const { 0: run, index: at } of text.matchAll(TYPED_RUN)) {
      if (fits(run, found) || wordsOf(fold(run)).some((word) => begins(word, found))) return at;
    }
    return 0;
  };
  const snippet = (text, found, phrase) => {
    const first = firstOf(text, found, phrase);
    const start = first < SNIPPET / 2 ? 0 : text.lastIndexOf(" ", first - SNIPPET / 4) + 1;
    const end = text.length > start + SNIPPET ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
    const cut = text.slice(start, end > start ? end : start + SNIPPET);
    return `${start ? "… " : ""}${shown(marked(cut, found))}${end < text.length ? " …" : ""}`;
  };

  const item = ({ doc, score, found, terms, phrase }) => {
    const tags = (doc.tags ?? []).map((tag) => marked(tag, found)).filter((tag) => tag.includes("\0"));
    return {
      location: doc.location, score, terms,
      title: shown(marked(doc.title, found)),
      text: doc.text ? `<p>${snippet(doc.text, found, phrase)}</p>` : "",
      ...(tags.length ? { tags: tags.map(shown) } : {}),
    };
  };
  /* The rest of the first title's word that the last typed word begins. */
  const completion = (query, hits) => {
    const typed = query.split(/[\s-]+/).at(-1);
    const last = fold(typed);
    const word = wordsOf(fold(hits[0]?.doc.title ?? "")).find((title) => title.startsWith(last));
    return last && word ? [typed + word.slice(last.length)] : [];
  };

  const ranked = (hits) => hits.sort((one, other) => other.count - one.count || other.score - one.score);
  /* What any of the typed words is found in. Where several are typed, whole words come before words that they begin. */
  const gathered = (typed) => {
    const hits = new Map();
    for (const word of typed) {
      for (const [number, [score, known]] of gainsOf(word)) {
        const hit = hits.get(number) ?? { doc: docs[number], score: 0, count: 0, found: [], terms: {} };
        hit.score += score * hit.doc.boost;
        hit.count += typed.length > 1 && known !== word ? 0.9 : 1;
        hit.found.push(known);
        hit.terms[known.startsWith(word) ? word : known] = true;
        hits.set(number, hit);
      }
    }
    return ranked([...hits.values()]).slice(0, MOST);
  };
  /* Before all others comes what has the words as they were typed: a quotation, a whole name. */
  const preferred = (hits, words) => {
    const phrase = ` ${words.join(" ")} `;
    const place = new RegExp(words.map((word) => word.replaceAll(".", "\\.")).join("[^\\p{L}\\p{N}]+"), "iu");
    for (const hit of hits) {
      if (!FIELDS.some((field) => ` ${wordsOf(fieldOf(hit.doc, field)).join(" ")} `.includes(phrase))) continue;
      hit.count += 1;
      hit.phrase = place;
    }
    return ranked(hits);
  };

  const search = (query) => {
    const every = runsOf(fold(query));
    const telling = every.filter((word) => !COMMON.has(word));
    const typed = [...new Set(telling.length ? telling : every)];
    let hits = gathered(typed);
    for (const hit of hits) if (hit.found.length < typed.length) for (const word of typed) hit.terms[word] ??= false;
    if (typed.length > 1) hits = preferred(hits, wordsOf(fold(query)));
    const groups = new Map();
    for (const hit of hits) groups.set(hit.doc.page, [...(groups.get(hit.doc.page) ?? []), hit]);
    for (const [page, group] of groups) {
      if (!group.some(({ doc }) => doc === page)) group.push({ doc: page, score: 0, found: [], terms: {} });
    }
    return { items: [...groups.values()].map((group) => group.map(item)), suggest: completion(query, hits) };
  };

  addEventListener("message", ({ data: { type, data } }) => {
    if (type === SETUP) {
      setUp(data.docs);
      postMessage({ type: READY });
    } else if (type === QUERY) postMessage({ type: RESULT, data: search(data) });
  });
})();

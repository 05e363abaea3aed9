// The page that searches: asks Pagefind's index, one shard after another merged into one answer.
// It loads nothing but the folder of the search, draws text as text, and works below any path. A
// strict policy must allow: script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'.
"use strict";

(function () {
  const BATCH = 20; // results drawn at once
  const WAIT = 250; // milliseconds without a key until we search
  const AROUND = 14; // words of an excerpt before the first that was found
  const LENGTH = 40; // words of an excerpt
  const UNDATED = -1e7;

  const form = document.getElementById("fbs-form");
  const status = document.getElementById("fbs-status");
  const list = document.getElementById("fbs-results");
  const more = document.getElementById("fbs-more");
  const folder = new URL("./", window.location.href);
  const fields = form.elements;
  let manifest, engine, facets;
  let asked = 0; // the number of the latest search: answers to earlier ones are dropped
  let last = {}; // what was searched last, and all that held it
  let waiting, found = [], shown = 0, looked = [];

  const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
  const read = async (name) => {
    const answer = await fetch(new URL(name, folder));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };

  // As `folding.py`, by the same table.
  function fold(word) {
    const { letters, prefixes, least } = manifest.folding;
    const bare = word.normalize("NFKD").replace(/[\p{Mn}\p{Cf}]/gu, "").toLowerCase();
    const plain = Array.from(bare, (one) => letters[one] ?? one).join("")
      .replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "").replaceAll(" ", "");
    const prefix = prefixes.find((one) => plain.startsWith(one) && plain.length >= one.length + least);
    return prefix ? plain.slice(prefix.length) : plain;
  }

  function wanted() {
    const text = fields.words.value.trim();
    if (/^".+"$/.test(text)) return { text, words: text.slice(1, -1).split(/\s+/).map(fold) };
    const words = text.split(/\s+/).map(fold).filter(Boolean);
    return { text: words.join(" "), words };
  }

  async function loaded() {
    const made = await import(new URL("0/pagefind.js", folder).href);
    await made.options({ basePath: new URL("0/", folder).pathname });
    await made.init();
    const others = manifest.shards.slice(1).map((_, number) => new URL(`${number + 1}/`, folder));
    await Promise.all(others.map((one) => made.mergeIndex(one.pathname)));
    return made;
  }

  // Once, however many ask; after a failure, anew.
  function started() {
    engine ??= loaded().catch((error) => { engine = undefined; throw error; });
    return engine;
  }

  // While somebody types, what the words need is loaded, and nothing searched.
  function prepare() {
    const { text } = wanted();
    if (text) started().then((made) => made.preload(text)).catch(() => {});
  }

  // All that holds the words: filters and sorting ask for it again, and it is searched once.
  function matching(text, words) {
    if (last.text !== text) {
      const results = started()
        .then((made) => made.search(text || null))
        .then((answer) => strict(words, answer.results))
        .catch((error) => { last = {}; throw error; });
      last = { text, results };
    }
    return last.results;
  }

  // What results are filtered and sorted by is loaded when somebody asks for it.
  async function known() {
    if (facets) return facets;
    const files = await Promise.all(manifest.shards.map((_, number) => read(`${number}/facets.json`)));
    facets = new Map();
    const table = new Map();
    for (const [shard, { types, results }] of files.entries()) {
      for (const [id, [day, year, type, contested]] of Object.entries(results)) {
        table.set(id, { shard, day, year: String(year), type: types[type], contested });
      }
    }
    facets = table;
    return facets;
  }

  async function chosen(results) {
    const [type, year, order] = [fields.type.value, fields.year.value, fields.order.value];
    const contested = fields.contested.checked;
    if (!type && !year && !order && !contested) return results;
    const table = await known();
    const fits = (one) => one && (!type || one.type === type) && (!year || one.year === year)
      && (!contested || one.contested);
    const kept = results.filter((one) => fits(table.get(one.id)));
    const day = (one) => table.get(one.id).day;
    const dated = (one) => (day(one) === UNDATED ? 1 : 0);
    const way = order === "latest" ? -1 : 1;
    if (order) kept.sort((a, b) => dated(a) - dated(b) || way * (day(a) - day(b)));
    return kept;
  }

  // Pagefind passes over a word that it does not know, or takes a shorter one ("a" for "army"): then
  // nothing was found. Every word must be there, in each shard for itself. What the first result
  // shows as found is known; only a word that it does not show is searched alone.
  async function strict(words, results) {
    if (!words.length || !results.length) return results;
    const shards = await parted(results);
    const kept = await Promise.all(shards.map((some, number) => whole(new Set(words), some, number)));
    if (kept.length === 1) return kept[0];
    const ids = new Set(kept.flat().map((one) => one.id));
    return results.filter((one) => ids.has(one.id));
  }

  async function whole(words, results, shard) {
    if (!results.length) return [];
    let kept = results;
    const seen = told(await results[0].data());
    for (const word of words) {
      if (seen.some((one) => isAlike(one, word))) continue;
      const alone = words.size === 1 ? [] : (await alike(word))[shard];
      if (!alone.length || !told(await alone[0].data()).some((one) => isAlike(one, word))) return [];
      const ids = new Set(alone.map((one) => one.id));
      kept = kept.filter((one) => ids.has(one.id));
    }
    return kept;
  }

  const alike = async (word) => parted((await (await started()).search(word)).results);

  // Results by the shard that they are from.
  async function parted(results) {
    if (manifest.shards.length === 1) return [results];
    const table = await known();
    return manifest.shards.map((_, shard) => results.filter((one) => table.get(one.id)?.shard === shard));
  }

  // The words of a result that were found, with those of its title and what stands beside it.
  function told(page) {
    const words = (page.raw_content ?? page.content).trim().split(/\s+/);
    const found = page.locations.map((number) => words[number] ?? "");
    const beside = Object.values(page.meta).join(" ").split(/\s+/);
    return [...found, ...beside].map(fold).flatMap((one) => [one, ...one.split(/[^\p{L}\p{N}]+/u)]);
  }

  // A stem is less than the word: half of its letters must be the same, three at the least.
  function isAlike(one, word) {
    let same = 0;
    while (same < word.length && one[same] === word[same]) same += 1;
    return same >= Math.max(Math.min(3, word.length), Math.ceil(word.length * 0.45));
  }

  async function search() {
    const mine = ++asked;
    const { text, words } = wanted();
    remember();
    const isOpen = text || fields.type.value || fields.year.value || fields.contested.checked;
    if (!isOpen) return draw([], [], "");
    status.textContent = "Searching…";
    try {
      const results = await chosen(await matching(text, words));
      if (mine === asked) await draw(results, words, results.length === 1 ? "1 result" : `${results.length} results`);
    } catch (error) {
      console.error(error);
      if (mine === asked) await draw([], [], "The search could not be loaded. The lists below hold everything.");
    }
  }

  async function draw(results, words, told) {
    found = results;
    looked = words;
    shown = 0;
    list.replaceChildren();
    const mine = asked;
    await drawMore();
    if (mine === asked) status.textContent = told;
  }

  async function drawMore() {
    const mine = asked;
    const next = found.slice(shown, shown + BATCH);
    const pages = await Promise.all(next.map((one) => one.data()));
    if (mine !== asked) return null;
    const items = pages.map((page, number) => item(page, next[number]));
    shown += next.length;
    list.append(...items);
    more.hidden = shown >= found.length;
    return items[0];
  }

  function item(page) {
    const entry = document.createElement("li");
    const heading = entry.appendChild(document.createElement("h2"));
    const link = heading.appendChild(document.createElement("a"));
    link.href = form.dataset.root + (page.raw_url ?? page.url.replace(/^\//, ""));
    link.dir = "auto";
    link.textContent = page.meta.title;
    const about = entry.appendChild(document.createElement("p"));
    about.className = "fbs-about";
    about.textContent = [capital(page.meta.type), page.meta.date].filter(Boolean).join(" · ");
    if (page.meta.contested) {
      const tag = about.appendChild(document.createElement("span"));
      tag.className = "fb-tag fb-contested";
      tag.textContent = page.meta.contested;
    }
    entry.append(excerpt(page));
    return entry;
  }

  // Words around the first that was found; those that were found are marked.
  function excerpt(page) {
    const words = (page.raw_content ?? page.content).split(manifest.folding.end)[0].trim().split(/\s+/);
    const places = new Set(page.locations);
    const hits = words.map((word, number) => {
      const plain = fold(word);
      return places.has(number) || (plain && looked.some((one) => one && plain.startsWith(one)));
    });
    const start = Math.max(0, hits.indexOf(true) - AROUND);
    const text = document.createElement("p");
    text.dir = "auto";
    if (start) text.append("… ");
    words.slice(start, start + LENGTH).forEach((word, number) => {
      const part = hits[start + number] ? document.createElement("mark") : new Text();
      part.textContent = word;
      text.append(part, " ");
    });
    if (start + LENGTH < words.length) text.append("…");
    return text;
  }

  // What is searched stands in the address, so that it can be sent to somebody.
  function remember() {
    const asks = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) asks.set(name, value);
    const query = asks.toString();
    window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname);
  }

  function offer() {
    for (const [type, number] of Object.entries(manifest.types)) {
      fields.type.add(new Option(`${capital(type)} (${number})`, type));
    }
    for (const [year, number] of manifest.years) fields.year.add(new Option(`${year} (${number})`, year));
    const asks = new URLSearchParams(window.location.search);
    for (const name of ["words", "type", "year", "order"]) fields[name].value = asks.get(name) ?? "";
    fields.contested.checked = asks.has("contested");
  }

  async function begin() {
    if (window.location.protocol === "file:") {
      status.textContent = "Searching works where the site is served, not from a folder on a disk. The lists below hold everything.";
      return;
    }
    try {
      manifest = await read("index.json");
    } catch {
      status.textContent = "This site was built without an index to search. The lists below hold everything.";
      return;
    }
    offer();
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); search(); });
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(search, WAIT);
      prepare();
    });
    more.addEventListener("click", async () => {
      const first = await drawMore();
      first?.querySelector("a").focus();
    });
    if (window.location.search) search();
  }

  begin();
})();

/* Search over small files of which each query loads only a few. The files are scripts that call `take`, so that search
   works from the disk too; `script-src 'self'` is all that it asks of a policy. The page's words stand in the page. */
"use strict";

const briefsmithSearch = (() => {
  const LONGEST = 60, FILES_A_WORD = 4, NEAR = 12;

  /* ---- words: the same rule as exports/search_words.py, with the places in the text for marking them ---- */
  const DROPPED = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06ed\u0640\u00ad\u200b-\u200d]/g;
  const SPELLINGS = { "ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ς": "σ", "ґ": "г",
    "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "’": "'", "ʼ": "'", "ʹ": "'" };
  const SPELLING = new RegExp(`[${Object.keys(SPELLINGS).join("")}]`, "g");
  const RUN = /[\p{L}\p{N}\p{M}'’ʼʹ\u00ad\u200b-\u200d]+/gu;
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;
  const NO_SPACES = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const PIECE = new RegExp(`[${NO_SPACES}]+|[^${NO_SPACES}]+`, "gu");
  const PAIRED = new RegExp(`^[${NO_SPACES}]`, "u");
  const ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=.{2})/u;
  const CYRILLIC = /(?<=[\u0400-\u04ff])'(?=[\u0400-\u04ff])/g;
  const cut = (word) => [...word].slice(0, LONGEST).join("");

  function wordsOfRun(run) {
    const folded = run.toLowerCase().normalize("NFKD").replace(DROPPED, "").normalize("NFC")
      .replace(SPELLING, (letter) => SPELLINGS[letter]).replace(CYRILLIC, "");
    return (folded.match(WORD) || []).flatMap((word) => word.match(PIECE)).flatMap(piecesOf);
  }

  function piecesOf(part) {
    const letters = [...part];
    if (PAIRED.test(part)) return letters.map((letter, at) => letter + (letters[at + 1] || ""));
    if (letters.length === 1 && !/\p{N}/u.test(part)) return [];
    return [cut(part.replace(ARTICLE, ""))];
  }

  const wordsOf = (text) => (text.match(RUN) || []).flatMap(wordsOfRun);

  /** What a reader asks for: each word, whether it must be exactly so, and whether it may still be unfinished. */
  function asked(text) {
    const parts = text.split(/["“”„«»]/);
    const wanted = parts.flatMap((part, at) => {
      const exact = at % 2 === 1 && at < parts.length - 1;
      return (part.match(RUN) || []).flatMap((run) => {
        const words = wordsOfRun(run);
        // The last character of a run of Chinese stands in the pair before it.
        const whole = words.filter((word, n) => !(n && PAIRED.test(word) && [...word].length === 1));
        return whole.map((word) => ({ word, exact, open: false }));
      });
    });
    if (wanted.length && /[\p{L}\p{M}]$/u.test(text)) wanted[wanted.length - 1].open = true;
    return wanted;
  }

  /* ---- files ---- */
  const place = () => document.querySelector("[data-search-root]").dataset;
  const loading = new Map(), arrived = new Map();
  // The only address that a script may have here, whatever the data say.
  const guard = { createScriptURL: (url) => /^(?:\.\.?\/)*data\/search\/(?:[0-9a-f]{8}\/)?[a-z]+(?:-[a-z0-9]+)?\.js(?:\?[0-9a-z]+)?$/.test(url) ? url : "" };
  const trusted = window.trustedTypes ? window.trustedTypes.createPolicy("briefsmith-search", guard) : guard;

  function load(name, folder, query = "") {
    if (!loading.has(name)) {
      loading.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.onload = () => { script.remove(); resolve(arrived.get(name)); };
        script.onerror = () => { script.remove(); loading.delete(name); reject(new Error(name)); };
        script.src = trusted.createScriptURL(`${place().searchRoot}data/search/${folder}${name}.js${query}`);
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }
  // Only the index has the same name in every deploy; the state that the page names keeps an older one in a cache apart.
  let wanted = null;
  const head = () => load("index", "", `?${wanted || place().searchState || "index"}`);
  /** Forgets all that was loaded and takes the index past every cache. */
  function renew() {
    loading.clear();
    wanted = Date.now().toString(36);
  }
  const file = async (name) => load(name, `${(await head()).state}/`);
  const lines = async (kind, number) => (await file(`${kind}-${number}`)).split("\n");

  /** The lines of one kind of file that begin with a prefix, or lie about it, out of a few files at most. */
  async function linesFrom(kind, prefix, most = FILES_A_WORD) {
    const firsts = (await head())[kind];
    let low = 0, high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= prefix) low = middle + 1; else high = middle;
    }
    const wanted = [];
    for (let at = Math.max(low - 1, 0); at < firsts.length && wanted.length < most; at += 1) {
      if (at >= low && !firsts[at].startsWith(prefix)) break;
      wanted.push(lines(kind, at));
    }
    return (await Promise.all(wanted)).flat().filter((line) => line.startsWith(prefix));
  }

  /* ---- which words of the index are meant by a word ---- */
  /** 1 for the word itself, less for another ending or a longer word, 0 for another word. */
  function likeness(asked_, word) {
    const sought = asked_.word;
    if (word === sought) return 1;
    if (asked_.exact) return 0;
    if (PAIRED.test(sought)) return sought.length === 1 && word.startsWith(sought) ? 0.7 : 0;
    if (/^\p{N}/u.test(sought)) return 0;
    if (asked_.open && sought.length >= 3 && word.startsWith(sought)) return 0.6;
    let shared = 0;
    while (shared < sought.length && sought[shared] === word[shared]) shared += 1;
    const rest = word.length - shared, left = sought.length - shared;
    if (shared < stem(sought) || rest > 3) return 0;
    if (left === 0) return 0.8;
    return left <= 3 && shared >= 0.6 * Math.max(word.length, sought.length) ? 0.5 : 0;
  }

  /** How much of a word an ending leaves as it is, at least. */
  const stem = (word) => /[\uac00-\ud7af]/.test(word) ? 2 : /[\u0400-\u06ff]/.test(word) ? 3 : 4;

  async function meant(wish) {
    const { word } = wish;
    const isPlain = wish.exact || /^\p{N}/u.test(word) || (PAIRED.test(word) && word.length > 1);
    const prefix = isPlain || word.length < 4 ? word : word.slice(0, Math.max(stem(word), word.length - 3));
    const found = (await linesFrom("words", prefix)).map(split);
    return found.map((each) => ({ ...each, grade: likeness(wish, each.word) })).filter((each) => each.grade);
  }

  /** The words that one slip of the keys, in a long word two, makes of it; the nearest alone. */
  async function mistyped(wish) {
    const { word } = wish, slips = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    if (!slips || wish.exact || /\p{N}/u.test(word) || PAIRED.test(word)) return [];
    const middle = Math.ceil(word.length / 2);
    // A slip leaves the first half whole or the second; a swap in the middle all but one letter of the first.
    const [first, second] = await Promise.all([
      linesFrom("spellings", word.slice(0, middle - 1), 6),
      linesFrom("endings", backwards(word.slice(middle)), 6),
    ]);
    const near = [...new Set([...first, ...second.map(backwards)])]
      .map((other) => ({ other, away: distance(word, other, slips) })).filter(({ away }) => away <= slips);
    const least = Math.min(...near.map(({ away }) => away));
    const nearest = near.filter(({ away }) => away === least).slice(0, NEAR).map(({ other }) => other);
    const listed = await Promise.all(nearest.slice(0, FILES_A_WORD).map((other) => linesFrom("words", other, 1)));
    return listed.flat().map(split).filter((each) => nearest.includes(each.word)).map((each) => ({ ...each, grade: 0.4 }));
  }

  const backwards = (word) => [...word].reverse().join("");
  function split(line) {
    const at = line.indexOf(" ");
    return { word: line.slice(0, at), facts: line.slice(at + 1) };
  }

  /** Letters to add, leave out, change or swap with their neighbour; `most` + 1 where it is more than `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  }

  /* ---- facts ---- */
  const VALUE = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((digit, value) => { VALUE[digit.charCodeAt(0)] = value; });

  /** Calls `each(fact, inStatement)` for a list of facts, as search_index.py writes it; gives how many there were. */
  function readFacts(text, each) {
    let entry = 0, number = 0, shift = 0, count = 0;
    for (let at = 0; at < text.length; at += 1) {
      const digit = VALUE[text.charCodeAt(at)];
      number |= (digit & 31) << shift;
      shift += 5;
      if (digit & 32) continue;
      entry = (entry & ~1) + number;
      each(entry >> 1, entry & 1);
      number = shift = 0;
      count += 1;
    }
    return count;
  }

  /** The best score of each fact for one wished word, and the words of the index that were taken for it. */
  async function scoresOf(wish, total) {
    let words = await meant(wish);
    const wasMistyped = !words.length;
    if (wasMistyped) words = await mistyped(wish);
    const scores = new Float32Array(total);
    let many = 0;
    for (const { facts, grade } of words) {
      many += readFacts(facts, (fact, inStatement) => { scores[fact] = Math.max(scores[fact], grade * (inStatement ? 2 : 1)); });
    }
    const rarity = Math.log(1 + total / (1 + many));
    return { scores, rarity, words: words.map(({ word }) => word), wasMistyped: wasMistyped && words.length > 0 };
  }

  async function allowed(filters, total) {
    const masks = await Promise.all(Object.entries(filters).map(async ([facet, value]) => {
      const mask = new Uint8Array(total), key = `=${facet}:${value}`;
      const line = (await linesFrom("words", key, 1)).map(split).find((each) => each.word === key);
      const { common } = await head();
      let last = 0;
      const count = line ? readFacts(line.facts, (fact) => { mask[fact] = 1; last = fact; }) : 0;
      return count >= common ? mask.fill(1, last) : mask;
    }));
    return (fact) => masks.every((mask) => mask[fact]);
  }

  /** The numbers of the first and after the last fact between two days, each an ISO day or empty. */
  async function between(from, to, total) {
    if (!from && !to) return [0, total];
    const days = await file("days"), [, dated] = days[days.length - 1];
    const first = to ? days.find(([day]) => day <= ordinal(to)) : days[0];
    const after = from ? days.find(([day], at) => at === days.length - 1 || day < ordinal(from)) : [0, dated];
    return [first[1], after[1]];
  }
  const ordinal = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86400000) + 719163;

  /** What fits: numbers of facts, best first; `words` of the index that were meant, `instead` of what was asked. */
  async function find({ text = "", filters = {}, from = "", to = "", newest = false }) {
    const { facts: total } = await head(), wishes = asked(text);
    const [parts, isAllowed, [first, after]] = await Promise.all([
      Promise.all(wishes.map((wish) => scoresOf(wish, total))), allowed(filters, total), between(from, to, total),
    ]);
    const rank = (needed) => {
      const found = [];
      for (let fact = first; fact < after; fact += 1) {
        let score = 0, fitting = 0;
        for (const part of parts) if (part.scores[fact]) { fitting += 1; score += part.scores[fact] * part.rarity; }
        if (fitting >= needed && isAllowed(fact)) found.push([fact, score]);
      }
      return found;
    };
    let found = rank(parts.length);
    const isLoose = !found.length && parts.length > 1;
    if (isLoose) found = rank(Math.ceil(parts.length / 2));
    if (!newest) found.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    const instead = parts.flatMap((part, at) => part.wasMistyped ? [[wishes[at].word, part.words]] : []);
    return { facts: found.map(([fact]) => fact), words: new Set(parts.flatMap((part) => part.words)), instead, isLoose: isLoose && found.length > 0 };
  }

  async function record(fact) {
    const { perFile } = await head();
    const [url, key, kind, sentence, language, briefing, briefingUrl, whose, date, chips, chains, quotes] =
      (await file(`facts-${Math.floor(fact / perFile)}`))[fact % perFile];
    return { url, key, kind, sentence, language, briefing, briefingUrl, whose, date, chips, chains, quotes };
  }

  return {
    take: (name, content) => arrived.set(name, content),
    renew, find, record, wordsOf, RUN, PIECE, wordsOfRun, list: (facet) => file(`list-${facet}`), size: async () => (await head()).facts,
  };
})();

/* ---- the page ---- */
(() => {
  const PAGE = 10, LISTS = ["briefing", "actor", "issue", "source"];
  const form = document.querySelector("form.bs-search-form");
  if (!form) return;
  const { searchRoot } = form.dataset, field = (name) => form.elements.namedItem(name);
  const status = document.querySelector(".bs-search-status"), results = document.querySelector(".bs-results");
  const more = document.querySelector(".bs-more"), pattern = document.querySelector("#bs-result").content;
  const values = {};
  let turn = 0, shown = { facts: [], words: new Set() }, pause = 0;

  const say = (name, parts = {}) => status.dataset[name].replace(/\{(\w+)\}/g, (whole, part) => part in parts ? parts[part] : whole);
  const number = (count) => count.toLocaleString(document.documentElement.lang);
  // A folder that is opened from the disk shows no page by itself.
  const to = (url) => {
    const [path, fragment] = url.split("#");
    const page = location.protocol === "file:" && (!path || path.endsWith("/")) ? `${path}index.html` : path;
    return searchRoot + page + (fragment === undefined ? "" : `#${fragment}`);
  };

  /** Puts a text into an element, with the words that were sought marked; it stays text. */
  function write(element, text, words) {
    element.replaceChildren();
    let done = 0, marks = 0;
    const pieces = [...text.matchAll(briefsmithSearch.RUN)]
      .flatMap((run) => [...run[0].matchAll(briefsmithSearch.PIECE)].map((piece) => [piece[0], run.index + piece.index]));
    for (const [piece, begin] of pieces) {
      for (const [at, length] of spans(piece, briefsmithSearch.wordsOfRun(piece), words)) {
        const start = begin + at, mark = document.createElement("mark");
        mark.textContent = text.slice(start, start + length);
        element.append(text.slice(done, start), mark);
        done = start + length;
        marks += 1;
      }
    }
    element.append(text.slice(done));
    return marks;
  }

  /** Where in a run the sought words stand: the whole run, or in a script without spaces the characters. */
  function spans(run, found, words) {
    if (!found.some((word) => words.has(word))) return [];
    const letters = [...run];
    if (letters.length !== found.length) return [[0, run.length]];
    const isHit = letters.map((_, at) => words.has(found[at]) || (at > 0 && found[at].length > 0 && [...found[at - 1]].length > 1 && words.has(found[at - 1])));
    const out = [];
    let place = 0;
    letters.forEach((letter, at) => {
      if (isHit[at]) {
        const last = out[out.length - 1];
        if (last && last[0] + last[1] === place) last[1] += letter.length; else out.push([place, letter.length]);
      }
      place += letter.length;
    });
    return out;
  }

  function resultOf(record, words) {
    const item = pattern.cloneNode(true).firstElementChild, at = (name) => item.querySelector(`[data-part="${name}"]`);
    item.dataset.factRef = record.key;
    const kind = field("kind").querySelector(`option[value="${CSS.escape(record.kind)}"]`);
    at("kind").textContent = [kind ? kind.textContent : record.kind, ...record.chips].join(" · ");
    fill(at("date"), record.date[0]);
    if (record.date[1]) at("date").dateTime = record.date[1];
    at("briefing").href = to(record.briefingUrl);
    at("briefing").textContent = record.briefing;
    at("fact").href = to(record.url);
    write(at("fact"), record.sentence, words);
    for (const name of ["briefing", "statement", "whose", "chain"]) at(name).lang = record.language;
    fill(at("whose"), record.whose, words);
    fill(at("chain"), record.chains.join(". "), words);
    quote(at("evidence"), record, words);
    return item;
  }

  function fill(element, text, words = new Set()) {
    if (text) write(element, text, words); else element.remove();
  }

  /** The quote in which most of the words stand. */
  function quote(figure, { quotes, language: own }, words) {
    if (!quotes.length) return figure.remove();
    const at = (name) => figure.querySelector(`[data-part="${name}"]`);
    const marks = quotes.map((each) => write(at("quote"), `${each[0]} ${each[8]}`, words));
    const [text, language, direction, url, source, title, start, end, translation, by] = quotes[marks.indexOf(Math.max(...marks))];
    Object.assign(at("quote"), { className: "bs-quote", lang: language, dir: direction });
    Object.assign(at("quote").dataset, { source, start, end });
    write(at("quote"), text, words);
    at("translation").lang = own;
    fill(at("translation"), translation && (by ? `${translation} (${by})` : translation), words);
    at("source").href = to(url);
    at("title").textContent = title;
  }

  async function show(from) {
    const mine = turn, records = await Promise.all(shown.facts.slice(from, from + PAGE).map(briefsmithSearch.record));
    if (mine !== turn) return;
    if (!from) results.replaceChildren();
    const items = records.map((record) => resultOf(record, shown.words));
    results.append(...items);
    more.hidden = from + PAGE >= shown.facts.length;
    if (from && items.length) items[0].querySelector("a").focus();
  }

  /** What the form asks for; a list's field holds what a value is called. */
  async function wishes() {
    const filters = {};
    if (field("kind").value) filters.kind = field("kind").value;
    for (const facet of LISTS) {
      const name = field(facet).value.trim();
      if (!name) { field(facet).setCustomValidity(""); continue; }
      const value = await valueOf(facet, name);
      field(facet).setCustomValidity(value ? "" : say("unknown", { name }));
      if (value) filters[facet] = value;
    }
    return { text: field("q").value.trim(), filters, from: field("from").value, to: field("to").value, newest: field("order").value === "newest" };
  }

  async function fillList(facet) {
    if (!values[facet]) {
      values[facet] = await briefsmithSearch.list(facet);
      const options = values[facet].map(([value, name, count]) => {
        const option = document.createElement("option");
        option.value = name;
        option.label = `${name} (${number(count)})`;
        return option;
      });
      document.querySelector(`#bs-list-${facet}`).replaceChildren(...options);
    }
    return values[facet];
  }

  /** The value of that name or id, or the only one whose name holds what was typed. */
  async function valueOf(facet, typed) {
    const sought = typed.toLowerCase(), rows = await fillList(facet);
    const same = rows.find(([value, name]) => value === typed || name.toLowerCase() === sought);
    const alike = rows.filter(([, name]) => name.toLowerCase().includes(sought));
    return same ? same[0] : alike.length === 1 ? alike[0][0] : "";
  }

  function remember({ text, filters, from, to: until, newest }) {
    if (location.protocol === "file:") return;
    const query = new URLSearchParams({ ...(text && { q: text }), ...filters, ...(from && { from }), ...(until && { to: until }), ...(newest && { order: "newest" }) });
    history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
  }

  async function search(isRenewed = false) {
    const mine = (turn += 1);
    try {
      const wish = await wishes();
      if (mine !== turn) return;
      remember(wish);
      if (!wish.text && !wish.from && !wish.to && !Object.keys(wish.filters).length) return clear();
      const found = await briefsmithSearch.find(wish);
      if (mine !== turn) return;
      shown = found;
      await show(0);
      if (mine === turn) report(found);
    } catch (error) {
      if (mine !== turn) return;
      if (isRenewed) { status.textContent = say("broken"); return; }
      // After a deploy the files that an older page or index names are gone.
      briefsmithSearch.renew();
      await search(true);
    }
  }

  function report({ facts, instead, isLoose }) {
    const notes = instead.map(([asked, words]) => say("instead", { asked, words: words.slice(0, 3).join(", ") }));
    if (isLoose) notes.unshift(say("loose"));
    const unknown = LISTS.map((facet) => field(facet).validationMessage).filter(Boolean);
    const count = facts.length ? say("found", { count: number(facts.length), shown: number(Math.min(PAGE, facts.length)) }) : say("none");
    status.textContent = [...unknown, count, ...notes].join(" ");
  }

  function clear() {
    shown = { facts: [], words: new Set() };
    results.replaceChildren();
    more.hidden = true;
    status.textContent = "";
  }

  async function begin() {
    const given = new URLSearchParams(location.search);
    for (const name of ["q", "kind", "from", "to", "order"]) if (given.get(name)) field(name).value = given.get(name);
    for (const facet of LISTS.filter((each) => given.get(each))) {
      const rows = await fillList(facet).catch(() => []), row = rows.find(([value]) => value === given.get(facet));
      field(facet).value = row ? row[1] : given.get(facet);
    }
    const isNarrowed = [...given.keys()].some((name) => name !== "q");
    form.querySelector("details").open = isNarrowed || window.matchMedia("(min-width: 48rem)").matches;
    if (given.size) search();
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); search(); });
  form.addEventListener("change", (event) => { if (event.target !== field("q")) search(); });
  field("q").addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(search, 300); });
  for (const facet of LISTS) field(facet).addEventListener("focus", () => { fillList(facet).catch(() => {}); });
  more.addEventListener("click", () => show(results.children.length));
  begin();
})();

/**
 * The page of search: asks while the reader types, shows what was found, a few at a time, and lets it be narrowed.
 *
 * The query stands in the address, so that a search can be sent on and the back button returns to it.
 */
(function () {
  "use strict";

  const search = /** @type {any} */ (window).shanhuoSearch;
  const { narrowing, facts, results, shards } = search;

  /** @typedef {{title: string, isWhole: boolean, found: Found[]}} Group Whole: what lacks no part of the query. */

  const page = /** @type {HTMLElement} */ (document.querySelector("[data-sh-finder]"));
  const form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input[type=search]"));
  const status = /** @type {HTMLElement} */ (page.querySelector("[data-sh-status]"));
  const answerPlace = /** @type {HTMLElement} */ (page.querySelector("[data-sh-answer]"));
  const panel = /** @type {HTMLElement} */ (page.querySelector("[data-sh-facets]"));
  const number = /** @type {HTMLElement} */ (page.querySelector("[data-sh-number]"));
  const list = /** @type {HTMLElement} */ (page.querySelector("[data-sh-results]"));
  const browse = /** @type {HTMLElement} */ (page.querySelector("[data-sh-browse]"));
  const template = /** @type {HTMLTemplateElement} */ (page.querySelector("template"));

  /** Milliseconds after the last key before the index is asked. */
  const PAUSE = 160;
  /** Results shown at once. */
  const STEP = 10;

  /** Of the question asked last: what comes later than the next one is dropped. */
  let turn = 0;
  let timer = 0;
  /** @type {Answer | null} */
  let answer = null;
  /** @type {Map<number, Facts>} */
  let known = new Map();
  /** @type {Map<string, Set<number>>} */
  let chosen = new Map();
  /** @type {Set<string>} */
  const open = new Set();
  /** @type {any} */
  let labels = null;

  /** @param {string} name @returns {string} What the page tells under this name. */
  function text(name) {
    return page.getAttribute(`data-${name}`) || "";
  }

  /** @param {string} name @param {Object<string, string>} names @returns {string} The same, its `{names}` filled. */
  function filled(name, names) {
    return text(name).replace(/\{(\w+)\}/g, (_, key) => names[key]);
  }

  /** @returns {string} */
  function typed() {
    return input.value.trim();
  }

  /** Reads from the address what is asked for. */
  function readAddress() {
    const given = new URLSearchParams(location.search);
    input.value = given.get("q") || "";
    chosen = new Map();
    for (const facet of narrowing.FACETS) {
      const values = (given.get(facet) || "").split("-").filter(Boolean).map(Number);
      if (values.length > 0) {
        chosen.set(facet, new Set(values));
      }
    }
  }

  /** @param {boolean} isNew Whether the back button shall return to what stands there now. */
  function writeAddress(isNew) {
    const given = new URLSearchParams();
    if (typed()) {
      given.set("q", typed());
    }
    for (const [facet, values] of chosen) {
      if (values.size > 0) {
        given.set(facet, [...values].join("-"));
      }
    }
    const asked = given.toString();
    const address = location.pathname + (asked ? `?${asked}` : "") + location.hash;
    if (address !== location.pathname + location.search + location.hash) {
      try {
        history[isNew ? "pushState" : "replaceState"](null, "", address);
      } catch (error) {
        return; // Pages opened as files may not change their address; the search goes on without.
      }
    }
  }

  /** @returns {Group[]} What is to be shown of the answer. */
  function groups() {
    const given = /** @type {Answer} */ (answer);
    const wanted = [
      { title: text("named"), isWhole: true, found: given.named },
      { title: text("told"), isWhole: true, found: given.told },
      { title: filled("partial", { query: typed() }), isWhole: false, found: given.partial }
    ];
    return wanted
      .map(function ({ title, isWhole, found }) {
        const fitting = found.filter((one) => narrowing.fits(known.get(one.subject), chosen));
        return { title, isWhole, found: facts.ordered(fitting) };
      })
      .filter(({ found }) => found.length > 0);
  }

  /** @returns {Promise<void>} Asks the index what the reader wants to know, and shows what it says. */
  async function ask() {
    const mine = ++turn;
    const query = typed();
    if ([...query].length < 1 || /^[\u0020-\u007e]$/.test(query)) {
      answer = null;
      show(query ? text("short") : "");
      return;
    }
    page.setAttribute("aria-busy", "true");
    try {
      const [given, words] = await Promise.all([search.answer(query), shards.read("labels", "")]);
      const absent = new Set(words.absent);
      for (const group of ["named", "told", "partial"]) {
        given[group] = given[group].filter((/** @type {Found} */ one) => !absent.has(one.subject));
      }
      const read = await facts.read(all(given).map((one) => one.subject));
      if (mine === turn) {
        [answer, labels, known] = [given, words, read];
        await showAnswer(mine);
      }
    } catch (error) {
      fail(mine, error);
    } finally {
      if (mine === turn) {
        page.removeAttribute("aria-busy");
      }
    }
  }

  /** @param {Answer} given @returns {Found[]} */
  function all(given) {
    return [...given.named, ...given.told, ...given.partial];
  }

  /** @param {number} mine The turn in which something failed. @param {unknown} error */
  function fail(mine, error) {
    if (!(error instanceof shards.Unread)) {
      throw error;
    }
    if (mine === turn) {
      answer = null;
      show(text("failed"));
    }
  }

  /** @param {string} message Shown in place of an answer. */
  function show(message) {
    status.textContent = message;
    answerPlace.hidden = true;
    browse.hidden = false;
    list.replaceChildren();
  }

  /** @param {number} mine The turn in which it was asked. @returns {Promise<void>} */
  async function showAnswer(mine) {
    const given = /** @type {Answer} */ (answer);
    const shown = groups();
    const count = shown.reduce((sum, { isWhole, found }) => sum + (isWhole ? found.length : 0), 0);
    const fragments = await drawnGroups(shown, STEP);
    if (mine !== turn) {
      return;
    }
    const isFound = given.named.length + given.told.length > 0;
    status.textContent = filled(isFound ? "count" : "none", { query: typed(), count: String(count) });
    browse.hidden = isFound;
    answerPlace.hidden = all(given).length === 0;
    list.replaceChildren(...fragments);
    /** @type {Object<string, string>} */
    const titles = { rest: text("rest") };
    narrowing.FACETS.forEach((/** @type {string} */ facet) => (titles[facet] = text(`facet-${facet}`)));
    const own = all(given).map((one) => known.get(one.subject));
    narrowing.draw(panel, own, chosen, labels, titles, open);
    const size = [...chosen.values()].reduce((sum, values) => sum + values.size, 0);
    number.textContent = size > 0 ? String(size) : "";
  }

  /**
   * @param {Group[]} shown
   * @param {number} most Results drawn; a button offers the others.
   * @returns {Promise<HTMLElement[]>}
   */
  async function drawnGroups(shown, most) {
    let left = most;
    /** @type {HTMLElement[]} */
    const made = [];
    for (const { title, found } of shown) {
      if (left > 0) {
        const items = await drawnItems(found.slice(0, left));
        const lines = narrowing.make("ul", "sh-results__list", ...items);
        const heading = narrowing.make("h2", "sh-results__title", title);
        heading.append(" ", narrowing.make("span", "sh-results__count", String(found.length)));
        made.push(narrowing.make("section", "sh-results__group", heading, lines));
        left -= items.length;
      }
    }
    const total = shown.reduce((sum, { found }) => sum + found.length, 0);
    if (total > most) {
      const button = narrowing.make("button", "sh-button sh-results__button", text("more"));
      button.setAttribute("type", "button");
      button.addEventListener("click", function () {
        const mine = turn;
        more(mine, most).catch((error) => fail(mine, error));
      });
      made.push(narrowing.make("p", "sh-results__more", button));
    }
    return made;
  }

  /** @param {Found[]} found @returns {Promise<HTMLElement[]>} */
  async function drawnItems(found) {
    const records = await Promise.all(found.map((one) => results.read(one.subject)));
    const given = { kinds: labels.kind, lacking: text("lacking"), isFile: location.protocol === "file:" };
    return records.map((record, place) =>
      narrowing.make("li", "sh-results__item", results.drawn(template, record, found[place], answer, given))
    );
  }

  /**
   * @param {number} mine The turn in which it was asked.
   * @param {number} shown Results shown so far; the first of the next ones gets the focus.
   */
  async function more(mine, shown) {
    const fragments = await drawnGroups(groups(), shown + STEP);
    if (mine === turn) {
      list.replaceChildren(...fragments);
      const next = list.querySelectorAll(".sh-result__link")[shown];
      if (next instanceof HTMLElement) {
        next.focus();
      }
    }
  }

  /** @param {boolean} isNew */
  function askNow(isNew) {
    window.clearTimeout(timer);
    writeAddress(isNew);
    ask();
  }

  /** The reader has typed; while an input method is composing, what stands in the field is no query yet. */
  function askSoon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () {
      chosen = new Map();
      askNow(false);
    }, PAUSE);
  }

  input.addEventListener("input", function (event) {
    if (!(/** @type {InputEvent} */ (event).isComposing)) {
      askSoon();
    }
  });
  input.addEventListener("compositionend", askSoon);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    askNow(true);
  });
  panel.addEventListener("change", function (event) {
    const box = /** @type {HTMLInputElement} */ (event.target);
    const facet = box.dataset.shFacet || "";
    const values = chosen.get(facet) || new Set();
    values[box.checked ? "add" : "delete"](Number(box.dataset.shValue));
    chosen.set(facet, values);
    writeAddress(false);
    const mine = ++turn;
    showAnswer(mine).catch((error) => fail(mine, error));
  });
  window.addEventListener("popstate", function () {
    readAddress();
    ask();
  });

  search.open({
    index: text("index"),
    root: text("root"),
    version: text("version"),
    resultsVersion: text("results-version"),
    names: Number(text("files-names")),
    sounds: Number(text("files-sounds")),
    texts: Number(text("files-texts")),
    words: Number(text("files-words")),
    blocksPerFile: Number(text("blocks-per-file")),
    perFile: Number(text("per-file"))
  });
  /** @type {HTMLElement} */ (page.querySelector("[data-sh-noscript]")).remove();
  readAddress();
  if (typed()) {
    ask();
  }
})();

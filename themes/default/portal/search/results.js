/**
 * Draws results: each from the page's template, filled with what the files of results say.
 */

/** @typedef {string | [string, string]} Told A text that is in another language than the page comes with its tag. */

(function () {
  "use strict";

  const search = /** @type {any} */ (window).shanhuoSearch;
  const { shards, forms, marks } = search;


  /** Places of a record (`generator/surfaces/search_results.py`). */
  const KIND = 0;
  const HREF = 1;
  const TITLE = 2;
  const NOTE = 3;
  const TEXT = 4;
  const PRICE = 5;
  const UNIT = 6;
  const PICTURE = 7;
  const ACCENT = 8;
  const SEALS = 9;
  const FLAGS = 10;
  const OTHERS = 11;
  const FLAG_NAMES = ["sample", "withdrawn", "recalled", "lots-recalled"];
  const PRODUCT = 0;

  /**
   * @param {number} subject
   * @returns {Promise<any[]>} Its record.
   */
  async function read(subject) {
    const block = Math.floor(subject / shards.LOCALS);
    const local = subject % shards.LOCALS;
    const perFile = search.site().perFile;
    const file = `${block}-${Math.floor(local / perFile)}`;
    const record = (await shards.read("results", file))[local % perFile];
    if (!Array.isArray(record)) {
      throw new shards.Unread(file); // the site was published anew: the index is not that of these results
    }
    return record;
  }

  /** @param {Told} given @returns {string} */
  function plain(given) {
    return Array.isArray(given) ? given[0] : given;
  }

  /**
   * Fills an element, or takes it away where there is nothing to say.
   *
   * @param {ParentNode} result
   * @param {string} name Of the place in the template.
   * @param {Told} given
   * @param {Node[]} [nodes] What stands for the text.
   */
  function fill(result, name, given, nodes) {
    const element = /** @type {HTMLElement} */ (result.querySelector(`[data-sh-slot="${name}"]`));
    const text = plain(given);
    if (text === "") {
      element.remove();
      return;
    }
    element.replaceChildren(...(nodes || [document.createTextNode(text)]));
    if (Array.isArray(given)) {
      element.lang = given[1];
    }
  }

  /**
   * @param {any[]} record
   * @param {Found} found
   * @param {Answer} answer
   * @returns {{title: Node[], also: Node[]}} The title, and another name where that is what was found.
   */
  function named(record, found, answer) {
    const title = plain(record[TITLE]);
    /** @type {string[]} */
    const others = record[OTHERS];
    const own = marks.spans(title, answer.query, []);
    if (own.length > 0) {
      return { title: marks.marked(title, own), also: [] };
    }
    const sounded = found.sounded && soundedName([title, ...others], found.sounded);
    if (sounded && sounded.name === title) {
      return { title: marks.marked(title, sounded.spans), also: [] };
    }
    const other = others.find((name) => marks.spans(name, answer.query, []).length > 0);
    const also = other
      ? marks.marked(other, marks.spans(other, answer.query, []))
      : sounded
        ? marks.marked(sounded.name, sounded.spans)
        : [];
    return { title: marks.marked(title, marks.spans(title, answer.query, answer.words)), also };
  }

  /**
   * Returns the name that sounds as was typed: positions count through all Chinese names, each spelling once.
   *
   * @param {string[]} names
   * @param {[number, number]} sounded
   * @returns {{name: string, spans: Array<[number, number]>} | null}
   */
  function soundedName(names, [position, length]) {
    const seen = new Set();
    let start = 0;
    for (const name of names) {
      const bare = forms.bare(forms.folded(name));
      if (forms.hasCjk(bare) && !seen.has(bare)) {
        seen.add(bare);
        const end = start + [...bare].length;
        if (position < end) {
          return { name, spans: marks.soundedSpans(name, [position - start, length]) };
        }
        start = end + 1;
      }
    }
    return null;
  }

  /**
   * @param {ParentNode} result
   * @param {any[]} record
   */
  function fillPicture(result, record) {
    const frame = /** @type {HTMLElement} */ (result.querySelector('[data-sh-slot="picture"]'));
    const [src, focusX, focusY] = record[PICTURE];
    const image = /** @type {HTMLImageElement} */ (frame.querySelector("img"));
    if (src === undefined) {
      frame.classList.add("sh-result__picture--none");
      frame.textContent = [...plain(record[TITLE])][0]; // in place of the picture
      return;
    }
    if (focusX !== undefined) {
      image.classList.replace("sh-picture--drawn", "sh-picture--photo");
      image.classList.add(`sh-picture--x${focusX}`, `sh-picture--y${focusY}`);
    }
    image.src = search.site().root + src;
  }

  /**
   * @param {ParentNode} result
   * @param {any[]} record
   */
  function fillSeals(result, record) {
    const place = /** @type {HTMLElement} */ (result.querySelector('[data-sh-slot="seals"]'));
    const example = /** @type {HTMLElement} */ (place.firstElementChild);
    place.replaceChildren(
      ...record[SEALS].map(function (/** @type {[Told, string, string, string]} */ [short, shape, state, label]) {
        const seal = /** @type {HTMLElement} */ (example.cloneNode(true));
        seal.className = `sh-seal sh-seal--${shape} sh-seal--${state} sh-seal--small`;
        seal.setAttribute("aria-label", label);
        seal.title = label;
        const words = /** @type {HTMLElement} */ (seal.firstElementChild);
        words.textContent = plain(short);
        if (Array.isArray(short)) {
          words.lang = short[1];
        }
        return seal;
      })
    );
    if (record[SEALS].length === 0) {
      place.remove();
    }
  }

  /**
   * @param {HTMLTemplateElement} template
   * @param {any[]} record
   * @param {Found} found
   * @param {Answer} answer
   * @param {{kinds: Told[], lacking: string, isFile: boolean}} words
   * @returns {DocumentFragment}
   */
  function drawn(template, record, found, answer, words) {
    const result = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const card = /** @type {HTMLElement} */ (result.querySelector(".sh-result"));
    card.classList.add(`sh-accent--${record[ACCENT]}`);
    const { title, also } = named(record, found, answer);
    fill(result, "title", record[TITLE], title);
    const link = /** @type {HTMLAnchorElement} */ (result.querySelector("a"));
    const href = record[HREF];
    // A page opened as a file has no server that would look for the index of a folder.
    link.href = search.site().root + href + (words.isFile && (href === "" || href.endsWith("/")) ? "index.html" : "");
    fill(result, "kind", record[KIND] === PRODUCT ? "" : words.kinds[record[KIND]]);
    fill(result, "note", record[NOTE]);
    const text = plain(record[TEXT]);
    fill(result, "text", record[TEXT], marks.marked(text, marks.spans(text, answer.query, answer.words)));
    fill(result, "price", record[PRICE]);
    fill(result, "unit", record[UNIT]);
    const alsoPlace = /** @type {HTMLElement} */ (result.querySelector('[data-sh-slot="also"]'));
    const alsoName = /** @type {HTMLElement} */ (alsoPlace.querySelector("[data-sh-name]"));
    alsoName.replaceChildren(...also);
    if (also.length === 0) {
      alsoPlace.remove();
    }
    const lacking = found.lacking.join(" ");
    fill(result, "lacking", lacking && words.lacking.replace("{words}", () => lacking));
    FLAG_NAMES.forEach(function (name, bit) {
      if (!(record[FLAGS] & (1 << bit))) {
        /** @type {HTMLElement} */ (result.querySelector(`[data-sh-slot="${name}"]`)).remove();
      }
    });
    card.classList.toggle("sh-result--withdrawn", (record[FLAGS] & 2) !== 0);
    fillPicture(result, record);
    fillSeals(result, record);
    if (plain(record[PRICE]) === "" && record[SEALS].length === 0) {
      /** @type {HTMLElement} */ (result.querySelector('[data-sh-slot="foot"]')).remove();
    }
    return result;
  }

  search.results = { read, drawn };
})();

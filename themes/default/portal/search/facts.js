/**
 * What the index knows of each subject without reading its result: by this results are put in order and narrowed.
 */

/**
 * @typedef {object} Facts
 * @property {number} kind Place among the kinds.
 * @property {boolean} gone Withdrawn or recalled.
 * @property {number} length Characters of its name.
 * @property {Object<string, number[]>} values Facet → places of its values among all.
 */

(function () {
  "use strict";

  const search = /** @type {any} */ (window).shanhuoSearch;
  const { shards } = search;

  const DIGITS = shards.SIGNS.replace(",", "");
  /** Facets in the order in which they are written, behind kind, state and length. */
  const WRITTEN = ["origin", "category", "mark"];
  const ONLINE = 2;
  const OFFLINE = 4;

  /** @type {Map<number, Facts>} */
  const known = new Map();

  /**
   * @param {string} signs
   * @param {number[]} widths Signs of a value of each written facet.
   * @returns {Facts}
   */
  function factsOf(signs, widths) {
    const [kind, state, length] = [...signs.slice(0, 3)].map(shards.valueOf);
    /** @type {Object<string, number[]>} */
    const values = { kind: [kind], mode: [] };
    if (state & ONLINE) {
      values.mode.push(0);
    }
    if (state & OFFLINE) {
      values.mode.push(1);
    }
    const written = signs.slice(3).split(",");
    WRITTEN.forEach(function (facet, number) {
      const text = written[number] || "";
      values[facet] = [];
      for (let at = 0; at < text.length; at += widths[number]) {
        const places = [...text.slice(at, at + widths[number])].map((sign) => DIGITS.indexOf(sign));
        values[facet].push(places.reduce((value, place) => value * DIGITS.length + place, 0));
      }
    });
    return { kind, gone: (state & 1) !== 0, length, values };
  }

  /**
   * @param {number[]} subjects
   * @returns {Promise<Map<number, Facts>>} The facts of all that have been asked for so far, these among them.
   */
  async function read(subjects) {
    const perFile = search.site().blocksPerFile * shards.LOCALS;
    const files = [...new Set(subjects.map((subject) => Math.floor(subject / perFile)))];
    await Promise.all(
      files.map(async function (file) {
        const [widths, blocks] = await shards.read("facets", String(file));
        blocks.forEach(function (/** @type {string} */ text, /** @type {number} */ block) {
          text.split(" ").forEach(function (signs, local) {
            if (signs) {
              known.set(file * perFile + block * shards.LOCALS + local, factsOf(signs, widths));
            }
          });
        });
      })
    );
    if (!subjects.every((subject) => known.has(subject))) {
      throw new shards.Unread("facets"); // the site was published anew: the index is not that of these facts
    }
    return known;
  }

  /**
   * @param {Found[]} found Of which the facts have been read.
   * @returns {Found[]} In order: the better, what can be had, the shorter name, the kind.
   */
  function ordered(found) {
    return found
      .map(function (one) {
        const { gone, length, kind } = /** @type {Facts} */ (known.get(one.subject));
        return { one, key: [one.rank, Number(gone), length, kind, one.subject] };
      })
      .sort((first, second) => first.key.map((value, at) => value - second.key[at]).find((gap) => gap !== 0) || 0)
      .map(({ one }) => one);
  }

  search.facts = { read, ordered };
})();

/**
 * What the guide knows: records by their names, their facts as far as they were handed over, words of replies.
 *
 * `shanhuo.ask.take(kind, value)` receives it, from the scripts that a build makes.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, names } = ask;

  const MOST_FACTS = 8;
  const MOST_NAMES = 12;
  /** Files of facts up to which all of them are read for a question. */
  const MOST_FILES = 64;

  /** @type {Map<string, any>} Language → index of names. */
  const indexes = new Map();
  /** @type {Map<string, any>} Language → what the site says of its records. */
  const told = new Map();
  /** @type {Map<string, Map<string, any[]>>} Language → record → its facts. */
  const known = new Map();

  /** @param {string} kind `characters`, `names` or `facts`. @param {any} value */
  function take(kind, value) {
    if (kind === "characters") {
      forms.learn(value);
    } else if (kind === "names") {
      told.set(value.language, value);
      indexes.delete(value.language);
    } else if (kind === "facts") {
      const facts = known.get(value.language) || new Map();
      known.set(value.language, facts);
      for (const key of Object.keys(value.records)) {
        facts.set(
          key,
          value.records[key].map((/** @type {any[]} */ row) => factOf(key, row, value.sources))
        );
      }
    }
  }

  /** @param {string} record @param {any[]} row @param {any[]} sources @returns {any} */
  function factOf(record, row, sources) {
    const [title, url] = sources[row[4]];
    return {
      record,
      field: row[0],
      value: row[1],
      sentence: row[2],
      date: row[3] || null,
      source: title ? { title, url: url || null } : null,
      number: row.length > 5 ? Number(row[5]) : undefined,
      unit: row[6]
    };
  }

  /** @param {string} language @returns {any} */
  function indexOf(language) {
    let index = indexes.get(language);
    if (index === undefined) {
      if (!told.has(language)) {
        throw new Error(`no names in ${language}`);
      }
      index = new names.Index(told.get(language));
      indexes.set(language, index);
    }
    return index;
  }

  /** @param {any} given @returns {{record: string, previous: string[], waiting: boolean}} */
  function contextOf(given) {
    if (typeof given === "string") {
      return { record: given, previous: [], waiting: false };
    }
    return {
      record: (given && given.record) || "",
      previous: (given && given.previous) || [],
      waiting: Boolean(given && given.waiting)
    };
  }

  /** @param {string} language @returns {any} What the site says of its records, and words of replies. */
  function siteIn(language) {
    return told.get(language);
  }

  /** @param {string} language @returns {Map<string, any[]>} Record → its facts. */
  function factsIn(language) {
    return known.get(language) || new Map();
  }

  /** @param {string} language @returns {number} Into how many files the facts are split. */
  function files(language) {
    return 1 + Math.max(...[...indexOf(language).entries.values()].map((entry) => entry.shard));
  }

  /** @param {string} language @returns {boolean} */
  function isSmall(language) {
    return files(language) <= MOST_FILES;
  }

  /**
   * Finds records by what they are called.
   *
   * @param {string} text
   * @param {string} language
   * @returns {Array<{record: string, name: string}>} The likeliest first.
   */
  function find(text, language) {
    const index = indexOf(language);
    const bare = forms.bare(forms.folded(text));
    const told = ask.understanding.understand(text, index);
    const keys = told.mentions.flatMap((/** @type {any} */ mention) => mention.keys);
    for (const entry of index.entries.values()) {
      if (bare.length > 0 && forms.bare(entry.all).indexOf(bare) >= 0) {
        keys.push(entry.key);
      }
    }
    return [...new Set(keys)].map((key) => ({ record: key, name: index.entries.get(key).name }));
  }

  ask.knowing = { MOST_FACTS, MOST_NAMES, siteIn, factsIn, indexOf, contextOf, isSmall };
  ask.take = take;
  ask.find = find;
  ask.files = files;
})();

/**
 * Reads the files of the index, each when it is first asked for, and finds in them where a pair of characters stands.
 *
 * Files are scripts that call `shanhuoSearch(family, file, content)`, because a page that was opened as a file may
 * read no others. How places are written is told in `generator/surfaces/search_postings.py`.
 */
(function () {
  "use strict";

  /** @typedef {{first: boolean, last: boolean}} Ends Whether a pair begins its name, whether it ends it. */
  /**
   * @typedef {object} Site What the page tells of the index.
   * @property {string} index The way to the index.
   * @property {string} root The way to the root of the page's language.
   * @property {string} version Of the index.
   * @property {string} resultsVersion Of the results in this language.
   * @property {number} names Files of a family.
   * @property {number} sounds Files of each initial.
   * @property {number} texts
   * @property {number} words
   * @property {number} blocksPerFile Blocks in a file of facets.
   * @property {number} perFile Results in a file.
   */

  /** Printable ASCII without blank, quotation mark and backslash. */
  const SIGNS = Array.from({ length: 94 }, (_, place) => String.fromCharCode(33 + place))
    .filter((sign) => sign !== '"' && sign !== "\\")
    .join("");
  /** @type {Map<string, number>} */
  const VALUES = new Map([...SIGNS].map((sign, value) => [sign, value]));
  /** Subjects of a block are counted up to this. */
  const LOCALS = 128;
  /** Positions in the names of a subject are counted up to this. */
  const POSITIONS = 4096;
  const FILES_OF_FIRST = 4;
  const PREFIX = 3;

  /** A file that could not be read: the connection is gone, or the site was published anew. */
  class Unread extends Error {}

  /** @type {Map<string, any>} What files have said and nobody has taken yet. */
  const told = new Map();
  /** @type {Map<string, Promise<any>>} */
  const asked = new Map();
  /** @type {Site} */
  let site;

  /**
   * @param {string} family
   * @param {string} file
   * @param {any} content
   */
  function take(family, file, content) {
    told.set(`${family}/${file}`, content);
  }

  /** @param {string} family @param {string} file @returns {string} */
  function address(family, file) {
    if (family === "results") {
      return `${site.root}search/results/${file}.js?v=${site.resultsVersion}`;
    }
    if (family === "labels") {
      return `${site.root}search/labels.js?v=${site.resultsVersion}`;
    }
    return `${site.index}${file ? `${family}/${file}` : family}.js?v=${site.version}`;
  }

  /**
   * @param {string} family
   * @param {string} file
   * @returns {Promise<any>} What the file says; fails where it cannot be read.
   */
  function read(family, file) {
    const key = `${family}/${file}`;
    let reading = asked.get(key);
    if (!reading) {
      reading = new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        script.src = address(family, file);
        script.addEventListener("load", () => (told.has(key) ? resolve(told.get(key)) : reject(new Unread(key))));
        script.addEventListener("error", () => reject(new Unread(key)));
        document.head.append(script);
      });
      reading.then(
        () => told.delete(key),
        () => asked.delete(key) // the next question tries again
      );
      asked.set(key, reading);
    }
    return reading;
  }

  /** @param {string} text @returns {number} FNV-1a over code points, its halves folded. */
  function hashed(text) {
    let state = 0x811c9dc5;
    for (const sign of text) {
      state = Math.imul(state ^ /** @type {number} */ (sign.codePointAt(0)), 0x01000193) >>> 0;
    }
    return (state ^ (state >>> 15)) >>> 0;
  }

  /** @param {string} first @param {string} second @returns {string} The file of a pair of characters of names. */
  function fileOfNamePair(first, second) {
    return String(hashed(search.forms.isCjk(first) ? first : first + second) % site.names);
  }

  /** @param {string} first @param {string} second @returns {string} The file of a pair of Han characters of texts. */
  function fileOfTextPair(first, second) {
    return String((hashed(first) + (hashed(second) % FILES_OF_FIRST)) % site.texts);
  }

  /** @param {string} word @returns {string} The file of all words that begin alike. */
  function fileOfWord(word) {
    return String(hashed([...word].slice(0, PREFIX).join("")) % site.words);
  }

  /** @param {string} first @param {string} second @returns {string} The file of a pair of syllables. */
  function fileOfSyllables(first, second) {
    return (/^\d/.test(first) ? "0" : first[0]) + (hashed(second.slice(0, 1)) % site.sounds);
  }

  /**
   * Calls back with each character of a run and its codes.
   *
   * @param {string} run
   * @param {function(string, string): void} each
   */
  function eachOfRun(run, each) {
    let at = 0;
    while (at < run.length) {
      const second = String.fromCodePoint(/** @type {number} */ (run.codePointAt(at)));
      const end = run.indexOf(" ", at + second.length);
      each(second, run.slice(at + second.length, end));
      at = end + 1;
    }
  }

  /**
   * Adds the places of which codes of three signs tell.
   *
   * @param {Map<number, Ends>} places Subject and position in one number → ends.
   * @param {number} block
   * @param {string} codes
   * @param {number} offset How far behind the beginning of the query the pair stands.
   * @param {boolean} isWhole Both of the pair are asked for, so that where the pair ends a name the query does.
   */
  function addPlaces(places, block, codes, offset, isWhole) {
    for (let at = 0; at < codes.length; at += 3) {
      const value = valueOf(codes[at + 1]) * SIGNS.length + valueOf(codes[at + 2]);
      const position = (value >> 2) - offset;
      if (position >= 0) {
        const place = (block * LOCALS + valueOf(codes[at])) * POSITIONS + position;
        const known = places.get(place);
        const ends = { first: (value & 1) !== 0, last: isWhole && (value & 2) !== 0 };
        // One character may be read in several ways: the same place, told more than once.
        places.set(place, known ? { first: known.first || ends.first, last: known.last || ends.last } : ends);
      }
    }
  }

  /** @param {string} sign @returns {number} */
  function valueOf(sign) {
    return /** @type {number} */ (VALUES.get(sign));
  }

  /** @param {number} block @param {string} codes @param {Set<number>} subjects Receives those that codes name. */
  function addSubjects(block, codes, subjects) {
    for (const sign of codes) {
      subjects.add(block * LOCALS + valueOf(sign));
    }
  }

  /** @type {any} */
  const search = take;
  Object.assign(search, {
    open: (/** @type {Site} */ given) => (site = given),
    site: () => site,
    shards: {
      LOCALS,
      Unread,
      POSITIONS,
      SIGNS,
      read,
      valueOf,
      eachOfRun,
      addPlaces,
      addSubjects,
      fileOfNamePair,
      fileOfTextPair,
      fileOfWord,
      fileOfSyllables
    }
  });
  /** @type {any} */ (window).shanhuoSearch = search;
})();

/**
 * Looks a text up in one family of the index: as a part of names, as what names sound like, as a word of texts.
 *
 * Each answer is a map from subject to how well it fits: 0 the whole name, 1 its beginning, 2 inside it.
 */
(function () {
  "use strict";

  const search = /** @type {any} */ (window).shanhuoSearch;
  const { shards, forms } = search;

  /** @typedef {{first: boolean, last: boolean}} Ends */
  /** @typedef {Map<number, number>} Fits Subject → how well it fits. */
  /** @typedef {{names: Fits, aliases: Fits}} Named */
  /** @typedef {Map<number, {fit: number, position: number, length: number}>} Sounding */

  const EXACT = 0;
  const BEGINS = 1;
  const INSIDE = 2;
  const SHORTEST_WORD = 2;
  /** Stands in names behind their last character. */
  const END = "\t";

  /** @param {number} length @returns {number[]} Where pairs begin that together cover so many characters. */
  function offsets(length) {
    const found = [];
    for (let at = 0; at + 1 < length; at += 2) {
      found.push(at);
    }
    if (length > 1 && length % 2 === 1) {
      found.push(length - 2);
    }
    return found;
  }

  /**
   * Returns where all pairs stand one behind the other.
   *
   * @param {Array<Map<number, Ends>>} pairs The places of each pair, from the beginning of the query.
   * @returns {Map<number, Ends>}
   */
  function chained(pairs) {
    const found = new Map(pairs[0]);
    pairs.slice(1).forEach(function (places, number) {
      for (const [place, ends] of found) {
        const next = places.get(place);
        if (next === undefined) {
          found.delete(place);
        } else {
          const isLast = number === pairs.length - 2;
          found.set(place, { first: ends.first, last: isLast ? next.last : false });
        }
      }
    });
    return found;
  }

  /** @param {Map<number, Ends>} places @returns {Fits} */
  function fitsOf(places) {
    /** @type {Fits} */
    const fits = new Map();
    for (const [place, { first, last }] of places) {
      const subject = Math.floor(place / shards.POSITIONS);
      const fit = first ? (last ? EXACT : BEGINS) : INSIDE;
      fits.set(subject, Math.min(fit, fits.has(subject) ? /** @type {number} */ (fits.get(subject)) : INSIDE));
    }
    return fits;
  }

  /**
   * Finds the names and aliases that hold a text.
   *
   * @param {string} text Folded; of a single character only a Han one is looked up.
   * @returns {Promise<Named>}
   */
  async function inNames(text) {
    const signs = [...text];
    if (signs.length < 1 || (signs.length === 1 && !forms.isCjk(text))) {
      return { names: new Map(), aliases: new Map() };
    }
    const places = signs.length === 1 ? [0] : offsets(signs.length);
    const files = await Promise.all(
      places.map((at) => shards.read("names", shards.fileOfNamePair(signs[at], signs[at + 1] || "")))
    );
    const [names, aliases] = [1, 2].map((kind) =>
      fitsOf(chained(files.map((file, number) => pairIn(file, kind, signs, places[number]))))
    );
    return { names, aliases };
  }

  /**
   * @param {Array<[number, Object<string, string>, Object<string, string>]>} file Blocks; runs of names, of aliases.
   * @param {number} kind Place of the runs.
   * @param {string[]} signs The whole query.
   * @param {number} at Where in it the pair begins; any pair where nothing follows.
   * @returns {Map<number, Ends>}
   */
  function pairIn(file, kind, signs, at) {
    /** @type {Map<number, Ends>} */
    const found = new Map();
    for (const part of file) {
      const run = /** @type {Object<string, string>} */ (part[kind])[signs[at]];
      if (run !== undefined) {
        shards.eachOfRun(run, function (/** @type {string} */ second, /** @type {string} */ codes) {
          if (signs.length === 1 || second === signs[at + 1]) {
            shards.addPlaces(found, part[0], codes, at, signs.length > 1 || second === END);
          }
        });
      }
    }
    return found;
  }

  /**
   * Finds the names that sound so.
   *
   * @param {Array<{text: string, whole: boolean}>} units Syllables, or their beginnings.
   * @returns {Promise<Sounding>}
   */
  async function inSounds(units) {
    const places = units.length === 1 ? [0] : offsets(units.length);
    const pairs = await Promise.all(
      places.map(async function (at) {
        const second = units[at + 1];
        const files = second
          ? [shards.fileOfSyllables(units[at].text, second.text)]
          : Array.from({ length: search.site().sounds }, (_, number) => units[at].text[0].replace(/\d/, "0") + number);
        /** @type {Map<number, Ends>} */
        const found = new Map();
        for (const file of await Promise.all(files.map((name) => shards.read("sounds", name)))) {
          addSyllables(found, file, units[at], second, at);
        }
        return found;
      })
    );
    /** @type {Sounding} */
    const sounding = new Map();
    for (const [place, { first, last }] of chained(pairs)) {
      const subject = Math.floor(place / shards.POSITIONS);
      const fit = first ? (last ? EXACT : BEGINS) : INSIDE;
      const known = sounding.get(subject);
      if (!known || fit < known.fit) {
        sounding.set(subject, { fit, position: place % shards.POSITIONS, length: units.length });
      }
    }
    return sounding;
  }

  /**
   * @param {Map<number, Ends>} found Receives the places.
   * @param {Array<[number, Object<string, Object<string, string>>]>} file
   * @param {{text: string, whole: boolean}} first
   * @param {{text: string, whole: boolean} | undefined} second Anything may follow where it is left out.
   * @param {number} at
   */
  function addSyllables(found, file, first, second, at) {
    for (const [block, runs] of file) {
      for (const syllable of Object.keys(runs)) {
        if (said(syllable, first)) {
          for (const [following, codes] of Object.entries(runs[syllable])) {
            if (!second || said(following, second)) {
              shards.addPlaces(found, block, codes, at, second !== undefined || following === "");
            }
          }
        }
      }
    }
  }

  /** @param {string} syllable @param {{text: string, whole: boolean}} unit @returns {boolean} */
  function said(syllable, unit) {
    return unit.whole ? syllable === unit.text : syllable.startsWith(unit.text);
  }

  /**
   * Finds the texts that hold a pair of Han characters.
   *
   * @param {string} first
   * @param {string} second
   * @returns {Promise<Set<number>>}
   */
  async function inTexts(first, second) {
    /** @type {Set<number>} */
    const found = new Set();
    for (const [block, runs] of await shards.read("texts", shards.fileOfTextPair(first, second))) {
      if (runs[first] !== undefined) {
        shards.eachOfRun(runs[first], function (/** @type {string} */ sign, /** @type {string} */ codes) {
          if (sign === second) {
            shards.addSubjects(block, codes, found);
          }
        });
      }
    }
    return found;
  }

  /**
   * Finds the texts that hold a word, or one that begins so.
   *
   * @param {string} word Of a script that writes blanks.
   * @returns {Promise<Set<number>>}
   */
  async function inWords(word) {
    /** @type {Set<number>} */
    const found = new Set();
    if ([...word].length < SHORTEST_WORD) {
      return found;
    }
    for (const [block, words] of await shards.read("words", shards.fileOfWord(word))) {
      for (const known of Object.keys(words)) {
        // A file holds all words that begin with the same three letters, so shorter ones are looked up whole.
        if (known === word || ([...word].length > 2 && known.startsWith(word))) {
          shards.addSubjects(block, words[known], found);
        }
      }
    }
    return found;
  }

  search.lookups = { inNames, inSounds, inTexts, inWords, offsets, EXACT, BEGINS, INSIDE };
})();

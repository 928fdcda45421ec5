/**
 * Answers a query: every subject that fits, the best first.
 *
 * First come names that hold the whole query as it was typed, then names, aliases and pinyin that hold it in another
 * spelling, then what holds all of its words somewhere; last, under a heading of their own, what lacks a part of it.
 */

/**
 * @typedef {object} Found One result.
 * @property {number} subject
 * @property {number} rank Of results in a group, the lower the better.
 * @property {[number, number] | null} sounded Where in the name what was typed in pinyin stands, and how far.
 * @property {string[]} lacking Parts of the query that it lacks.
 */
/**
 * @typedef {object} Answer
 * @property {string} query As it is compared.
 * @property {string[]} words
 * @property {Found[]} named What is called so.
 * @property {Found[]} told What says so.
 * @property {Found[]} partial What lacks a part of the query.
 */

(function () {
  "use strict";

  const search = /** @type {any} */ (window).shanhuoSearch;
  const { forms, lookups, shards } = search;

  /** @typedef {Map<number, number>} Fits Subject → how well it fits; 0 is best. */

  /** Ranks of the ways in which a name can hold a query; how well it fits is added. */
  const AS_TYPED = 0;
  const BARE = 10;
  const ALIAS = 20;
  const SYLLABLES = 30;
  const INITIALS = 40;
  const ALL_WORDS = 50;
  const LONGEST_QUERY = 48;
  /** With fewer good results than this, those that lack a part of the query are looked for. */
  const FEW = 10;
  const MOST_PARTIAL = 20;
  /** Pairs of a word that are looked up in texts: of a long one its first ones tell enough, and each is a file. */
  const MOST_PAIRS = 8;
  /** Letters of a word that must be right at least. */
  const SHORTEST_BEGINNING = 3;

  /**
   * @param {string} text Folded.
   * @param {string} typed As it was typed.
   * @returns {{units: Array<{text: string, whole: boolean}>, rank: number}[]} Ways to read it as pinyin.
   */
  function readings(text, typed) {
    const letters = forms.bare(forms.folded(typed.toLowerCase().replace(/ü|u:/g, "v")));
    if (!/^[0-9a-z]*[a-z][0-9a-z]*$/.test(letters) || letters.length < 2 || text === "") {
      return [];
    }
    return search
      .divisions(letters)
      .map((/** @type {Array<{text: string, whole: boolean}>} */ units) => ({
        units,
        rank: units.some((unit) => unit.whole && /[a-z]/.test(unit.text)) ? SYLLABLES : INITIALS
      }));
  }

  /**
   * Finds what is called so, in any spelling.
   *
   * @param {string} text Folded.
   * @param {string} typed
   * @returns {Promise<Map<number, Found>>}
   */
  async function called(text, typed) {
    const bare = forms.bare(text);
    /** @type {Map<number, Found>} */
    const found = new Map();

    /** @param {Fits} fits @param {number} rank */
    function add(fits, rank) {
      for (const [subject, fit] of fits) {
        keep(found, { subject, rank: rank + fit, sounded: null, lacking: [] });
      }
    }

    const [own, plain, ...sounding] = await Promise.all([
      lookups.inNames(text),
      bare !== text ? lookups.inNames(bare) : null,
      ...readings(text, typed).map(async ({ units, rank }) => ({ rank, fits: await lookups.inSounds(units) }))
    ]);
    add(own.names, AS_TYPED);
    add(own.aliases, ALIAS);
    if (plain) {
      add(plain.names, BARE);
      add(plain.aliases, ALIAS);
    }
    for (const { rank, fits } of sounding) {
      for (const [subject, { fit, position, length }] of fits) {
        keep(found, { subject, rank: rank + fit, sounded: [position, length], lacking: [] });
      }
    }
    return found;
  }

  /** @param {Map<number, Found>} found @param {Found} one Kept where it fits better than what is known. */
  function keep(found, one) {
    const known = found.get(one.subject);
    const better = known && known.rank <= one.rank ? known : one;
    // A name in Latin letters may be the pinyin of one in characters: both are told.
    const sounded = better.sounded || one.sounded || (known ? known.sounded : null);
    found.set(one.subject, Object.assign({}, better, { sounded }));
  }

  /**
   * Finds where all pairs of a word stand, or where none but some of them do.
   *
   * @param {string} word
   * @returns {Promise<Set<number>>} Subjects whose names or words hold it.
   */
  async function said(word) {
    const signs = [...word];
    if (!forms.isCjk(word)) {
      return lookups.inWords(word);
    }
    if (signs.length === 1) {
      return new Set();
    }
    const places = lookups.offsets(signs.length).slice(0, MOST_PAIRS);
    const sets = await Promise.all(places.map((/** @type {number} */ at) => lookups.inTexts(signs[at], signs[at + 1])));
    return intersection(sets);
  }

  /** @template T @param {Array<Set<T>>} sets @returns {Set<T>} */
  function intersection(sets) {
    const [smallest, ...others] = [...sets].sort((one, other) => one.size - other.size);
    return new Set([...smallest].filter((each) => others.every((set) => set.has(each))));
  }

  /**
   * Finds what lacks a part of the query, what has most of it first.
   *
   * @param {string[]} words
   * @param {Array<Set<number>>} holding For each word the subjects that hold it.
   * @param {function(number): boolean} isKnown Whether a subject is among the good results.
   * @returns {Promise<Found[]>}
   */
  async function partly(words, holding, isKnown) {
    /** @type {Map<number, {has: number, lacking: string[]}>} */
    const scores = new Map();
    const pieces = await Promise.all(words.map((word, number) => piecesOf(word, holding[number])));
    /** @type {Set<number>} */
    const subjects = new Set();
    pieces.forEach((found) => found.forEach((piece) => piece.subjects.forEach((subject) => subjects.add(subject))));
    for (const subject of subjects) {
      if (!isKnown(subject)) {
        let has = 0;
        /** @type {string[]} */
        const lacking = [];
        words.forEach(function (word, number) {
          const covered = coveredSigns(word, pieces[number], subject);
          has += covered.filter(Boolean).length;
          lacking.push(...uncovered(word, covered));
        });
        scores.set(subject, { has, lacking });
      }
    }
    return [...scores]
      .map(([subject, { has, lacking }]) => ({ subject, rank: -has, sounded: null, lacking }))
      .sort((one, other) => one.rank - other.rank || one.subject - other.subject)
      .slice(0, MOST_PARTIAL);
  }

  /**
   * @param {string} word
   * @param {Set<number>} holding Subjects that hold all of it.
   * @returns {Promise<Array<{at: number, length: number, subjects: Set<number>}>>} Parts of it, and what holds them.
   */
  async function piecesOf(word, holding) {
    const signs = [...word];
    const whole = { at: 0, length: signs.length, subjects: holding };
    if (!forms.isCjk(word)) {
      const beginning = holding.size === 0 ? await longestBeginning(signs) : null;
      return beginning ? [whole, beginning] : [whole];
    }
    if (signs.length < 2) {
      return [whole];
    }
    const pairs = await Promise.all(
      signs.slice(1, MOST_PAIRS + 1).map(async function (second, at) {
        return { at, length: 2, subjects: await lookups.inTexts(signs[at], second) };
      })
    );
    if (signs.length > 2 || holding.size > 0) {
      return [whole, ...pairs];
    }
    const singles = await Promise.all(
      signs.map(async (sign, at) => ({ at, length: 1, subjects: new Set((await lookups.inNames(sign)).names.keys()) }))
    );
    return [whole, ...pairs, ...singles];
  }

  /**
   * @param {string[]} signs Of a word that nothing holds.
   * @returns {Promise<{at: number, length: number, subjects: Set<number>} | null>} Its longest beginning that is held.
   */
  async function longestBeginning(signs) {
    for (let length = signs.length - 1; length >= SHORTEST_BEGINNING; length -= 1) {
      const subjects = await lookups.inWords(signs.slice(0, length).join(""));
      if (subjects.size > 0) {
        return { at: 0, length, subjects };
      }
    }
    return null;
  }

  /**
   * @param {string} word
   * @param {Array<{at: number, length: number, subjects: Set<number>}>} pieces
   * @param {number} subject
   * @returns {boolean[]} For each character whether the subject has it in one of the pieces.
   */
  function coveredSigns(word, pieces, subject) {
    const covered = [...word].map(() => false);
    for (const piece of pieces) {
      if (piece.subjects.has(subject)) {
        covered.fill(true, piece.at, piece.at + piece.length);
      }
    }
    return covered;
  }

  /** @param {string} word @param {boolean[]} covered @returns {string[]} Its parts that are not covered. */
  function uncovered(word, covered) {
    if (!forms.isCjk(word)) {
      return covered.every(Boolean) ? [] : [word];
    }
    return [...word]
      .map((sign, at) => (covered[at] ? " " : sign))
      .join("")
      .split(" ")
      .filter(Boolean);
  }

  /**
   * @param {string} typed
   * @returns {Promise<Answer>} Fails where a file of the index cannot be read.
   */
  async function answer(typed) {
    forms.learn(await shards.read("characters", ""));
    const text = [...forms.folded(typed)].slice(0, LONGEST_QUERY).join("");
    /** @type {string[]} */
    const words = forms.words(text);
    const [found, ...told] = await Promise.all([called(text, typed), ...words.map(said)]);
    const parts = words.length > 1 ? await Promise.all(words.map((word) => called(word, word))) : [found];
    const holding = told.map((/** @type {Set<number>} */ set, number) => new Set([...set, ...parts[number].keys()]));
    if (words.length > 1) {
      for (const subject of intersection(parts.map((part) => new Set(part.keys())))) {
        keep(found, { subject, rank: ALL_WORDS, sounded: null, lacking: [] });
      }
    }
    /** @type {Found[]} */
    const saying = [];
    for (const subject of holding.length ? intersection(holding) : []) {
      if (!found.has(subject)) {
        saying.push({ subject, rank: 0, sounded: null, lacking: [] });
      }
    }
    const good = new Set([...found.keys(), ...saying.map((one) => one.subject)]);
    const partial = good.size < FEW ? await partly(words, holding, (subject) => good.has(subject)) : [];
    return { query: text, words, named: [...found.values()], told: saying, partial };
  }

  search.answer = answer;
})();

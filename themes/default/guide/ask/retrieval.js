/**
 * Chooses sentences by the words that they share with a question; where few are shared, none is chosen.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon } = ask;

  const { STOPS } = lexicon;
  /** @typedef {{field: string, value: string, sentence: string, date: string, source: any, record: string, number?: number, unit?: string}} Fact */

  /** @param {string} masked Of a question, names taken out. @param {boolean} chinese @returns {string[]} What it is about. */
  function wordsOf(masked, chinese) {
    if (!chinese) {
      return forms.tokens(masked).filter((/** @type {string} */ word) => !STOPS.has(word) && word.length > 2);
    }
    return piecesOf(masked.replace(lexicon.PARTICLES, " ")).filter((word) => word.length > 1);
  }

  /** @param {string} text @returns {string[]} Pairs of characters, numbers and words. */
  function piecesOf(text) {
    /** @type {string[]} */
    const found = [];
    for (const run of text.split(/[〇\s]+/)) {
      found.push(...(run.match(/[a-z0-9.]+/g) || []).filter((word) => word.length > 1));
      const signs = run.replace(/[a-z0-9.]+/g, " ");
      signs.split(" ").forEach((part) => found.push(...(part.length === 1 ? [part] : forms.pairs(part))));
    }
    const longer = found.filter((word) => word.length > 1);
    return [...new Set(longer.length > 0 ? longer : found)];
  }

  /** @type {WeakMap<object, {bare: string, tokens: Set<string>}>} Fact → its sentence in the compared form, as far as asked. */
  const compared = new WeakMap();

  /** @param {any} fact @param {string[]} words @param {boolean} chinese @returns {number} How many of *words* are in it. */
  function shared(fact, words, chinese) {
    return sharedWords(fact, words, chinese).length;
  }

  /** @param {any} fact @param {string[]} words @param {boolean} chinese @returns {string[]} */
  function sharedWords(fact, words, chinese) {
    let told = compared.get(fact);
    if (told === undefined) {
      const folded = forms.folded(fact.field === "figure" ? fact.value : fact.sentence);
      told = { bare: forms.bare(folded), tokens: new Set(forms.tokens(folded)) };
      compared.set(fact, told);
    }
    const { bare, tokens } = told;
    return words.filter((word) => (chinese ? bare.indexOf(word) >= 0 : tokens.has(word)));
  }

  /**
   * @param {Fact[]} facts
   * @param {string[]} words
   * @param {boolean} chinese
   * @param {number} least Share of the words that a sentence must have.
   * @param {number} [fewest] Words that it must have.
   * @returns {Fact[]} The best, one or two of equal worth.
   */
  function best(facts, words, chinese, least, fewest) {
    if (words.length === 0) {
      return [];
    }
    const found = facts.map((fact) => sharedWords(fact, words, chinese));
    const scored = facts
      .map(function (fact, place) {
        const own = found[place];
        const beside = [place - 1, place + 1]
          .filter((at) => facts[at] !== undefined && facts[at].record === fact.record && facts[at].field === fact.field)
          .flatMap((at) => found[at].filter((word) => own.indexOf(word) < 0));
        return { fact, own: own.length, score: own.length > 0 ? own.length + new Set(beside).size / 2 : 0 };
      })
      .filter(({ own, score }) => own >= (fewest || 1) && score / words.length >= least);
    const most = Math.max(0, ...scored.map(({ score }) => score));
    return scored
      .filter(({ score }) => score === most)
      .map(({ fact }) => fact)
      .slice(0, 2);
  }

  /**
   * Chooses, where it is known what is talked of, the sentences that share most signs with the question.
   *
   * @param {Fact[]} facts Of one record and its stories.
   * @param {string} masked The question in Chinese, names taken out.
   * @param {string} told All that is written of it.
   * @returns {Array<{fact: Fact, score: number, pairs: number, signs: number}>} The best first.
   */
  function passages(facts, masked, told) {
    const runs = masked.replace(lexicon.PARTICLES, " ").split(/[^\u4e00-\u9fff]+/);
    const units = new Set(
      runs.flatMap((run) => [...forms.pairs(run), ...[...run].filter((sign) => lexicon.BARE_SIGNS.indexOf(sign) < 0)])
    );
    const wanted = [...units].filter((unit) => unit.length === 1 || told.indexOf(unit) >= 0);
    const texts = facts.map((fact) => forms.bare(forms.folded(fact.sentence)));
    const weights = new Map(
      wanted.map((unit) => {
        const count = texts.filter((text) => text.indexOf(unit) >= 0).length;
        return [unit, Math.log(1 + facts.length / (1 + count))];
      })
    );
    const all = wanted.reduce((sum, unit) => sum + /** @type {number} */ (weights.get(unit)), 0);
    return facts
      .map(function (fact, place) {
        const shared = wanted.filter((unit) => texts[place].indexOf(unit) >= 0);
        const sum = shared.reduce((total, unit) => total + /** @type {number} */ (weights.get(unit)), 0);
        const signs = shared.filter((unit) => unit.length === 1).length;
        const pairs = shared.length - signs;
        return { fact, pairs, signs, score: sum / all };
      })
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
  }

  /** Share of all sentences in which a word that tells one from another stands at most. */
  const RARE = 0.03;
  /** Words that a sentence shares with the question, rare ones among them, and their share of what is known of it. */
  const LEAST_SHARED = 3;
  const LEAST_RARE = 2;
  const LEAST_SHARE = 0.45;

  /**
   * Chooses, where nothing was named, the sentence that says most of what was asked, by how rare its words are.
   *
   * @param {Fact[]} facts
   * @param {string[]} words
   * @param {boolean} chinese
   * @returns {Fact[]} One, or none.
   */
  function telling(facts, words, chinese) {
    const found = facts.map((fact) => sharedWords(fact, words, chinese));
    /** @type {Map<string, number>} */
    const counts = new Map();
    found.flat().forEach((word) => counts.set(word, (counts.get(word) || 0) + 1));
    const rarity = (/** @type {string} */ word) => Math.log(1 + facts.length / (counts.get(word) || 1));
    const known = words.filter((word) => counts.has(word));
    const all = known.reduce((sum, word) => sum + rarity(word), 0);
    /** @type {{score: number, fact: Fact | null}} */
    let best = { score: 0, fact: null };
    facts.forEach(function (fact, place) {
      const own = found[place];
      const rare = own.filter((word) => (counts.get(word) || 0) <= Math.max(2, facts.length * RARE)).length;
      const beside = [place - 1, place + 1]
        .filter((at) => facts[at] !== undefined && facts[at].record === fact.record && facts[at].field === fact.field)
        .flatMap((at) => found[at].filter((word) => own.indexOf(word) < 0));
      const sum = (/** @type {string[]} */ some) => [...new Set(some)].reduce((total, word) => total + rarity(word), 0);
      const score = (sum(own) + sum(beside) / 2) / all;
      if (own.length >= LEAST_SHARED && rare >= LEAST_RARE && score >= LEAST_SHARE && score > best.score) {
        best = { score, fact };
      }
    });
    return best.fact === null || known.length * 2 < words.length ? [] : [best.fact];
  }

  ask.retrieval = {
    telling,
    passages,
    wordsOf,
    piecesOf,
    shared,
    best
  };
})();

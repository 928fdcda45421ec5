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
      const folded = forms.folded(fact.sentence);
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

  ask.retrieval = { wordsOf, piecesOf, shared, best };
})();

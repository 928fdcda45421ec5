/**
 * Questions and sentences in parts that are compared: characters and pairs of them, or roots of English words; and how
 * much each part counts.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon } = ask;

  /** Words of questions are compared up to this number. */
  const MOST_UNITS = 60;

  /** @param {boolean} chinese @returns {any} What was learnt for questions in the language. */
  function learntOf(chinese) {
    return ask.learnt[chinese ? "zh" : "en"];
  }

  /** @param {string} text Folded. @param {boolean} chinese @returns {string[]} Characters, or roots of words. */
  function signsOf(text, chinese) {
    return chinese ? [...forms.bare(text)] : forms.tokens(text).filter((/** @type {string} */ word) => !lexicon.STOPS.has(word));
  }

  /** @param {string[]} signs @param {boolean} chinese @returns {string[]} */
  function pairsOf(signs, chinese) {
    return signs.slice(1).map((sign, place) => signs[place] + (chinese ? "" : " ") + sign);
  }

  /** @param {string} text @param {string} unit @param {boolean} chinese @returns {boolean} */
  function holds(text, unit, chinese) {
    return chinese ? text.indexOf(unit) >= 0 : ` ${text} `.indexOf(` ${unit} `) >= 0;
  }

  /**
   * @param {any} told A question as understood.
   * @returns {{signs: string[], pairs: string[], runs: string[][]}} What it is about, apart from names.
   */
  function unitsOf(told) {
    if (!told.chinese) {
      const signs = signsOf(told.masked.replace(/〇/g, " "), false).filter((word) => word.length > 1);
      return { signs: distinct(signs), pairs: distinct(pairsOf(signs, false)), runs: [signs] };
    }
    const runs = told.masked
      .replace(lexicon.PARTICLES, " ")
      .split(/[^\u4e00-\u9fff]+/)
      .map((/** @type {string} */ run) => [...run]);
    const numbers = (told.masked.match(/[a-z0-9.]+/g) || []).filter((/** @type {string} */ word) => word.length > 1);
    return {
      signs: distinct(runs.flat().filter((/** @type {string} */ sign) => lexicon.BARE_SIGNS.indexOf(sign) < 0)),
      pairs: distinct([...runs.flatMap((/** @type {string[]} */ run) => pairsOf(run, true)), ...numbers]),
      runs
    };
  }

  /** @param {string[]} words @returns {string[]} */
  function distinct(words) {
    return [...new Set(words)].slice(0, MOST_UNITS);
  }

  /** @param {string} unit @param {boolean} chinese @returns {number} How rare it is. */
  function rarity(unit, chinese) {
    const { rare, rarest } = learntOf(chinese);
    const parts = chinese ? [...unit] : unit.split(" ");
    const sum = parts.reduce((total, part) => total + (rare[part] === undefined ? rarest : rare[part]), 0);
    return parts.length === 1 ? sum : sum / parts.length + 1;
  }

  /** @param {any} told @returns {{signs: string[], pairs: string[]}} The question's units with those of the names in it. */
  function wholeOf(told) {
    return unitsOf({ ...told, masked: told.chinese ? told.bare : told.folded });
  }

  /** @param {Object<string, number>} traits @param {Object<string, number>} weights @returns {number} */
  function weighed(traits, weights) {
    return Object.keys(traits).reduce((sum, trait) => sum + traits[trait] * (weights[trait] || 0), weights.bias || 0);
  }

  ask.units = { learntOf, signsOf, pairsOf, holds, unitsOf, wholeOf, rarity, weighed };
})();

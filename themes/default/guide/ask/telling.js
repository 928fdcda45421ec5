/**
 * What of all that was read is told, and whether anything is.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { cues, units } = ask;
  const { learntOf, unitsOf, weighed } = units;

  /**
   * @param {any} decided What was decided of the question.
   * @param {Read[]} found What was read, the best first.
   * @param {boolean} isRefused Whether the rules alone would refuse.
   * @returns {Object<string, number>} What speaks for and against telling it.
   */
  function traitsOfTelling(decided, found, isRefused) {
    const { told } = decided;
    const [best, next] = found;
    /** @type {Object<string, number>} */
    const traits = {
      score: best.score,
      ahead: next === undefined ? 0 : best.score - next.score,
      all: Math.log(found.reduce((sum, { score }) => sum + Math.exp(Math.min(score, 30)), 0) + 1e-9),
      outside: told.outside ? 1 : 0,
      refused: isRefused ? 1 : 0,
      measured: best.traits.measured || 0,
      unmeasured: best.traits.unmeasured || 0,
      [`refusal:${told.refusal || "none"}`]: 1,
      [`act:${decided.act}`]: 1,
      [`field:${best.fact.field}`]: 1,
      ...Object.fromEntries(Object.keys(best.traits).filter((trait) => trait.startsWith("role:")).map((trait) => [trait, 1]))
    };
    for (const trait of ["signs", "pairs", "many_signs", "unsaid_signs", "unsaid_pairs", "asked_signs", "first", "run", "beside", "named", "likeness", "head", "no_head", "head_unsaid"]) {
      traits[trait] = best.traits[trait];
    }
    const { signs, pairs } = unitsOf(told);
    [...pairs, ...signs].forEach((unit) => (traits[`word:${unit}`] = 0.5));
    cues.asked(told).forEach((/** @type {string} */ how) => (traits[`asked:${how}`] = 1));
    return traits;
  }

  /** @param {any} decided @param {Read[]} found @param {boolean} isRefused @returns {number} How likely what was read answers: above nothing it does. */
  function certainty(decided, found, isRefused) {
    const { telling, certain } = learntOf(decided.told.chinese);
    return found.length === 0 ? -Infinity : weighed(traitsOfTelling(decided, found, isRefused), telling) - certain;
  }

  /** How far behind the best a fact may be to be told beside it: one that was read, one that the rules chose. */
  const CLOSE = 1.5;
  const FAR = 3;
  /** How far behind the best what the rules chose may be to be told alone, where a question says nothing that they do not know. */
  const NEAR = 2.5;
  const MOST_READ = 2;
  const MOST_TOLD = 8;

  /** @param {Read[]} found The best first. @param {any[]} first Facts that the rules chose. @returns {boolean} Whether one of them is hardly behind the best. */
  function isNear(found, first) {
    return found.some(({ fact, score }) => first.indexOf(fact) >= 0 && score >= found[0].score - NEAR);
  }

  /** @param {Read[]} found The best first. @param {any[]} first Facts that the rules chose. @returns {Read[]} What is told. */
  function chosen(found, first) {
    const [best] = found;
    const ruled = first
      .map((fact) => found.find((each) => each.fact === fact))
      .filter((each) => each !== undefined && each.score >= best.score - FAR);
    const close = found
      .filter(({ entry, score, traits }) => (entry === best.entry || traits["role:story"] === 1) && score >= best.score - CLOSE)
      .slice(0, MOST_READ);
    const all = first.indexOf(best.fact) >= 0 ? [...ruled, ...close] : [...close, ...ruled];
    return /** @type {Read[]} */ ([...new Set(all)]).slice(0, MOST_TOLD);
  }

  /** How far behind the best a fact of another record may be for either to be meant, and how well the best must answer. */
  const RIVAL = 1.5;
  const LEAST_RIVALS = -2.3;
  /** What it must share with the question. */
  const LEAST_RIVALRY = 0.15;
  /** Fields in which anything may stand: that several records share one of them says nothing. */
  const OPEN_FIELDS = new Set(["description", "summary", "story", "landscape", "history"]);
  /** How much less of the question its name may hold. */
  const ALIKE = 0.06;

  /** @param {any} decided @param {Read[]} found The best first. @returns {Read[]} Facts of several records of one kind that may be meant alike, where none was named; none where one is. */
  function rivals(decided, found) {
    const [best] = found;
    const isOpen = /^(?:prose|unknown|which)$/.test(decided.act);
    if (!isOpen || best === undefined || decided.told.mentions.length > 0 || best.score < LEAST_RIVALS || OPEN_FIELDS.has(best.fact.field)) {
      return [];
    }
    /** @type {Map<string, Read>} */
    const likely = new Map();
    found
      .filter(
        ({ fact, entry, score, traits }) =>
          entry.kind === best.entry.kind &&
          fact.field === best.fact.field &&
          score >= best.score - RIVAL &&
          traits.likeness >= best.traits.likeness - ALIKE &&
          (traits.signs > LEAST_RIVALRY || traits.likeness > LEAST_RIVALRY)
      )
      .forEach((each) => likely.has(each.entry.key) || likely.set(each.entry.key, each));
    return likely.size > 1 ? [...likely.values()] : [];
  }

  /** How well the best must answer to be told where the rules chose it as well, though its words alone would not do. */
  const AGREED = 0.5;
  /** How much less certain it may be where the rules chose what is hardly behind the best. */
  const RULED = 1;

  /** @param {any} decided @param {Read[]} found The best first. @param {any[]} first Facts that the rules chose. @param {boolean} isRefused @returns {boolean} Whether what was read is told. */
  function isTold(decided, found, first, isRefused) {
    const [best] = found;
    const isAgreed = best !== undefined && !isRefused && first.indexOf(best.fact) >= 0 && best.score > AGREED;
    const isRuled = !isRefused && decided.act === "facts" && isNear(found, first);
    return isAgreed || certainty(decided, found, isRefused) > (isRuled ? -RULED : 0);
  }

  ask.telling = { traitsOfTelling, isNear, chosen, rivals, isTold };
})();

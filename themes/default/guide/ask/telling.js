/**
 * What of all that was read is told, and whether anything is.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { cues, forms, lexicon, units } = ask;
  const { learntOf, unitsOf, weighed } = units;

  /** Traits of the best that count for whether it is told. */
  const OF_BEST = ["signs", "pairs", "many_signs", "unsaid_signs", "unsaid_pairs", "asked_signs", "first", "run", "beside", "named", "likeness", "head", "no_head", "head_unsaid", "measured", "unmeasured", "intended", "subject_unsaid"];
  /** Facts that the rules chose, beyond which more say no more. */
  const MOST_RULED = 8;
  /** How far behind the best what the rules chose is at most said to be. */
  const MOST_BEHIND = 8;

  /**
   * @typedef {object} Ruled What the rules alone would answer.
   * @property {boolean} isRefused
   * @property {any[]} facts
   * @property {boolean} isPlain Whether the question says nothing that they do not know.
   */

  /**
   * @param {any} decided What was decided of the question.
   * @param {Read[]} found What was read, the best first.
   * @param {Ruled} ruled
   * @returns {Object<string, number>} What speaks for and against telling the best, and for and against the rules' answer.
   */
  function traitsOfTelling(decided, found, ruled) {
    const { told } = decided;
    const [best, next, third] = found;
    const shares = sharesOf(found);
    const held = (/** @type {(one: Read) => boolean} */ isAlike) => found.reduce((sum, one, place) => sum + (isAlike(one) ? shares[place] : 0), 0);
    const ranked = found.find(({ fact }) => ruled.facts.indexOf(fact) >= 0);
    /** @type {Object<string, number>} */
    const traits = {
      score: best.score,
      ahead: next === undefined ? 0 : best.score - next.score,
      ahead_of_third: third === undefined ? 0 : best.score - third.score,
      all: Math.log(found.reduce((sum, { score }) => sum + Math.exp(Math.min(score, 30)), 0) + 1e-9),
      share: shares[0],
      share_log: Math.log(shares[0]),
      spread: shares.reduce((sum, share) => sum - share * Math.log(share + 1e-12), 0),
      share_of_record: held(({ entry }) => entry === best.entry),
      share_of_field: held(({ fact }) => fact.field === best.fact.field),
      behind: ranked === undefined ? 0 : Math.min(best.score - ranked.score, MOST_BEHIND),
      unread: ranked === undefined ? 1 : 0,
      ruled: Math.min(ruled.facts.length, MOST_RULED) / 4,
      outside: told.outside ? 1 : 0,
      foreign: decided.isForeign ? 1 : 0,
      refused: ruled.isRefused ? 1 : 0,
      plain: ruled.isPlain ? 1 : 0,
      plain_ruled: ruled.isPlain && !ruled.isRefused ? 1 : 0,
      [`refusal:${told.refusal || "none"}`]: 1,
      [`act:${decided.act}`]: 1,
      [`act:${decided.act}:${ruled.isRefused ? "refused" : "ruled"}`]: 1,
      [`field:${best.fact.field}`]: 1,
      ...Object.fromEntries(Object.keys(best.traits).filter((trait) => trait.startsWith("role:")).map((trait) => [trait, 1]))
    };
    if (ruled.facts.length > 0) {
      traits[`ruled:${ruled.facts[0].field}`] = 1;
    }
    for (const trait of OF_BEST) {
      traits[trait] = best.traits[trait] || 0;
    }
    const { signs, pairs } = unitsOf(told);
    [...pairs, ...signs].forEach((unit) => (traits[`word:${unit}`] = 0.5));
    cues.asked(told).forEach((/** @type {string} */ how) => (traits[`asked:${how}`] = 1));
    decided.intents.forEach((/** @type {any} */ each) => (traits[`intent:${each.id}`] = 1));
    return traits;
  }

  /** @param {Read[]} found The best first. @returns {number[]} How likely each is the one that answers, if one does. */
  function sharesOf(found) {
    const powers = found.map(({ score }) => Math.exp(score - found[0].score));
    const whole = powers.reduce((sum, power) => sum + power, 0);
    return powers.map((power) => power / whole);
  }

  /**
   * @param {any} decided @param {Read[]} found @param {Ruled} ruled
   * @returns {{read: number, ruled: number}} How likely what was read answers, and what the rules chose: above nothing it does.
   */
  function certainties(decided, found, ruled) {
    const { telling, ruling, trees, certain } = learntOf(decided.told.chinese);
    if (found.length === 0) {
      return { read: -Infinity, ruled: ruled.isRefused ? -Infinity : Infinity };
    }
    const traits = traitsOfTelling(decided, found, ruled);
    const own = decided.told.chinese ? decided.told.masked.match(lexicon.OF_ITSELF) || [] : [];
    const isUnsaid = (/** @type {any[]} */ facts) => own.some((/** @type {string} */ word) => facts.every((fact) => fact.sentence.indexOf(word) < 0));
    return {
      read: isUnsaid([found[0].fact]) ? -Infinity : grown(traits, weighed(traits, telling), trees.traits, trees.telling) - certain,
      ruled: ruled.isRefused || isUnsaid(ruled.facts) ? -Infinity : grown(traits, weighed(traits, ruling), trees.traits, trees.ruling) - certain
    };
  }

  /** @param {Object<string, number>} traits @param {number} sum Of the same, weighed. @param {string[]} names Of traits that the trees ask for; the sum stands behind them. @param {{start: number, trees: any[]}} learnt @returns {number} What the trees make of both. */
  function grown(traits, sum, names, { start, trees }) {
    const values = [...names.map((name) => traits[name] || 0), sum];
    return trees.reduce(function (total, tree) {
      let node = tree;
      while (Array.isArray(node)) {
        node = values[node[0]] <= node[1] ? node[2] : node[3];
      }
      return total + node;
    }, start);
  }

  /** How far behind the best what the rules chose may be, where a question says nothing that they do not know. */
  const NEAR = 6;

  /** @param {Read[]} found @param {Ruled} ruled @param {boolean} chinese @returns {boolean} Whether what the rules chose is told without further doubt: they know all that is said, and nothing that was read is much nearer; in English, whose words they know less well, nothing nearer at all. */
  function isPlainly(found, ruled, chinese) {
    const ranked = found.find(({ fact }) => ruled.facts.indexOf(fact) >= 0);
    const isNear = ranked === undefined ? chinese : ranked.score >= found[0].score - (chinese ? NEAR : 0);
    return !ruled.isRefused && ruled.isPlain && isNear;
  }

  /** How far behind the best a fact may be to be told beside it: one that was read, one that the rules chose. */
  const CLOSE = 2.5;
  const FAR = 3;
  const MOST_READ = 3;
  const MOST_TOLD = 8;

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

  /** Better sentences that are told beside what the rules chose. */
  const MOST_BESIDE = 1;

  /** @param {Read[]} found The best first. @param {any[]} facts That the rules chose. @returns {any[]} Facts of the same records, or of a story, that answer better than any of them. */
  function better(found, facts) {
    const ranked = found.find(({ fact }) => facts.indexOf(fact) >= 0);
    const records = facts.map((fact) => fact.record);
    return found
      .slice(0, MOST_LOOKED_AT)
      .filter(
        ({ fact, entry, score, traits }) =>
          score >= found[0].score - LEAST_BEHIND &&
          (ranked === undefined || score > ranked.score + MUCH) &&
          (records.indexOf(fact.record) >= 0 || records.indexOf(entry.key) >= 0 || traits["role:story"] === 1)
      )
      .slice(0, MOST_BESIDE)
      .map(({ fact }) => fact);
  }

  /** By how much a sentence must answer better than what the rules chose to be told beside it. */
  const MUCH = 1.5;
  /** How far behind the best another may be to be told beside what the rules chose, and of how many it is looked for. */
  const LEAST_BEHIND = 1.5;
  const MOST_LOOKED_AT = 12;

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

  /** How a value begins that was withheld. */
  const UNTOLD = /(?:^|[：:] ?|· )(?:[^：:·]{0,3}未(?:披露|公布|说明)|not (?:disclosed|published|stated))/;

  /** @param {any} fact @returns {boolean} Whether it says only that its value was withheld: that is told, and that there is no answer. */
  function isUntold(fact) {
    return UNTOLD.test(forms.folded(fact.value));
  }

  ask.telling = { traitsOfTelling, certainties, isPlainly, chosen, better, rivals, isUntold };
})();

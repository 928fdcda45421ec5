/**
 * Reads the facts of the records that are meant, and says how well each of them answers the question.
 *
 * How much each sign counts is learnt from questions with their answers (`learnt.js`, made by
 * `benchmarks/teach_asking.py`): what a question and a sentence share, how it is asked and what the sentence holds,
 * which words of questions go with which words of sentences.
 */

/**
 * @typedef {object} Prepared A fact in the form in which it is compared.
 * @property {any} fact
 * @property {string} text Its sentence without the name of its record: characters, or roots of words with blanks.
 * @property {string[]} signs The same in parts.
 * @property {Set<string>} units Its parts and pairs of parts.
 * @property {string[]} held
 * @property {string} folded
 */

/**
 * @typedef {object} Read
 * @property {any} fact
 * @property {any} entry The record that it is of.
 * @property {string} text Its sentence in the compared form.
 * @property {Object<string, number>} traits What speaks for and against it.
 * @property {number} score
 */


(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon, cues, units } = ask;
  const { holds, learntOf, pairsOf, rarity, signsOf, unitsOf, weighed, wholeOf } = units;

  const SAMPLES = /示例|\bsample\b/g;

  /** @type {WeakMap<any[], Prepared[]>} Facts of a record → the same prepared. */
  const prepared = new WeakMap();

  /** @param {any} entry @param {any[]} facts @param {boolean} chinese @returns {Prepared[]} */
  function prepare(entry, facts, chinese) {
    let found = prepared.get(facts);
    if (found === undefined) {
      const name = signsOf(forms.folded(entry.name), chinese);
      found = facts.map(function (fact) {
        const folded = forms.folded(fact.sentence).replace(SAMPLES, "");
        const whole = signsOf(folded, chinese);
        const isNamed = name.length > 0 && name.every((/** @type {any} */ sign, /** @type {any} */ place) => whole[place] === sign);
        const signs = isNamed ? whole.slice(name.length) : whole;
        return {
          fact,
          text: signs.join(chinese ? "" : " "),
          signs,
          units: new Set([...signs, ...pairsOf(signs, chinese)]),
          held: cues.held(folded),
          folded
        };
      });
      prepared.set(facts, found);
    }
    return found;
  }

  /** @param {string[]} signs @param {string} text @param {boolean} chinese @returns {number} Parts of the longest run that both have. */
  function longestRun(signs, text, chinese) {
    let most = 0;
    for (let start = 0; start + most < signs.length; start += 1) {
      while (start + most < signs.length && holds(text, signs.slice(start, start + most + 1).join(chinese ? "" : " "), chinese)) {
        most += 1;
      }
    }
    return most;
  }

  /** @param {string[]} units @param {Prepared} one @param {boolean} chinese @returns {number} How far words of the sentence are those that go with words of the question which it lacks. */
  function association(units, one, chinese) {
    const { beside } = learntOf(chinese);
    return units.reduce(function (sum, unit) {
      const known = beside[unit];
      if (known === undefined || holds(one.text, unit, chinese)) {
        return sum;
      }
      const most = Object.keys(known).reduce(
        (best, other) => (one.units.has(other) ? Math.max(best, known[other]) : best),
        0
      );
      return sum + most * rarity(unit, chinese);
    }, 0);
  }

  /**
   * Reads facts for a question.
   *
   * @param {any} decided What was decided of the question.
   * @param {Array<{entry: any, facts: any[], role: string, likeness: number}>} scope Records that may be meant.
   * @param {any[]} first Facts that the rules alone would tell.
   * @returns {Read[]} The best first.
   */
  function read(decided, scope, first) {
    const { told } = decided;
    const { chinese } = told;
    const { signs, pairs, runs } = unitsOf(told);
    const weigh = (/** @type {string[]} */ units) => units.reduce((sum, unit) => sum + rarity(unit, chinese), 0);
    const allSigns = weigh(signs) || 1;
    const allPairs = weigh(pairs) || 1;
    const measure = cues.measure(told);
    const asked = cues.asked(told);
    const head = cues.head(told).filter((/** @type {string} */ unit) => lexicon.BARE_SIGNS.indexOf(unit) < 0);
    const heads = weigh(head) || 1;
    const subjects = chinese ? told.masked.match(lexicon.SUBJECTS) || [] : [];
    const run = runs.reduce((/** @type {string[]} */ best, /** @type {any} */ each) => (each.length > best.length ? each : best), []);
    const intents = decided.intents.length > 0 ? decided.intents.map((/** @type {any} */ each) => each.id) : ["none"];
    /** @type {Read[]} */
    const found = [];
    const guessed = nearest(told, scope.filter(({ role }) => role === "guessed"));
    for (const { entry, facts, role, likeness } of scope) {
      const all = prepare(entry, facts, chinese);
      if (role === "guessed" && all.every((one) => !guessed.has(one))) {
        continue;
      }
      const written = all.map(({ text }) => text).join(chinese ? "|" : " | ");
      const unsaidSigns = weigh(signs.filter((/** @type {any} */ unit) => !holds(written, unit, chinese))) / allSigns;
      const unsaidPairs = weigh(pairs.filter((/** @type {any} */ unit) => !holds(written, unit, chinese))) / allPairs;
      all.forEach(function (one, place) {
        const { fact } = one;
        if (role === "guessed" && !guessed.has(one)) {
          return;
        }
        const near = [all[place - 1], all[place + 1]].filter((other) => other && other.fact.field === fact.field);
        const isNear = (/** @type {string} */ unit) => near.some((other) => holds(other.text, unit, chinese));
        const sharedSigns = signs.filter((/** @type {any} */ unit) => holds(one.text, unit, chinese));
        const sharedPairs = pairs.filter((/** @type {any} */ unit) => holds(one.text, unit, chinese));
        const kinds = told.mentions.filter(
          (/** @type {any} */ each) => each.keys.indexOf(entry.key) >= 0 || isNamedIn(each, one, chinese)
        ).length;
        /** @type {Object<string, number>} */
        const traits = {
          signs: weigh(sharedSigns) / allSigns,
          pairs: weigh(sharedPairs) / allPairs,
          many_signs: Math.min(weigh(sharedSigns), 40) / 10,
          many_pairs: Math.min(weigh(sharedPairs), 40) / 10,
          run: longestRun(run, one.text, chinese) / (chinese ? 5 : 2),
          near_signs: weigh(signs.filter((/** @type {any} */ unit) => sharedSigns.indexOf(unit) < 0 && isNear(unit))) / allSigns,
          near_pairs: weigh(pairs.filter((/** @type {any} */ unit) => sharedPairs.indexOf(unit) < 0 && isNear(unit))) / allPairs,
          length: Math.log(1 + one.signs.length) / 4,
          first: first.indexOf(fact) >= 0 ? 1 : 0,
          intended: intended(decided.intents, entry.kind, fact.field),
          unsaid_signs: unsaidSigns,
          unsaid_pairs: unsaidPairs,
          asked_signs: Math.min(signs.length, 10) / 5,
          beside: association([...pairs, ...signs], one, chinese) / (allSigns + allPairs),
          head: weigh(head.filter((/** @type {string} */ unit) => holds(one.text, unit, chinese))) / heads,
          no_head: head.length === 0 ? 1 : 0,
          head_unsaid: weigh(head.filter((/** @type {string} */ unit) => !holds(written, unit, chinese))) / heads,
          named: told.mentions.length > 0 ? kinds / told.mentions.length : 1,
          likeness,
          [`role:${role}`]: 1,
          [`role:${role}:${entry.kind}`]: 0.5,
          [`field:${fact.field}`]: 1,
          [`kind:${entry.kind}:${fact.field}`]: 0.5
        };
        if (chinese) {
          traits.subject_unsaid = subjects.some((/** @type {string} */ word) => one.folded.indexOf(word) < 0) ? 1 : 0;
        }
        if (measure !== null) {
          const isTold = measure.told.test(measure.kind === "day" ? one.folded : cues.undated(one.folded));
          traits[isTold ? "measured" : "unmeasured"] = 1;
          traits[`measure:${measure.kind}:${fact.field}`] = 1;
        }
        intents.forEach((/** @type {string} */ id) => (traits[`intent:${id}:${fact.field}`] = 1));
        for (const how of asked) {
          traits[`asked:${how}:${fact.field}`] = 0.7;
          one.held.forEach((what) => (traits[`held:${how}:${what}`] = 0.5));
        }
        found.push({ fact, entry, text: one.text, traits, score: 0 });
      });
    }
    for (const trait of ["signs", "pairs", "likeness", "many_signs", "many_pairs", "beside", "head"]) {
      const most = Math.max(0, ...found.map(({ traits }) => traits[trait]));
      found.forEach(({ traits }) => (traits[`behind:${trait}`] = traits[trait] - most));
    }
    const { facts: weights } = learntOf(chinese);
    found.forEach((each) => (each.score = weighed(each.traits, weights)));
    return found.sort((one, other) => other.score - one.score);
  }

  /** @param {any[]} intents @param {string} kind @param {string} field @returns {number} Whether the field answers what is asked for: 1 where it is the first that does, less where it is a later one. */
  function intended(intents, kind, field) {
    const places = intents.map((each) => (each.fields[kind] || []).indexOf(field)).filter((place) => place >= 0);
    return places.length === 0 ? 0 : 1 / (1 + Math.min(...places));
  }

  /** Facts of records that were only guessed which are read closely. */
  const MOST_GUESSED = 80;

  /** @param {any} told @param {Array<{entry: any, facts: any[], likeness: number}>} scope @returns {Set<Prepared>} Facts that share most with the whole question, names included. */
  function nearest(told, scope) {
    const { chinese } = told;
    const { signs, pairs } = wholeOf(told);
    const weights = [...pairs.map((/** @type {any} */ unit) => [unit, rarity(unit, chinese)]), ...signs.map((/** @type {any} */ unit) => [unit, rarity(unit, chinese) / 2])];
    /** @type {Array<{one: Prepared, weight: number}>} */
    const found = [];
    for (const { entry, facts, likeness } of scope) {
      for (const one of prepare(entry, facts, chinese)) {
        let weight = likeness * 10;
        for (const [unit, rare] of weights) {
          weight += holds(one.text, /** @type {string} */ (unit), chinese) ? Number(rare) : 0;
        }
        found.push({ one, weight });
      }
    }
    found.sort((one, other) => other.weight - one.weight);
    return new Set(found.slice(0, MOST_GUESSED).map(({ one }) => one));
  }

  /** @param {any} mention @param {Prepared} one @param {boolean} chinese @returns {boolean} */
  function isNamedIn(mention, one, chinese) {
    return chinese ? forms.bare(one.folded).indexOf(mention.text) >= 0 : one.folded.indexOf(mention.text) >= 0;
  }

  ask.reading = { read };
})();

/**
 * Reads the facts of the records that are meant, and says how well each of them answers the question.
 *
 * How much each sign counts is learnt from questions with their answers (`learnt.js`, made by
 * `benchmarks/teach_asking.py`): what a question and a sentence share, how it is asked and what the sentence holds,
 * which words of questions go with which words of sentences.  Whether anything is told is decided likewise.
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
  const { forms, lexicon, cues } = ask;

  const SAMPLES = /示例|\bsample\b/g;
  /** Words of questions are compared up to this number. */
  const MOST_UNITS = 60;

  /** @type {WeakMap<any[], Prepared[]>} Facts of a record → the same prepared. */
  const prepared = new WeakMap();

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

  /** @param {any} entry @param {any[]} facts @param {boolean} chinese @returns {Prepared[]} */
  function prepare(entry, facts, chinese) {
    let found = prepared.get(facts);
    if (found === undefined) {
      const name = signsOf(forms.folded(entry.name), chinese);
      found = facts.map(function (fact) {
        const folded = forms.folded(fact.sentence).replace(SAMPLES, "");
        const whole = signsOf(folded, chinese);
        const isNamed = name.length > 0 && name.every((sign, place) => whole[place] === sign);
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
    const run = runs.reduce((/** @type {string[]} */ best, each) => (each.length > best.length ? each : best), []);
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
      const unsaidSigns = weigh(signs.filter((unit) => !holds(written, unit, chinese))) / allSigns;
      const unsaidPairs = weigh(pairs.filter((unit) => !holds(written, unit, chinese))) / allPairs;
      all.forEach(function (one, place) {
        const { fact } = one;
        if (role === "guessed" && !guessed.has(one)) {
          return;
        }
        const near = [all[place - 1], all[place + 1]].filter((other) => other && other.fact.field === fact.field);
        const isNear = (/** @type {string} */ unit) => near.some((other) => holds(other.text, unit, chinese));
        const sharedSigns = signs.filter((unit) => holds(one.text, unit, chinese));
        const sharedPairs = pairs.filter((unit) => holds(one.text, unit, chinese));
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
          near_signs: weigh(signs.filter((unit) => sharedSigns.indexOf(unit) < 0 && isNear(unit))) / allSigns,
          near_pairs: weigh(pairs.filter((unit) => sharedPairs.indexOf(unit) < 0 && isNear(unit))) / allPairs,
          length: Math.log(1 + one.signs.length) / 4,
          first: first.indexOf(fact) >= 0 ? 1 : 0,
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

  /** Facts of records that were only guessed which are read closely. */
  const MOST_GUESSED = 30;

  /** @param {any} told @param {Array<{entry: any, facts: any[], likeness: number}>} scope @returns {Set<Prepared>} Facts that share most with the whole question, names included. */
  function nearest(told, scope) {
    const { chinese } = told;
    const { signs, pairs } = wholeOf(told);
    const weights = [...pairs.map((unit) => [unit, rarity(unit, chinese)]), ...signs.map((unit) => [unit, rarity(unit, chinese) / 2])];
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

  /** @param {any} told @returns {{signs: string[], pairs: string[]}} The question's units with those of the names in it. */
  function wholeOf(told) {
    return unitsOf({ ...told, masked: told.chinese ? told.bare : told.folded });
  }

  /** @param {any} mention @param {Prepared} one @param {boolean} chinese @returns {boolean} */
  function isNamedIn(mention, one, chinese) {
    return chinese ? forms.bare(one.folded).indexOf(mention.text) >= 0 : one.folded.indexOf(mention.text) >= 0;
  }

  /** @param {Object<string, number>} traits @param {Object<string, number>} weights @returns {number} */
  function weighed(traits, weights) {
    return Object.keys(traits).reduce((sum, trait) => sum + traits[trait] * (weights[trait] || 0), weights.bias || 0);
  }

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
    for (const trait of ["signs", "pairs", "likeness", "many_signs", "unsaid_signs", "unsaid_pairs", "asked_signs", "first", "run", "beside", "named", "likeness", "head", "no_head", "head_unsaid"]) {
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

  /** What is decided of questions for whose answer facts are read; others are answered by rules alone. */
  const READS = new Set(["facts", "prose", "unknown", "refuse", "which", "list", "compare"]);
  /** Refusals that nothing that is read overrules. */
  const FIRM = new Set(["health", "money", "politics"]);
  /** Records of one mention that are read. */
  const MOST_MEANT = 4;
  const MOST_TARGETS = 12;

  /** @param {any} decided @returns {boolean} Whether facts are read for a question. */
  function isRead({ act, reason }) {
    return READS.has(act) && !FIRM.has(reason);
  }

  /**
   * @param {any} decided
   * @param {{record: string}} context
   * @param {any} index
   * @param {boolean} isSmall Whether all records of the site may be read.
   * @returns {Array<{entry: any, role: string, likeness: number}>} Records whose facts are read: `target`, `named`, `story`
   *   and `guessed`, with how far their names are in the question.
   */
  function scopeOf(decided, context, index, isSmall) {
    if (!isRead(decided)) {
      return [];
    }
    const { told } = decided;
    const alike = likenesses(told, index);
    /** @type {Map<string, {entry: any, role: string, likeness: number}>} */
    const found = new Map();
    const add = (/** @type {any[]} */ entries, /** @type {string} */ role) =>
      entries
        .filter((entry) => entry && !found.has(entry.key))
        .forEach((entry) => found.set(entry.key, { entry, role, likeness: alike.get(entry.key) || 0 }));
    const isFound = decided.act !== "prose" && decided.targets.length > 0;
    if (isFound) {
      add(decided.targets.slice(0, MOST_TARGETS), "target");
    }
    for (const mention of told.mentions) {
      if (mention.keys.length <= MOST_MEANT) {
        add(mention.keys.map((/** @type {string} */ key) => index.entries.get(key)), "named");
      }
    }
    if (found.size === 0 && context.record) {
      add([ask.resolving.entryOf(context.record, index)], "target");
    }
    const stories = [...found.values()]
      .filter(({ entry }) => entry.kind === "product")
      .flatMap(({ entry }) => entry.links.stories.map((/** @type {string} */ id) => index.entries.get(`story/${id}`)));
    add(stories, "story");
    if (decided.isFollowing) {
      return [...found.values()];
    }
    if (decided.act === "prose") {
      add(decided.targets, "guessed");
    }
    const isOfGoods = [...found.values()].some(({ entry, role }) => role === "target" && entry.kind === "product");
    const likely = [...alike]
      .sort((one, other) => other[1] - one[1])
      .slice(0, isSmall ? alike.size : MOST_LIKELY)
      .map(([key]) => index.entries.get(key))
      .filter((entry) => !isOfGoods || entry.kind !== "product");
    add(likely, "guessed");
    return [...found.values()];
  }

  /** Records that are guessed by their names, where a site has too many to read all. */
  const MOST_LIKELY = 8;

  /** @param {any} told @param {any} index @returns {Map<string, number>} Record → share of the question's units that are in its name or in that of its origin. */
  function likenesses(told, index) {
    const { chinese } = told;
    const { signs, pairs } = wholeOf(told);
    const weights = [...pairs.map((unit) => [unit, rarity(unit, chinese)]), ...signs.map((unit) => [unit, rarity(unit, chinese) / 4])];
    const whole = weights.reduce((sum, [, rare]) => sum + Number(rare), 0) || 1;
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const entry of index.entries.values()) {
      const { links } = entry;
      const owners = (links.owners || []).map((/** @type {string} */ key) => index.entries.get(key));
      const beside = [index.entries.get(`origin/${links.origin}`), index.entries.get(`supplier/${links.supplier}`), ...owners].filter(Boolean);
      const text = [entry, ...beside].map((each) => (chinese ? forms.bare(each.all) : forms.tokens(each.all).join(" "))).join(" ");
      const shared = weights.reduce((sum, [unit, rare]) => sum + (holds(text, String(unit), chinese) ? Number(rare) : 0), 0);
      found.set(entry.key, shared / whole);
    }
    return found;
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

  ask.reading = { read, isTold, traitsOfTelling, unitsOf, scopeOf, isNear, chosen, likenesses, rivals, isRead };
})();

/**
 * The front of the guide: what a question needs, and its answer, made of facts alone.
 *
 * `shanhuo.ask.take(kind, value)` receives what the site knows; `plan` names the records whose facts an answer needs,
 * and `answer` makes it once they are there.
 */

/**
 * @typedef {object} Answer
 * @property {string} answer
 * @property {Array<{record: string, field: string, value: string, date: string | null, source: any}>} facts
 * @property {boolean} refused
 * @property {{record: string, previous: string[], waiting: boolean}} context For the question that follows.
 * @property {string[]} suggestions
 */

(function () {
  "use strict";
  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { cues, forms, lexicon, resolving, units, scope, reading, telling, comparing } = ask;
  const { MOST_FACTS, contextOf, indexOf, isSmall } = ask.knowing;

  /** What a page says of orders and money. */
  const TAKES = /下单|付款|收款|支付|\border|\bpay/;
  /** How well the facts of things that are set side by side must answer on average. */
  const LEAST_TOGETHER = -1.5;
  /** The same where each must say the name of a place, and so is about it. */
  const LEAST_AT_MARKETS = -5;
  /** Records of which each is told its fact where any may be meant; of more it is asked which. */
  const MOST_RIVALS = 3;

  /**
   * Names the records whose facts an answer needs, and the files that they are in.
   *
   * @param {string} question
   * @param {any} context
   * @param {string} language
   * @returns {{records: string[], files: number[]}}
   */
  function plan(question, context, language) {
    const index = indexOf(language);
    const decided = resolving.resolve(question, contextOf(context), index);
    const current = resolving.entryOf(contextOf(context).record, index);
    const wanted = [
      ...comparing.sides(decided.told, current, index).map((/** @type {any} */ side) => side.entry),
      ...decided.targets.filter((/** @type {any} */ entry) => entry),
      ...scope.scopeOf(decided, contextOf(context), index, isSmall(language)).map((/** @type {any} */ each) => each.entry)
    ];
    return {
      records: [...new Set(wanted.map((/** @type {any} */ entry) => /** @type {string} */ (entry.key)))],
      files: [...new Set(wanted.map((/** @type {any} */ entry) => /** @type {number} */ (entry.shard)))]
    };
  }

  /** Makes one answer: by rules, by reading, or for several things side by side. */
  class Answering extends /** @type {new (question: string, options: any) => any} */ (ask.Ruling) {
    /** @returns {Answer} */
    answer() {
      const first = this.byRules();
      const ruled = this.ruled(first);
      const found = this.bySides(first) || (this.isSettled() ? first : this.byReading(first, ruled));
      if (this.isWithoutReason(found)) {
        return this.refusal("unknown");
      }
      const isWithheld = found.facts.length > 0 && found.facts.every(telling.isUntold);
      return isWithheld ? { ...found, refused: true } : found;
    }

    /** @param {Answer} found @returns {boolean} Whether it is asked why a place is where it is, and no reason is told. */
    isWithoutReason(found) {
      return (
        cues.asked(this.question).indexOf("why") >= 0 &&
        found.facts.length > 0 &&
        found.facts.every(({ record }) => record.startsWith("placement/") || record.startsWith("channel/")) &&
        found.facts.every(({ value }) => cues.held(forms.folded(value)).indexOf("cause") < 0)
      );
    }

    /** @returns {boolean} Whether nothing that is read changes what the rules say. */
    isSettled() {
      return !scope.isRead(this.decided) || Boolean(this.decided.isSure);
    }

    /** @param {any} ruled What the rules alone would answer. @returns {any[]} What is read for the question, the best first. */
    read(ruled) {
      const records = scope
        .scopeOf(this.decided, this.context, this.index, isSmall(this.language))
        .map((/** @type {any} */ each) => ({ ...each, facts: this.factsOf(each.entry) }));
      return reading.read(this.decided, records, ruled.facts);
    }

    /** @param {Answer} first What the rules alone would answer. @returns {Answer | null} A fact of each thing that the question sets side by side; null where it is of one, or nothing was found. */
    bySides(first) {
      if (this.question.refusal !== "" || this.question.outside || this.decided.isForeign) {
        return null;
      }
      const current = resolving.entryOf(this.context.record, this.index);
      const sides = comparing.sides(this.question, current, this.index);
      const isOfAll = sides.every((/** @type {any} */ side) => this.chosen.some((/** @type {any} */ fact) => fact.record === side.entry.key));
      if (!first.refused && this.isPlain() && (isOfAll || this.decided.act === "which" || this.decided.act === "list")) {
        return null;
      }
      if (sides.length < 2) {
        return this.byPrices();
      }
      const read = sides.map((/** @type {any} */ side) =>
        reading
          .read(this.decided, [{ entry: side.entry, facts: this.factsOf(side.entry), role: "target", likeness: 0.5 }], first.refused ? [] : this.chosen)
          .filter((/** @type {any} */ { fact }) => side.names.length === 0 || side.names.some((/** @type {string} */ name) => fact.sentence.indexOf(name) >= 0))
      );
      const found = comparing.together(read);
      const isByRules = !first.refused && this.decided.act === "compare";
      const least = sides.every((/** @type {any} */ side) => side.names.length > 0) ? LEAST_AT_MARKETS : LEAST_TOGETHER;
      if (found === null || (!isByRules && found.score < least)) {
        return null;
      }
      const facts = found.chosen.map((/** @type {any} */ each) => each.fact);
      const told = isByRules ? this.chosen : [];
      const extra = facts.filter((/** @type {any} */ fact) => told.indexOf(fact) < 0);
      const entries = sides.map((/** @type {any} */ side) => side.entry);
      const isOfOne = new Set(entries).size === 1;
      const verdict = isByRules || isOfOne ? "" : this.outcome(entries, facts.map((/** @type {any} */ fact) => [fact]));
      const sentences = extra.map((/** @type {any} */ fact) => fact.sentence);
      return this.made(isByRules ? [first.answer, ...sentences] : [verdict, ...sentences], [...told, ...extra], { entry: entries[0] });
    }

    /** @returns {Answer | null} All prices of one thing, where packs or ways of buying it are set side by side. */
    byPrices() {
      const [entry] = this.decided.targets;
      const isOfParts = this.decided.intents.some((/** @type {any} */ each) => each.id === "saving");
      const isOfOne = this.decided.act === "facts" && this.decided.targets.length === 1 && entry && entry.kind === "product" && !isOfParts;
      if (!isOfOne || !comparing.isOfSeveral(this.question) || !/便宜|贵|划算|价|几块|多少钱|[各别]?(?:卖|是|要)?多少|省|cheap|expensive|price|cost/.test(this.question.folded)) {
        return null;
      }
      const prices = this.factsOf(entry).filter((/** @type {any} */ fact) => fact.field === "price");
      const isSaid = /[和跟与比]|还是|各|分别|差|\bor\b|\band\b|\bthan\b/.test(this.question.folded);
      return prices.length < 2 || !isSaid
        ? null
        : this.made(
            prices.slice(0, MOST_FACTS).map((/** @type {any} */ fact) => fact.sentence),
            prices.slice(0, MOST_FACTS),
            { entry }
          );
    }

    /** @param {Answer} first @returns {any} What the rules alone would answer, as telling takes it. */
    ruled(first) {
      return { isRefused: first.refused, facts: first.refused ? [] : this.chosen, isPlain: this.isPlain() };
    }

    /** @param {Answer} first @param {any} ruled @returns {Answer} */
    byReading(first, ruled) {
      const found = this.read(ruled);
      const ordering = this.decided.isOfPages ? found.filter(({ fact }) => TAKES.test(fact.sentence)) : [];
      if (ordering.length > 0) {
        return this.made([ordering[0].fact.sentence], [ordering[0].fact], { entry: ordering[0].entry });
      }
      if (first.refused && this.isOfExact() && !this.isExact(found.length > 0 ? found[0].fact.field : "")) {
        return first;
      }
      const certain = telling.certainties(this.decided, found, ruled);
      const asked = this.decided.act === "which" ? this.byRivals(found) : null;
      if (asked !== null && this.decided.targets.every((/** @type {any} */ entry) => asked.facts.some((/** @type {any} */ fact) => fact.record === entry.key))) {
        return asked;
      }
      const [target] = this.decided.targets;
      const isTold = !target || target.kind !== "story"; // a story is told by its sentences, not by its summary
      if (this.isOfItself(ruled) || (isTold && telling.isPlainly(found, ruled, this.question.chinese))) {
        return first;
      }
      if (certain.ruled > 0 && certain.ruled >= certain.read) {
        return ruled.isPlain ? first : this.withBetter(first, found);
      }
      const several = first.refused ? this.byRivals(found) : null;
      if (several !== null) {
        return several;
      }
      if (this.isOfOtherSort(found)) {
        return first;
      }
      const chosen = certain.read > 0 ? telling.chosen(found, ruled.facts) : [];
      const isOfThen = chosen.length > 0 && this.isOfYear(chosen.map((/** @type {any} */ each) => each.fact)) && this.isOfBody(chosen);
      return isOfThen ? this.ofRead(found, ruled.facts) : this.unsaid(first);
    }

    /** @param {Answer} first What the rules answer. @param {any[]} found The best first. @returns {Answer} The same with the sentence that answers better than any that they chose, where one does. */
    withBetter(first, found) {
      const told = this.chosen;
      const more = this.decided.act === "facts" && told.length > 0 ? telling.better(found, told) : [];
      return more.length === 0
        ? first
        : this.made([first.answer, ...more.map((/** @type {any} */ fact) => fact.sentence)], [...told, ...more], {
            entry: this.index.entries.get(told[0].record)
          });
    }

    /** @param {any} ruled @returns {boolean} Whether the rules chose what nothing else answers: a number to call that was asked for, what a word means. */
    isOfItself(ruled) {
      const [target] = this.decided.targets;
      const isOfWord = target && target.kind === "term" && this.decided.act === "facts";
      return !ruled.isRefused && (isOfWord || (this.isOfExact() && ruled.facts.some((/** @type {any} */ fact) => this.isExact(fact.field))));
    }

    /** @param {any[]} found The best first. @returns {Answer | null} A fact of each of several records that may be meant alike, or which of them is meant. */
    byRivals(found) {
      const { outside, kind } = this.question;
      const isOther = outside || this.decided.isForeign || (this.decided.act === "prose" && kind !== null);
      const rivals = this.context.record === "" && !isOther ? telling.rivals(this.decided, found) : [];
      if (rivals.length > 0 && this.isOfUnknown(rivals)) {
        return null;
      }
      if (rivals.length > MOST_RIVALS) {
        return this.which(rivals.map((/** @type {any} */ each) => each.entry));
      }
      return rivals.length < 2
        ? null
        : this.made(
            rivals.map((/** @type {any} */ each) => each.fact.sentence),
            rivals.map((/** @type {any} */ each) => each.fact),
            { entry: rivals[0].entry }
          );
    }

    /** @param {any[]} chosen @returns {boolean} Whether what would be told is of the body that is named, where it is asked what that did in a year: of others there are sums of any year. */
    isOfBody(chosen) {
      const bodies = this.question.mentions.filter((/** @type {any} */ each) => each.keys.every((/** @type {string} */ key) => key.startsWith("organisation/")));
      if (bodies.length === 0 || !/(?:19|20)\d\d/.test(this.question.folded)) {
        return true;
      }
      return chosen.some(({ entry, fact }) =>
        bodies.some(
          (/** @type {any} */ body) =>
            body.keys.indexOf(entry.key) >= 0 ||
            body.keys.some((/** @type {string} */ key) => (entry.links.owners || []).indexOf(key) >= 0) ||
            forms.bare(forms.folded(fact.sentence)).indexOf(body.text) >= 0
        )
      );
    }

    /** @param {any[]} found The best first. @returns {boolean} Whether it is asked whom one sort of goods suits, and the best is of another. */
    isOfOtherSort(found) {
      const { kind } = this.question;
      const isOfBody = this.decided.act === "refuse" && this.decided.reason === "health";
      return isOfBody && kind !== null && found.length > 0 && found[0].entry.kind === "product" && !resolving.isOfKind(found[0].entry, kind, this.index);
    }

    /** @param {any[]} rivals @returns {boolean} Whether a word of the question is in none of them, as of goods that are not here. */
    isOfUnknown(rivals) {
      const words = this.question.residue.split(" ").filter((/** @type {string} */ word) => word.length > 1 && forms.hasHan(word));
      const told = rivals.map(({ fact, entry }) => forms.bare(forms.folded(`${entry.all} ${fact.sentence}`))).join(" ");
      const own = this.question.bare.match(lexicon.OF_ITSELF) || [];
      return own.some((/** @type {string} */ word) => told.indexOf(word) < 0) || words.some((/** @type {string} */ word) => forms.pairs(word).every((/** @type {string} */ pair) => told.indexOf(pair) < 0));
    }

    /** @param {any[]} found The best first. @param {any[]} facts That the rules chose. @returns {Answer} */
    ofRead(found, facts) {
      const warned = this.warnings([found[0].entry]);
      const isWarning = warned.indexOf(found[0].fact) >= 0; // then nothing is told beside it of how one eats the thing
      const chosen = telling.chosen(found, facts).filter((/** @type {any} */ { fact }) => !isWarning || warned.indexOf(fact) >= 0);
      const entry = this.decided.act === "facts" ? this.decided.targets[0] : chosen[0].entry;
      const told = chosen.map((/** @type {any} */ each) => each.fact);
      const notices = this.factsOf(entry).filter((/** @type {any} */ fact) => fact.field === "notice" && told.indexOf(fact) < 0);
      return this.made(
        [...notices, ...told].map((fact) => fact.sentence),
        [...notices, ...told],
        { entry }
      );
    }

    /** @param {Answer} first @returns {Answer} That nothing is known. */
    unsaid(first) {
      const [target] = this.decided.targets;
      if (first.refused) {
        return first;
      }
      return target && this.decided.act === "facts"
        ? this.refusal("no_field", { name: target.name }, target)
        : this.refusal("unknown");
    }
  }

  /**
   * Answers a question from the facts that were taken; those that `plan` named must be among them.
   *
   * @param {string} question
   * @param {{language: string, context?: any}} options
   * @returns {Answer}
   */
  function answer(question, options) {
    return new Answering(question, options).answer();
  }

  /**
   * Tells all that is read for a question, for teaching and for looking into an answer.
   *
   * @param {string} question
   * @param {{language: string, context?: any}} options
   */
  function examine(question, options) {
    const reply = new Answering(question, options);
    const first = reply.byRules();
    const ruled = reply.ruled(first);
    const found = reply.isSettled() ? [] : reply.read(ruled);
    const { signs, pairs } = units.unitsOf(reply.question);
    return {
      first,
      isExact: reply.isOfExact(),
      units: [...pairs, ...signs],
      telling: found.length > 0 ? telling.traitsOfTelling(reply.decided, found, ruled) : null,
      read: found.map((/** @type {any} */ { fact, entry, text, traits, score }) => ({
        record: entry.key,
        field: fact.field,
        value: fact.value,
        sentence: fact.sentence,
        text,
        traits,
        score
      }))
    };
  }

  ask.plan = plan;
  ask.answer = answer;
  ask.examine = examine;
})();

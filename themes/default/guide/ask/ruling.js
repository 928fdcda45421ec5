/**
 * The answer that the rules alone would give.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { lexicon } = ask;
  const { MOST_FACTS, MOST_NAMES } = ask.knowing;

  const LEAST_PASSAGE = 0.5;
  /** Whether a thing may still be eaten: where a warning says so, nothing is told beside it of how one eats it. */
  const MAY_EAT = /(?:还能|能不能|可以|能)(?:直接)?[吃喝](?:吗|不|么|呢|$)|\b(?:still|ok|okay|safe) to (?:eat|drink)\b|\bcan .* (?:eat|drink)\b/;

  class Ruling extends ask.Weighing {
    /** @returns {Answer} */
    byRules() {
      const { act, reason, targets } = this.decided;
      if (act === "greet") {
        return this.made([this.text("greeting")], []);
      }
      if (act === "refuse") {
        return this.warning(targets, ask.scope.isOfCure(this.decided)) || this.noted(targets) || this.refusal(`refuse_${reason}`);
      }
      if (act === "which" && /申请|申报|办理/.test(this.question.masked)) {
        return this.refusal("unknown");
      }
      if (act === "which") {
        return this.which(targets);
      }
      if (act === "list") {
        return this.list(targets);
      }
      if (act === "extreme") {
        return this.extreme(targets, reason);
      }
      if (act === "compare") {
        return this.compare(targets);
      }
      if (act === "facts") {
        return this.tell(targets);
      }
      if (act === "prose") {
        return this.prose(targets);
      }
      return this.refusal("unknown_thing");
    }

    /** @param {any[]} targets @returns {Answer} */
    list(targets) {
      const rest = this.question.chinese
        ? this.question.residue.replace(lexicon.IDLE, " ").split(" ").filter((/** @type {string} */ word) => word.length > 1)
        : [];
      if (!this.question.chinese && this.isOfOtherThings(targets)) {
        return this.refusal("unknown");
      }
      const isOfPlaces = targets.every((entry) => entry.kind === "placement" || entry.kind === "channel");
      if (isOfPlaces && rest.some((/** @type {string} */ word) => targets.every((entry) => entry.all.indexOf(word) < 0))) {
        return this.refusal("unknown");
      }
      const key = targets.length > MOST_NAMES ? "list_some" : "list";
      return this.made([this.text(key, { names: this.named(targets) })], this.asFacts(targets));
    }

    /** @param {any[]} targets @returns {Answer} */
    tell(targets) {
      /** @type {any[]} */
      const facts = [];
      let first = null;
      for (const entry of targets) {
        const found = first === null || first.kind === entry.kind ? this.about(entry) : [];
        if (found.length > 0) {
          facts.push(...(this.decided.each ? found.slice(0, Math.ceil(MOST_FACTS / targets.length)) : found));
          first = first || entry;
          if (!this.decided.several) {
            break;
          }
        }
      }
      const warnings = this.factsOf(targets[0]).filter((/** @type {any} */ fact) => fact.field === "notice");
      const isUnclear = this.decided.several && this.question.residue.length > 1;
      const isExact = this.decided.intents.some((/** @type {any} */ each) => this.isOfNothingElse(each.id));
      if (first === null && warnings.length > 0 && !isUnclear && !isExact) {
        return this.made(
          warnings.map((/** @type {any} */ fact) => fact.sentence),
          warnings,
          { entry: targets[0] }
        );
      }
      if (
        first === null &&
        this.decided.several &&
        this.question.residue.replace(/\s/g, "").length < 2 &&
        (this.question.chinese || this.contentWords().length === 0) &&
        new Set(targets.map((entry) => entry.name)).size > 1
      ) {
        return this.which(targets);
      }
      if (first === null) {
        const near = targets.flatMap((entry) => this.nearest(entry)).slice(0, 2);
        const isOfNumber = this.question.chinese && this.measured() !== null;
        const passage = near.length > 0 && !isOfNumber ? [] : this.passage(targets[0], LEAST_PASSAGE);
        const found = [...near, ...passage.filter((/** @type {any} */ fact) => near.indexOf(fact) < 0)];
        const story =
          targets[0].kind === "story" ? this.factsOf(targets[0]).filter((/** @type {any} */ fact) => fact.field === "summary") : [];
        const isTelling = near.length === 0 && found.length > 0 && this.sharedPairs(found[0]) > 1;
        if (found.length > 0 && this.isBeside(targets[0], found, isTelling)) {
          return this.refusal("no_field", { name: targets[0].name }, targets[0]);
        }
        if (found.length === 0 && story.length > 0 && this.decided.intents.length > 0) {
          return this.made(
            story.map((/** @type {any} */ fact) => fact.sentence),
            story,
            { entry: targets[0] }
          );
        }
        if (found.length === 0) {
          return this.refusal("no_field", { name: targets[0].name }, targets[0]);
        }
        return this.made(
          found.map((fact) => fact.sentence),
          found,
          { entry: targets[0] }
        );
      }
      const isNoted =
        this.decided.isSure ||
        this.decided.fields.some((/** @type {string} */ field) => field === "slow" || field === "correction") ||
        this.decided.intents.some(
          (/** @type {any} */ each) => each.says !== undefined && this.isNoted(each, first.kind, facts)
        );
      const isOfSelf = !this.question.chinese && this.decided.fields.length > 0 && ask.english.subjects(this.question.masked, this.decided.intents).length === 0;
      const isBeside = !isNoted && !isOfSelf && (this.decided.each ? targets : [first]).every((entry) => this.isBeside(entry, facts));
      if (!this.isOfYear(facts) || isBeside) {
        return this.refusal("no_field", { name: first.name }, first);
      }
      const notices = this.factsOf(first).filter((/** @type {any} */ fact) => fact.field === "notice" && facts.indexOf(fact) < 0);
      const warned = first.kind === "product" ? this.warnings([first]).filter((/** @type {any} */ fact) => facts.indexOf(fact) < 0) : [];
      const most = this.decided.each ? facts.length : MOST_FACTS;
      const isWarning = warned.length > 0 && MAY_EAT.test(this.question.folded);
      const shown = [...notices, ...warned, ...(isWarning ? [] : facts.slice(0, most))];
      const silent = this.decided.each
        ? targets.filter((entry) => shown.every((fact) => fact.record !== entry.key)).map((entry) => this.text("no_field", { name: entry.name }))
        : [];
      return this.made(
        [...shown.map((fact) => fact.sentence), ...silent],
        shown,
        { entry: first }
      );
    }
  }

  ask.Ruling = Ruling;
})();

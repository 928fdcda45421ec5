/**
 * Prices, sizes and times of several things, compared by their exact numbers.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon } = ask;

  /** @type {Array<[RegExp, string, number]>} Units, what they measure, and how much of it. */
  const UNITS = [
    [/^(?:天|days?)$/, "time", 1],
    [/^(?:个月|months?)$/, "time", 30],
    [/^(?:年|years?)$/, "time", 365],
    [/^(?:克|g)$/, "weight", 1],
    [/^(?:千克|公斤|kg)$/, "weight", 1000],
    [/^(?:毫升|ml)$/, "volume", 1],
    [/^(?:升|l)$/, "volume", 1000]
  ];

  /** @param {string} value @returns {{sort: string, amount: number} | null} What it measures, where it is one plain measure. */
  function sizeOf(value) {
    const found = [...forms.folded(value).matchAll(/(\d+(?:\.\d+)?)\s*(个月|千克|公斤|毫升|[天年克升]|days?|months?|years?|kg|ml|g|l)(?![a-z])/g)];
    const unit = found.length === 1 ? UNITS.find(([each]) => each.test(found[0][2])) : undefined;
    return unit === undefined ? null : { sort: unit[1], amount: Number(found[0][1]) * unit[2] };
  }

  /** @param {any[]} intents @param {string} kind @returns {string[]} */
  function fieldsOf(intents, kind) {
    return intents.flatMap((each) => each.fields[kind] || each.fields["*"] || []);
  }

  class Weighing extends ask.Searching {
    /** @param {any} entry @returns {any[]} Its prices, the one that stands for it first. */
    prices(entry) {
      return this.ofChannels(this.factsOf(entry).filter((/** @type {any} */ fact) => fact.field === "price"));
    }

    /** @param {any[]} targets @param {string} unit @returns {Answer} */
    extreme(targets, unit) {
      const [best, pack] = targets;
      const isCheapest = this.question.chinese
        ? lexicon.CHEAPEST.test(this.question.bare)
        : lexicon.CHEAPEST_EN.test(this.question.folded);
      const first = this.prices(best).slice(0, 1);
      const second = pack.key === best.key ? [] : this.prices(pack).slice(0, 1);
      const side = isCheapest ? "cheapest" : "dearest";
      const sentences = [this.text(side, { unit, name: best.name }), ...first.map((fact) => fact.sentence)];
      if (second.length > 0) {
        sentences.push(this.text(`${side}_pack`, { name: pack.name }), ...second.map((fact) => fact.sentence));
      }
      return first.length === 0
        ? this.refusal("unknown")
        : this.made(sentences, [...first, ...second], { entry: best });
    }

    /** @param {any[]} targets @returns {Answer} */
    compare(targets) {
      const intents = this.applicable(targets[0]);
      const cheaper = /便宜|贵|划算|价|多少钱|cheap|expensive|dear|price|cost/.test(this.question.folded);
      const fresh = (this.question.chinese ? lexicon.FRESH : lexicon.FRESH_EN).test(this.question.folded);
      if (
        targets[0].kind === "product" &&
        (cheaper || intents.some((/** @type {any} */ each) => each.id === "price"))
      ) {
        return this.comparePrices(targets);
      }
      const fields = fresh ? ["lot"] : fieldsOf(intents, targets[0].kind);
      const chosen = targets.map((entry) =>
        this.factsOf(entry)
          .filter((/** @type {any} */ fact) => (fields.length > 0 ? fields : ["summary", "origin", "price"]).indexOf(fact.field) >= 0)
          .slice(0, 4)
      );
      if (fresh && chosen.some((facts) => facts.length === 0)) {
        return this.refusal("no_freshness");
      }
      const lost = targets.filter((_, place) => chosen[place].length === 0);
      if (lost.length === targets.length && fields.length > 0 && lexicon.DIFFERS.test(this.question.folded)) {
        const facts = targets.flatMap((entry) => this.inShort(entry));
        return this.made(
          facts.map((fact) => fact.sentence),
          facts,
          { entry: targets[0] }
        );
      }
      if (
        lost.length === targets.length ||
        (this.question.chinese && this.question.residue.length > 0 && fields.length === 0 && !fresh)
      ) {
        return this.refusal("unknown");
      }
      const facts = chosen.flat();
      return this.made(
        [
          lost.length === 0 ? this.outcome(targets, chosen) : "",
          ...facts.map((fact) => fact.sentence), ...lost.map((entry) => this.text("no_field", { name: entry.name }))
        ],
        facts,
        { entry: targets[0] }
      );
    }

    /** @param {any[]} targets @param {any[][]} chosen @returns {string} Which keeps longer or holds more; empty where that is not plain. */
    outcome(targets, chosen) {
      for (const [field, key] of [
        ["shelf_life", "keeps_longer"],
        ["net_content", "heavier"]
      ]) {
        const sizes = chosen.map((facts) => sizeOf((facts.find((fact) => fact.field === field) || { value: "" }).value));
        const [first] = sizes;
        if (first !== null && sizes.every((size) => size !== null && size.sort === first.sort)) {
          const most = Math.max(...sizes.map((size) => /** @type {any} */ (size).amount));
          const best = targets.filter((_, place) => /** @type {any} */ (sizes[place]).amount === most);
          const same = field === "shelf_life" ? "as_long" : "as_large";
          return best.length === targets.length
            ? this.text(same, { name: this.named(best) })
            : this.text(key, { name: this.named(best) });
        }
      }
      return "";
    }

    /** @param {any} entry @returns {any[]} What sets it apart from others. */
    inShort(entry) {
      const all = this.factsOf(entry);
      return ["summary", "origin", "price"].flatMap((field) => all.filter((/** @type {any} */ fact) => fact.field === field).slice(0, 1));
    }

    /** @param {any[]} targets @returns {Answer} */
    comparePrices(targets) {
      const all = targets.map((entry) => this.prices(entry));
      const facts = all.flatMap((prices) => prices.slice(0, 2));
      const lost = targets.filter((_, place) => all[place].length === 0);
      if (facts.length === 0) {
        return this.refusal("unknown");
      }
      const sentences = [
        ...facts.map((fact) => fact.sentence),
        ...lost.map((entry) => this.text("no_price", { name: entry.name }))
      ];
      if (lost.length === 0) {
        sentences.unshift(
          this.verdict(
            targets,
            all.map((prices) => prices[0])
          )
        );
      }
      return this.made(sentences, facts, { entry: targets[0] });
    }

    /** @param {any[]} targets @param {any[]} firsts @returns {string} */
    verdict(targets, firsts) {
      const [{ unit }] = firsts;
      if (firsts.some((fact) => fact.number === undefined || fact.unit !== unit)) {
        return this.text("not_comparable");
      }
      const least = Math.min(...firsts.map((fact) => fact.number));
      const cheapest = targets.filter((_, place) => firsts[place].number === least);
      if (cheapest.length > 1) {
        return this.text("equal", { unit, name: this.named(cheapest) });
      }
      return this.text(targets.length > 2 ? "cheapest" : "cheaper", { unit, name: cheapest[0].name });
    }
  }

  ask.Weighing = Weighing;
})();

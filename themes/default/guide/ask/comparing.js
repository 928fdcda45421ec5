/**
 * Two things in one question: which they are, and which facts of both answer it.
 */

/**
 * @typedef {object} Side One of the things that are compared.
 * @property {any} entry The record.
 * @property {string[]} names Names of which a fact must say one: of the channel where the same thing is compared at two of them.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon, scope } = ask;

  const EACH = /各|分别|都|两|俩|哪|谁|差|多少|几|一起|对一?下|对照|对着|比一比|报一?下|咋|怎么|呢/;
  const EACH_EN = /\bboth\b|\beach\b|\band\b|\bthan\b|\bcompared?\b|\bor\b|\bversus\b|\bvs\b/;
  /** What stands between two things. */
  const BETWEEN = /和|跟|与|同(?!样|一)|还是|、|，|,|；|;|？|\?|：|:|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|对比|相比|比(?!较)/;
  const BETWEEN_EN = /\band\b|\bor\b|\bthan\b|\bversus\b|\bvs\b|\bto\b|\bwith\b|,/;
  /** Kinds of records that are set beside one another. */
  const KINDS = ["product", "event", "campaign", "placement", "channel", "supplier", "origin", "figure", "scheme", "organisation", "story", "issue"];
  const MOST_SIDES = 3;
  /** How much of a part of the question a record's name must hold. */
  const LEAST_LIKE = 0.3;
  /** Facts of each side that are tried with those of the other, and what facts of one field are worth. */
  const TRIED = 5;
  const SAME_FIELD = 2.5;

  /** @param {any} told @returns {boolean} Whether something may be asked of several things. */
  function isOfSeveral(told) {
    return told.chinese
      ? lexicon.COMPARES.test(told.bare) || (EACH.test(told.bare) && BETWEEN.test(told.folded))
      : lexicon.COMPARES_EN.test(told.folded) || EACH_EN.test(told.folded);
  }

  /** @param {any} told As understood. @param {any} current The record talked of, or null. @param {any} index @returns {Side[]} None where a question is of one thing. */
  function sides(told, current, index) {
    if (!isOfSeveral(told)) {
      return [];
    }
    const named = told.mentions.map((/** @type {any} */ mention) => mention.keys.map((/** @type {string} */ key) => index.entries.get(key)));
    for (const kind of KINDS) {
      const groups = named
        .map((/** @type {any[]} */ group) => group.filter((entry) => entry && entry.kind === kind))
        .filter((/** @type {any[]} */ group) => group.length > 0 && group.length < 4);
      const entries = [...new Set(groups.map((/** @type {any[]} */ group) => group[0]))];
      const apart = kind === "product" ? byOrigins(told, named, groups.flat(), index) : [];
      if (apart.length > 1) {
        return apart;
      }
      if (kind === "product" && entries.length === 1) {
        const markets = marketsOf(told, named);
        if (markets.length > 1) {
          return markets.map((each) => ({ entry: entries[0], names: each }));
        }
        const parts = inParts(told, kind, index);
        if (parts.length > 1 && parts.some(({ entry }) => entry === entries[0])) {
          return parts;
        }
      }
      if (kind === "channel" && entries.length > 1 && current !== null && current.kind === "product") {
        return marketsOf(told, named).map((each) => ({ entry: current, names: each }));
      }
      if (entries.length > 1) {
        return entries.slice(0, MOST_SIDES).map((entry) => ({ entry, names: [] }));
      }
    }
    return inParts(told, "product", index);
  }

  /** @param {any} told @param {any[][]} named @param {any[]} products Those that are named. @param {any} index @returns {Side[]} One product of each origin that is named, where goods of one sort are set beside one another by where they come from. */
  function byOrigins(told, named, products, index) {
    const origins = [...new Set(named.flatMap((group) => group.filter((entry) => entry && entry.kind === "origin").slice(0, 1)))];
    if (origins.length < 2 || new Set(products).size === 1) {
      return [];
    }
    const sort = products.length === 0 && told.kind
      ? [...index.entries.values()].filter((entry) => entry.kind === "product" && ask.resolving.isOfKind(entry, told.kind, index))
      : products;
    const found = origins.map((origin) => sort.filter((entry) => entry.links.origin === origin.id));
    return found.every((each) => each.length === 1) ? found.map(([entry]) => ({ entry, names: [] })) : [];
  }

  /** @param {any} told @param {any[][]} named @returns {string[][]} Names of channels and places that are set beside one another. */
  function marketsOf(told, named) {
    return named
      .filter((group) => group.length < 6 && group.some((entry) => entry && /^(?:channel|placement)$/.test(entry.kind)))
      .map((group) => group.filter((entry) => entry && /^(?:channel|placement)$/.test(entry.kind)).flatMap((entry) => entry.names));
  }

  /** @param {any} told @param {string} kind @param {any} index @returns {Side[]} What each part of the question names most likely. */
  function inParts(told, kind, index) {
    const parts = told.folded.split(told.chinese ? BETWEEN : BETWEEN_EN).filter((/** @type {string} */ part) => part.trim().length > 1);
    const found = parts.slice(0, MOST_SIDES).map(function (/** @type {string} */ part) {
      const alike = scope.likenesses({ ...told, folded: part, bare: forms.bare(part) }, index);
      let best = /** @type {any} */ (null);
      for (const [key, likeness] of alike) {
        if (key.startsWith(`${kind}/`) && likeness >= LEAST_LIKE && (best === null || likeness > best.likeness)) {
          best = { entry: index.entries.get(key), likeness };
        }
      }
      return best === null ? null : best.entry;
    });
    const entries = [...new Set(found.filter((/** @type {any} */ entry) => entry !== null))];
    return entries.length > 1 ? entries.map((entry) => ({ entry, names: [] })) : [];
  }

  /**
   * Chooses a fact of each side, of one field where that is nearly as good.
   *
   * @param {any[][]} read What was read of each side, the best first.
   * @returns {{chosen: any[], score: number} | null}
   */
  function together(read) {
    if (read.some((found) => found.length === 0)) {
      return null;
    }
    let best = /** @type {{chosen: any[], score: number} | null} */ (null);
    for (const first of read[0].slice(0, TRIED)) {
      const others = read.slice(1).map((found) =>
        found
          .slice(0, TRIED)
          .filter((each) => each.fact !== first.fact)
          .map((each) => ({ each, worth: each.score + (each.fact.field === first.fact.field ? SAME_FIELD : 0) }))
          .sort((one, other) => other.worth - one.worth)[0]
      );
      if (others.every((other) => other !== undefined)) {
        const score = (first.score + others.reduce((sum, { worth }) => sum + worth, 0)) / read.length;
        if (best === null || score > best.score) {
          best = { chosen: [first, ...others.map(({ each }) => each)], score };
        }
      }
    }
    return best;
  }

  ask.comparing = { sides, together, isOfSeveral };
})();

/**
 * Which records are read for a question: those that are meant, named or guessed, with their stories.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon, units } = ask;
  const { holds, rarity, wholeOf } = units;

  /** What is decided of questions for whose answer facts are read; others are answered by rules alone. */
  const READS = new Set(["facts", "prose", "unknown", "refuse", "which", "list", "compare"]);
  /** Refusals that nothing that is read overrules. */
  const FIRM = new Set(["money", "politics"]);
  /** What a thing does for the body: nothing here answers that, whatever stands beside it. */
  const CURES =
    /治(?![区理安])|疗(?!休养)|效|补|降|养(?![殖在鸡羊的])|防|抗|减肥|瘦|美容|调(?:月)?经|痛经|下奶|催奶|长寿|健康|营养|有毒|致癌|没事吧|担保|保证|对.{0,6}好|\bcure|\btreat|\bheal|\bprevent|\bgood for\b|\blose weight|\bslim|\blower|\bhealth|\bnutri|\bvitamin|\bboost/;
  /** Whether someone may have it: that is asked whatever is said of what it does. */
  const TAKES = /(?:可以|能|能不能|可不可以|要不要)[\u4e00-\u9fff]{0,3}?(?:吃|喝|喂|尝)|\b(?:can|may|should)\b.*\b(?:eat|drink|have|take)\b/;
  /** Records of one mention that are read. */
  const MOST_MEANT = 4;
  const MOST_TARGETS = 12;

  /** @param {any} decided @returns {boolean} Whether facts are read for a question. */
  function isRead({ act, reason, told }) {
    return READS.has(act) && !FIRM.has(reason) && !isOfCure({ reason, told }) && !isFromElsewhere(told);
  }

  /** @param {any} told @returns {boolean} Whether goods are named with the name of another place or brand right before them. */
  function isFromElsewhere(told) {
    if (!told.chinese || !told.outside) {
      return false;
    }
    const starts = told.mentions.filter((/** @type {any} */ each) => each.keys.some((/** @type {string} */ key) => key.startsWith("product/"))).map((/** @type {any} */ each) => each.start);
    return starts.some((/** @type {number} */ start) => lexicon.ELSEWHERE.test(told.bare.slice(0, start)));
  }

  /** @param {any} decided @returns {boolean} Whether it is asked what a thing does for the body. */
  function isOfCure({ reason, told }) {
    return reason === "health" && CURES.test(told.folded) && !TAKES.test(told.folded);
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
    if (decided.isOfPages) {
      return [...found.values()];
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

  /** Entry → its names and those of what it belongs to, for Chinese and for English questions: they are the same for every question. */
  const besides = [new WeakMap(), new WeakMap()];

  /** @param {any} entry @param {any} index @param {boolean} chinese @returns {string} */
  function namesBeside(entry, index, chinese) {
    const known = besides[chinese ? 0 : 1];
    let text = known.get(entry);
    if (text === undefined) {
      const { links } = entry;
      const keys = [`origin/${links.origin}`, `supplier/${links.supplier}`, ...(links.owners || [])];
      const all = [entry, ...keys.map((key) => index.entries.get(key)).filter(Boolean)];
      text = all.map((each) => (chinese ? forms.bare(each.all) : forms.tokens(each.all).join(" "))).join(" ");
      known.set(entry, text);
    }
    return text;
  }

  /** @param {any} told @param {any} index @returns {Map<string, number>} Record → share of the question's units that are in its name or in that of its origin. */
  function likenesses(told, index) {
    const { chinese } = told;
    const { signs, pairs } = wholeOf(told);
    const weights = [...pairs.map((/** @type {any} */ unit) => [unit, rarity(unit, chinese)]), ...signs.map((/** @type {any} */ unit) => [unit, rarity(unit, chinese) / 4])];
    const whole = weights.reduce((sum, [, rare]) => sum + Number(rare), 0) || 1;
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const entry of index.entries.values()) {
      const text = namesBeside(entry, index, chinese);
      const shared = weights.reduce((sum, [unit, rare]) => sum + (holds(text, String(unit), chinese) ? Number(rare) : 0), 0);
      found.set(entry.key, shared / whole);
    }
    return found;
  }

  ask.scope = { isRead, isOfCure, scopeOf, likenesses };
})();

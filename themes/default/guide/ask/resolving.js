/**
 * Decides what is done with a question: which records it needs, and in which form it is answered.
 */

/**
 * @typedef {object} Decision
 * @property {string} act `refuse`, `greet`, `unknown`, `which`, `facts`, `compare`, `list`, `extreme` or `prose`.
 * @property {string} reason Why it is refused.
 * @property {any[]} targets Records, the likeliest first.
 * @property {any[]} intents
 * @property {any} told
 * @property {string[]} channels Names by which facts of several channels are narrowed.
 * @property {boolean} [isSure] Whether what is asked for is known beyond what its words say.
 * @property {boolean} [isOfPages] Whether the site itself is meant: whether it takes orders and money.
 * @property {boolean} [isForeign] Whether a thing is named that only ends like one of this site.
 * @property {string[]} fields Fields that are asked for, where no intent says so.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon, names, understanding, english } = ask;

  /** Kinds of records in the order in which one that is named is meant. */
  const ORDER = [
    "product",
    "figure",
    "campaign",
    "event",
    "placement",
    "channel",
    "supplier",
    "origin",
    "organisation",
    "scheme",
    "category",
    "policy",
    "story",
    "letter",
    "issue",
    "term",
    "page",
    "site"
  ];
  /** Kinds that figures belong to. */
  const OWNERS = new Set(["campaign", "origin", "organisation", "placement", "supplier"]);
  const MOST_TARGETS = 12;
  const MOST_STORIES = 20;
  /** @type {Array<[RegExp, RegExp, string[]]>} What the site is asked about itself: Chinese, English, fields. */
  const SITE = [
    [/(?:不在|没在|没上).*(?:名录|名单|832)|(?:名录|名单).*(?:之外|以外)/, /\bnot on the list/, ["count_unlisted"]],
    [/名录|名单|脱贫县|贫困县|摘帽/, /\bpoverty\b|\bon the .*list\b/, ["count_listed"]],
    [
      /(?:产品|商品|东西|货).*(?:认证|地标|地理标志)|(?:认证|地标|地理标志)的?(?:产品|商品|东西)/,
      /\bproducts?\b.*\bcertif|\bcertified products|\bgeographical/,
      ["count_certified"]
    ],
    [
      /(?:只|仅)(?:能|可以)?.{0,2}线下|不(?:能|可以)?(?:寄|网购)/,
      /\bonly (?:in person|offline)|\boffline only/,
      ["count_offline"]
    ],
    [/认证|地标|地理标志|标志|标识/, /\bcertif|\bmarks?\b/, ["count_schemes", "count_certified"]],
    [
      /^(?!.*(?:产品|商品|东西)).*(?:供应商|厂家|企业|合作社|卖家|商家)/,
      /\bsuppliers?\b|\bproducers?\b|\bfirms?\b/,
      ["count_suppliers"]
    ],
    [
      /产地|(?:哪些|几个|多少个?)(?:县|地方)|(?:县|地方)的(?:产品|货|东西)/,
      /\borigins?\b|\bcount(?:y|ies)\b/,
      ["count_origins"]
    ],
    [
      /点位|专柜|专馆|专区|展销|智能柜|线下.*(?:店|地方)|实体店?/,
      /\bplaces?\b|\bshops?\b|\bcabinets?\b/,
      ["count_places_open"]
    ],
    [/渠道|平台|小程序|商城/, /\bchannels?\b|\bplatforms?\b/, ["count_channels"]],
    [
      /(?:正在|现在|目前|最近|进行).*活动|活动.*(?:正在|现在|进行)/,
      /\b(?:running|current|now)\b.*\bcampaigns?\b|\bcampaigns?\b.*\b(?:running|current|now)\b/,
      ["count_campaigns_running"]
    ],
    [/活动/, /\bcampaigns?\b/, ["count_campaigns"]],
    [/故事/, /\bstor(?:y|ies)\b/, ["count_stories"]],
    [/品类|分类|类别/, /\bcategor/, ["count_categories"]],
    [/产品|商品|特产|东西|山货|货/, /\bproducts?\b|\bgoods\b|\bitems\b/, ["count_products"]]
  ];
  /** Intents that ask of a place even where goods are named beside it, and those that ask of the goods. */
  const AT_PLACES = new Set(["where", "hours", "phone", "operator", "plaque", "fees"]);
  const OF_GOODS = new Set(["price", "buy", "origin", "shipping", "storage"]);
  /** Intents that single products out among all. */
  const OF_ONE = new Set([
    "price",
    "origin",
    "prepare",
    "storage",
    "shelf_life",
    "certificate",
    "shipping",
    "net",
    "season",
    "minimum",
    "stock",
    "maker",
    "allergens",
    "ingredients",
    "help"
  ]);
  /** Intents by which, without any name, the name is asked for. */
  const ASKED_BACK = new Set([
    "price",
    "origin",
    "prepare",
    "storage",
    "shelf_life",
    "certificate",
    "net",
    "season",

    "ingredients"
  ]);
  /** What is asked of the goods in a place, not of places. */
  const HOLDS = /里面?(?:都|还)?(?:有|卖|放|摆|装)(?:的|着|了)?(?:都是)?(?:什么|哪些)|(?:卖|摆|放|装)(?:的|着|了)?(?:都是)?(?:什么|哪些)/;
  const OPEN = /开着|开放|能去|在开|营业中/;
  const OPEN_EN = /\bopen\b/;

  /** What was decided last: a question is planned, then answered. @type {any} */
  let last = null;

  /** @param {string} act @param {any} told @param {any} [more] @returns {Decision} */
  function decision(act, told, more) {
    return { act, reason: "", targets: [], intents: told.intents, told, channels: [], fields: [], ...more };
  }

  /**
   * @param {string} question
   * @param {{record?: string, previous?: string[], waiting?: boolean}} context
   * @param {any} index
   * @returns {Decision}
   */
  function resolve(question, context, index) {
    const key = JSON.stringify([question, context]);
    if (last === null || last.key !== key || last.index !== index) {
      last = { key, index, decided: decide(question, context, index) };
    }
    return last.decided;
  }

  /** @param {string} question @param {any} context @param {any} index @returns {Decision} */
  function decide(question, context, index) {
    let told = understanding.understand(question, index);
    if (told.bare === "") {
      return decision("unknown", told);
    }
    if ((told.chinese ? lexicon.GREETS : lexicon.GREETS_EN).test(told.chinese ? told.bare : told.folded)) {
      return decision("greet", told);
    }
    const current = entryOf(context.record || "", index);
    const isPointing =
      !told.chinese &&
      /\b(?:it|its|this|that|they|them|these|those)\b(?! 〇)/.test(told.masked) &&
      !lexicon.COMPARES_EN.test(told.folded) &&
      told.mentions.every((/** @type {any} */ each) => each.weight <= names.PART);
    const isAsking = (/** @type {any} */ each) => each.weight <= names.PART && each.text.split(" ").every(english.isAsking);
    const isUnnamed = !told.chinese && told.mentions.length > 0 && (isPointing || told.mentions.every(isAsking));
    if (current !== null && (isUnnamed || isOfCurrent(told, current))) {
      told = understanding.unnamed(told);
    }
    if (current !== null && current.kind === "product" && told.mentions.length === 0 && isOfContents(told)) {
      told.kind = null;
      told.outside = lexicon.OUTSIDE.test(told.masked);
    }
    const entries = told.mentions.map((/** @type {any} */ mention) =>
      mention.keys.map((/** @type {string} */ key) => index.entries.get(key))
    );
    const next = [...index.entries.values()].find((entry) => entry.kind === "event" && entry.links.state === "next");
    if (next !== undefined && lexicon.NEXT.test(told.chinese ? told.bare : told.folded)) {
      withIntent(told, "dates");
      return decision("facts", told, { targets: [next], fields: ["dates"], isSure: true });
    }
    const isDated =
      told.refusal === "future" &&
      entries.some((/** @type {any[]} */ group) => group.some((each) => each.kind === "event" || each.kind === "campaign")) &&
      told.intents.some((/** @type {any} */ each) => each.id === "dates" || each.id === "where") &&
      !/优惠|打折|价/.test(told.bare);
    if (isDated) {
      told.refusal = "";
    }
    const isScheme = entries.some((/** @type {any[]} */ group) => group.some((each) => each.kind === "scheme"));
    if (
      told.refusal !== "" &&
      !(told.refusal === "opinion" && (isScheme || isComparison(told)) && !/推荐|值得|农残|转基因/.test(told.masked))
    ) {
      return decision("refuse", told, {
        reason: told.refusal,
        targets: told.refusal === "health" || isOfNotes(told) ? warned(told, entries, current, index) : []
      });
    }
    if (told.intents.length === 0 && (told.follows || context.waiting) && context.previous) {
      told.intents = lexicon.INTENTS.filter(
        (/** @type {any} */ each) => /** @type {string[]} */ (context.previous).indexOf(each.id) >= 0
      );
    }
    const places = entries.flatMap((/** @type {any[]} */ group) => ofKind(group, "placement"));
    if (places.length > 0 && told.intents.some((/** @type {any} */ each) => each.id === "slot")) {
      return decision("facts", told, { targets: places });
    }
    return (
      ofFigures(told, entries, index) ||
      ofGoods(told, entries, current, index) ||
      ofOthers(told, entries, current, index) ||
      ofNothing(told, current, index)
    );
  }

  /** @param {any} told @param {any[][]} entries @param {any} current @param {any} index @returns {any[]} The product of which it may be asked whom it does harm. */
  function warned(told, entries, current, index) {
    const meant = entries.flatMap((group) => ofKind(group, "product"));
    const ofSort = told.kind === null ? [] : [...index.entries.values()].filter((entry) => entry.kind === "product" && isOfKind(entry, told.kind, index));
    const named = meant.length > 0 ? meant : ofSort;
    return named.length === 1 ? named : named.length === 0 && current !== null && current.kind === "product" ? [current] : [];
  }

  /** @param {any} told @returns {boolean} Whether it asks for what stands in notes: who pays half, what happens in rain. */
  function isOfNotes(told) {
    return (
      /^(?:health|future|rules)$/.test(told.refusal) &&
      told.intents.some((/** @type {any} */ each) => /^(?:concession|rain|ahead|included|strength)$/.test(each.id))
    );
  }

  /** @param {any} told @returns {boolean} Whether it asks what is in a thing, or what it goes with. */
  function isOfContents(told) {
    return told.intents.some((/** @type {any} */ each) => /^(?:ingredients|allergens|prepare|parts|duration)$/.test(each.id));
  }

  /** @param {any} told @param {any} current @returns {boolean} Whether it asks of what was talked of, though its words are in names of others. */
  function isOfCurrent(told, current) {
    const isWeak = (/** @type {any} */ mention) =>
      mention.keys.every((/** @type {string} */ key) =>
        mention.weight <= names.PART
          ? !/^(?:product|placement|channel|figure)\//.test(key) || (/^(?:channel|placement)/.test(key) && mention.text.length < 3)
          : /^term\//.test(key)
      );
    if (told.mentions.length === 0 || !told.mentions.every(isWeak)) {
      return false;
    }
    const other = understanding.unnamed(told);
    return other.intents.some(
      (/** @type {any} */ each) => each.id !== "about" && (each.fields[current.kind] || []).length > 0
    );
  }

  const QUANTITY = /多少|几成|多大比例|占比|几(?![种款]?(?:茶|米))|百分之|第几|是不是|对不对|是吧/;
  const QUANTITY_EN = /\bhow (?:many|much)\b|\bwhat (?:is|was|were) the\b|\b(?:number|total|amount|sum) of\b|\bwhat did\b|\bdoes .* rank\b|\bwhat percent|\bwhich rank/;

  /** @param {any} told @param {any[][]} entries @param {any} index @returns {Decision | null} A figure whose label is said in other words. */
  function ofFigures(told, entries, index) {
    if (!(told.chinese ? QUANTITY.test(told.bare) : QUANTITY_EN.test(told.folded)) || told.follows) {
      return null;
    }
    const solid = entries.filter((group, place) => told.mentions[place].weight > names.PART && group.length < 4);
    const named = solid
      .flat()
      .filter((entry) => OWNERS.has(entry.kind))
      .map((entry) => entry.key);
    const meant = lexicon.SAID.filter((/** @type {any} */ [cue]) => told.chinese && cue.test(told.bare)).flatMap(
      (/** @type {any} */ [, words]) => words
    );
    const said = told.chinese ? [told.bare, ...meant].join(" ") : english.meanings(told.folded);
    const isOrigin = named.every((key) => key.startsWith("origin/"));
    let best = { score: 0, entries: /** @type {any[]} */ ([]) };
    for (const entry of index.entries.values()) {
      if (entry.kind === "figure") {
        const owned = entry.links.owners.some((/** @type {string} */ key) => named.indexOf(key) >= 0);
        if (named.length > 0 && !owned && told.chinese) {
          continue;
        }
        if (!isExplained(entry, told, index)) {
          continue;
        }
        const scores = entry.said.map((/** @type {string} */ name) =>
          coverage(name, said, told.chinese, entry.links.unit, owned, isOrigin, told.masked)
        );
        const score = Math.max(...scores) - (named.length > 0 && !owned ? 0.15 : 0);
        if (score > best.score) {
          best = { score, entries: [entry] };
        } else if (score === best.score && score > 0) {
          best.entries.push(entry);
        }
      }
    }
    if (!told.chinese && best.entries.length > 1) {
      const wanted = english.meanings(english.subjects(told.folded, told.intents).join(" "));
      const fitting = best.entries.filter(function (entry) {
        const owners = entry.links.owners.map((/** @type {string} */ key) => index.entries.get(key)).filter(Boolean);
        const known = new Set(english.meanings([entry, ...owners].map((each) => each.all).join("|")));
        return wanted.every((/** @type {string} */ word) => known.has(word));
      });
      best.entries = fitting.length > 0 ? fitting : best.entries;
    }
    const isOne =
      best.entries.length === 1 ||
      (best.score < 0.8 &&
        best.entries.length < 4 &&
        best.entries.every((entry) => entry.links.owners.some((/** @type {string} */ key) => named.indexOf(key) >= 0)));
    return best.score >= 0.6 && isOne ? decision("facts", told, { targets: best.entries, several: true }) : null;
  }

  /**
   * @param {any} entry A figure.
   * @param {any} told
   * @param {any} index
   * @returns {boolean} Whether all that the question names is the figure's or its owners'.
   */
  function isExplained(entry, told, index) {
    const owners = entry.links.owners.map((/** @type {string} */ key) => index.entries.get(key)).filter(Boolean);
    const beside = [...index.entries.values()].filter(
      (each) =>
        each.kind === "figure" &&
        each.links.owners.some((/** @type {string} */ key) => entry.links.owners.indexOf(key) >= 0)
    );
    const known = [entry, ...owners, ...beside].map((each) => each.all).join("|");
    if (!told.chinese) {
      const words = new Set([...forms.tokens(known), ...english.meanings(known)]);
      return forms
        .tokens(told.folded)
        .every(
          (/** @type {string} */ word) => words.has(word) || words.has(english.meanings(word)[0]) || !index.isTelling(word)
        );
    }
    let text = told.bare.replace(lexicon.IDLE, " ").replace(/(?:多少|几).?/g, " ").replace(/\d+(?:\.\d+)?[万亿]?[吨人户元个名次种家款年]?/g, " ");
    const isKnown = [...text].map(() => false);
    for (let at = 0; at + 1 < text.length; at += 1) {
      if (known.indexOf(text.slice(at, at + 2)) >= 0) {
        isKnown[at] = true;
        isKnown[at + 1] = true;
      }
    }
    text = [...text].map((sign, at) => (isKnown[at] ? " " : sign)).join("");
    for (const mention of told.mentions) {
      if (mention.keys.some((/** @type {string} */ key) => entry.links.owners.indexOf(key) >= 0)) {
        text = text.split(mention.text).join(" ");
      }
    }
    return understanding
      .residueOf(text, null)
      .split(" ")
      .every((/** @type {string} */ rest) => rest.length < 2);
  }

  /** @param {string} name @param {any} said @param {boolean} chinese @param {string} unit @param {boolean} owned @param {boolean} isOrigin @param {string} masked @returns {number} */
  function coverage(name, said, chinese, unit, owned, isOrigin, masked) {
    const folded = name;
    if (forms.hasHan(folded) !== chinese) {
      return 0;
    }
    if (!chinese) {
      const words = english
        .meanings(folded)
        .filter((/** @type {string} */ word) => word.length > 2 && !/^(?:the|and|for|from|of|with|who|that|are)$/.test(word));
      const shared = words.filter((/** @type {string} */ word) => said.indexOf(word) >= 0).length;
      const bonus = unit && said.join(" ").indexOf(`mani ${forms.tokens(forms.folded(unit)).join(" ")}`) >= 0 ? 0.2 : 0;
      return shared > 1 ? shared / words.length + bonus : 0;
    }
    const pieces = ask.retrieval.piecesOf(forms.bare(folded).replace(/的/g, " "));
    const shared = pieces.filter((/** @type {string} */ piece) => said.indexOf(piece) >= 0).length;
    const measured = forms.folded(unit || "");
    const isShare = measured === "%" && /几成|百分之|比例|占/.test(said);
    const noun = /(?:多少|几)(?:个|位|名|家|款|种)?([\u4e00-\u9fff]{2})/.exec(said);
    if (owned && isShare && shared > 0) {
      return 0.65 + shared / 20;
    }
    if (owned && noun !== null && folded.indexOf(noun[1]) >= 0) {
      return 0.6 + shared / pieces.length / 2;
    }
    const counted = measured
      ? new RegExp(`(?:几|多少)${measured.replace(/[^\u4e00-\u9fffa-z]/g, "\\$&")}([\u4e00-\u9fff]?)`).exec(said)
      : null;
    if (counted === null && pieces.every((/** @type {string} */ piece) => masked.indexOf(piece) < 0)) {
      return 0;
    }
    const bonus = (counted || isShare ? 0.2 : 0) + (owned ? 0.1 : 0);
    const isPlain =
      counted !== null &&
      (counted[1] === "" || folded.indexOf(counted[1]) >= 0 || /[了吗呢啊呀的参受]/.test(counted[1]));
    if (owned && isPlain && shared < 2 && !isOrigin) {
      return 0.62 + shared / 20;
    }
    return shared > 1 ? shared / pieces.length + bonus : 0;
  }

  /** @param {any} told @returns {boolean} */
  function isComparison(told) {
    return (
      told.mentions.length > 1 &&
      (told.chinese ? lexicon.COMPARES.test(told.bare) : lexicon.COMPARES_EN.test(told.folded))
    );
  }

  /** @param {string} record @param {any} index @returns {any} An id alone is that of the first kind that has it. */
  function entryOf(record, index) {
    if (record === "" || index.entries.has(record)) {
      return index.entries.get(record) || null;
    }
    const found = ORDER.map((kind) => index.entries.get(`${kind}/${record}`)).find((entry) => entry !== undefined);
    return found || null;
  }

  /** @param {any[]} group @param {string} kind @returns {any[]} */
  function ofKind(group, kind) {
    return group.filter((entry) => entry.kind === kind);
  }

  /** @param {any} told @param {any[][]} entries @returns {{origins: string[], suppliers: string[], channels: string[], places: string[]}} */
  function limitsOf(told, entries) {
    const origins = entries.flatMap((group) => ofKind(group, "origin")).map((entry) => entry.id);
    const suppliers = entries.flatMap((group) => ofKind(group, "supplier")).map((entry) => entry.id);
    const channels = entries
      .flatMap((group) => group.filter((entry) => entry.kind === "channel" || entry.kind === "placement"))
      .flatMap((entry) => entry.names);
    const places = entries
      .flatMap((group) => group.filter((entry) => entry.kind === "channel" || entry.kind === "placement"))
      .map((entry) => entry.key);
    return { origins, suppliers, channels, places };
  }

  /** @param {any[]} products @param {{origins: string[], suppliers: string[], places?: string[]}} limits @returns {any[]} */
  function within(products, limits) {
    return products.filter(
      ({ links }) =>
        (limits.origins.length === 0 || limits.origins.indexOf(links.origin) >= 0) &&
        (limits.suppliers.length === 0 || limits.suppliers.indexOf(links.supplier) >= 0) &&
        ((limits.places || []).length === 0 ||
          links.sold.some((/** @type {string} */ key) => (limits.places || []).indexOf(key) >= 0))
    );
  }

  /** @param {any} told @param {any} mention @param {any[]} entries @param {any} index @returns {boolean} Whether it is the end of another thing's name. */
  function isForeign(told, mention, entries, index) {
    if (told.chinese && lexicon.MADE_OF.test(told.bare.slice(mention.end))) {
      return true;
    }
    if (!told.chinese) {
      return english.isMadeOf(told.folded, mention);
    }
    if (mention.weight >= names.WHOLE) {
      return false;
    }
    const said = told.bare.slice(0, mention.start);
    const from = [...index.places].find((/** @type {string} */ each) => said.endsWith(each));
    const isMention = told.mentions.some((/** @type {any} */ each) => each.end === mention.start);
    const home = entries
      .map((entry) => index.entries.get(`origin/${entry.links.origin}`))
      .filter((each) => each !== undefined)
      .map((each) => `${each.all}|${forms.folded(each.links.region || "")}`)
      .join("|");
    if (from !== undefined && !isMention && home.indexOf(from) < 0 && !entries.some((entry) => entry.all.indexOf(from) >= 0)) {
      return true;
    }
    const left = understanding.before(told, mention);
    if (
      left.length === 0 ||
      home.indexOf(left) >= 0 ||
      entries.some((entry) => entry.said.some((/** @type {string} */ name) => name.indexOf(left) >= 0))
    ) {
      return false;
    }
    return left.length > 1 || mention.weight <= names.PART;
  }

  /** @param {any} told @param {any[][]} entries @param {any} current @param {any} index @returns {Decision | null} */
  function ofGoods(told, entries, current, index) {
    const limits = limitsOf(told, entries);
    if (
      told.intents.some((/** @type {any} */ each) => AT_PLACES.has(each.id)) &&
      !told.intents.some((/** @type {any} */ each) => OF_GOODS.has(each.id)) &&
      entries.some((group) => ofKind(group, "placement").length > 0)
    ) {
      return null;
    }
    /** @type {any[][]} */
    const named = [];
    let foreign = false;
    told.mentions.forEach(function (/** @type {any} */ mention, /** @type {number} */ place) {
      const products = ofKind(entries[place], "product");
      const strongest = entries[place].filter((each) => each.kind !== "product" && each.kind !== "term").length;
      if (
        products.length === 0 ||
        (strongest > 0 &&
          mention.weight >= names.WHOLE &&
          products.every((each) => each.bare.indexOf(mention.text) < 0))
      ) {
        return;
      }
      if (isForeign(told, mention, products, index)) {
        foreign = true;
        return;
      }
      const near = told.mentions[place - 1];
      const nearest =
        near && near.end >= mention.start - 1 ? ofKind(entries[place - 1], "origin").map((entry) => entry.id) : [];
      const closest = within(products, { origins: nearest, suppliers: [] });
      if (nearest.length > 0 && mention.weight < names.WHOLE && closest.length === 0) {
        foreign = true;
        return;
      }
      const left = mention.weight < names.WHOLE && told.chinese ? understanding.before(told, mention) : "";
      const leftOf = left
        ? products.filter((each) => each.said.some((/** @type {string} */ name) => name.indexOf(left) >= 0))
        : [];
      const chosen = leftOf.length > 0 ? leftOf : closest.length > 0 ? closest : products;
      const limited = chosen.length > 1 ? within(chosen, limits) : chosen;
      named.push(limited.length > 0 ? limited : chosen);
    });
    if (told.outside) {
      return decision("unknown", told, { targets: named[0] || [] });
    }
    if (foreign) {
      return decision("unknown", told, { isForeign: true });
    }
    if (named.length > 0 && entries.some((group) => ofKind(group, "scheme").length > 0)) {
      withIntent(told, "certificate");
    }
    const distinct = named.filter(
      (group, place) => named.findIndex((other) => other[0].key === group[0].key) === place
    );
    const compares = told.chinese ? lexicon.COMPARES.test(told.bare) : lexicon.COMPARES_EN.test(told.folded);
    if (distinct.length > 1) {
      if (lexicon.TOGETHER.test(told.chinese ? told.bare : told.folded)) {
        return decision("facts", told, { targets: distinct.map(([entry]) => entry), several: true });
      }
      const services = distinct.flat().filter((entry) => entry.links.kind === "service" || entry.links.kind === "visit");
      const isOfTerms = told.intents.some((/** @type {any} */ each) => /^(?:included|concession|ahead|duration|capacity|meeting)$/.test(each.id));
      if (services.length === 1 && isOfTerms && !compares) {
        return decision("facts", told, { targets: services }); // what is picked there is part of it
      }
      const ambiguous = distinct.find((group) => group.length > 1);
      if (ambiguous !== undefined && ambiguous.length > 3) {
        return decision("which", told, { targets: ambiguous });
      }
      return decision("compare", told, {
        targets: distinct.flatMap((group) => group.slice(0, 3)).slice(0, 6),
        channels: limits.channels
      });
    }
    if (distinct.length === 1) {
      const [group] = distinct;
      const isBesideIt = current !== null && current.kind === "product" && group.every((entry) => entry.key !== current.key);
      if (isBesideIt && lexicon.TOGETHER.test(told.chinese ? told.bare : told.folded)) {
        return decision("facts", told, { targets: [current] });
      }
      if (
        compares &&
        limits.channels.length > 0 &&
        !told.intents.some((/** @type {any} */ each) => (each.fields.product || []).length > 0)
      ) {
        withIntent(told, "price");
      }
      const isThan = current !== null && current.kind === "product" && (told.follows || /\bthan\b|^(?:跟|和|与|同|比)|比/.test(told.bare + " " + told.folded));
      if (group.length > 1 && group.length < 4 && compares && isThan && !group.some((entry) => entry.key === current.key)) {
        return decision("compare", told, { targets: [current, ...group], channels: limits.channels });
      }
      if (group.length > 1 && group.length < 4 && compares && isOfPrice(told)) {
        return decision("compare", told, { targets: group });
      }
      if (
        current !== null &&
        current.kind === "product" &&
        compares &&
        group.length === 1 &&
        group[0].key !== current.key &&
        (told.follows || /^(?:跟|和|与|同|比)|比|还是|or\b|than\b/.test(told.bare) || !told.chinese)
      ) {
        return decision("compare", told, { targets: [current, group[0]], channels: limits.channels });
      }
      if (group.length === 1) {
        const others = current === null ? ofWord(told, group[0], limits, index) : [];
        return (
          (others.length > 0 && ofEach(told, [group[0], ...others], limits.channels)) ||
          decision("facts", told, { targets: group, channels: limits.channels })
        );
      }
      const inside = current !== null && group.find((entry) => entry.key === current.key);
      if (inside) {
        return decision("facts", told, { targets: [inside], channels: limits.channels });
      }
      if (group.length < 4 && told.intents.some((/** @type {any} */ each) => each.id === "gap")) {
        return decision("facts", told, { targets: group, several: true, channels: limits.channels });
      }
      return (
        extremeOf(told, group) ||
        ofEach(told, group, limits.channels) ||
        decision(isList(told) ? "list" : "which", told, { targets: group })
      );
    }
    return ofKinds(told, entries, limits, index, current);
  }

  /** @param {any} told @param {any} entry Goods that were named by one word. @param {any} limits @param {any} index @returns {any[]} Other goods in whose names it stands. */
  function ofWord(told, entry, limits, index) {
    const naming = told.mentions.filter((/** @type {any} */ each) => each.keys.indexOf(entry.key) >= 0);
    const [mention] = naming;
    if (!told.chinese || told.mentions.length !== 1 || mention.weight >= names.WHOLE || mention.text.length > 4) {
      return [];
    }
    const { text } = mention;
    const isBare = [...index.places].every((/** @type {string} */ place) => place === "" || !text.startsWith(place));
    const isSaid = told.bare.slice(mention.start, mention.end) === text && understanding.before(told, mention) === "";
    const others = [...index.entries.values()].filter(
      (each) =>
        each.kind === "product" &&
        each.key !== entry.key &&
        each.links.kind === "goods" &&
        (each.plain.some((/** @type {string} */ name) => name.indexOf(text) >= 0 && !lexicon.MADE_OF.test(name.slice(name.indexOf(text) + text.length))) ||
          each.aliases.some((/** @type {string} */ name) => forms.bare(forms.folded(name)).endsWith(text)))
    );
    return isBare && isSaid && entry.links.kind === "goods" ? within(others, limits) : [];
  }

  /** @param {any} told @param {any[]} group @param {string[]} channels @returns {Decision | null} The answer for each of a few that may be meant. */
  function ofEach(told, group, channels) {
    const vague = isList(told) ? /^(?:about|many|sells|kind|parts|where|dates|status|stock|buy)$/ : /^(?:about|many|sells|kind|parts|where|dates|status)$/;
    const isClear = told.intents.some(
      (/** @type {any} */ each) => !vague.test(each.id) && (each.fields.product || []).length > 0
    );
    const isOfMore = !told.chinese && !isList(told) && english.subjects(told.masked, told.intents).length > 0;
    return (isClear || isOfMore) && group.length < 4 ? decision("facts", told, { targets: group, several: true, each: true, channels }) : null;
  }

  /** @param {any} told @param {string} id Of what is asked for without being said. */
  function withIntent(told, id) {
    if (!told.intents.some((/** @type {any} */ each) => each.id === id)) {
      told.intents = [...lexicon.INTENTS.filter((/** @type {any} */ each) => each.id === id), ...told.intents];
    }
  }

  /** @param {any} told @returns {boolean} */
  function isOfPrice(told) {
    return told.intents.some((/** @type {any} */ each) => each.id === "price");
  }

  /** @param {any} told @returns {boolean} */
  function isList(told) {
    const lists = told.chinese ? lexicon.LISTS.test(told.bare) : lexicon.LISTS_EN.test(told.folded);
    const asks = told.intents.some((/** @type {any} */ each) =>
      /^(?:price|prepare|storage|shelf_life|origin|shipping|ingredients|net)$/.test(each.id)
    );
    return lists && !asks;
  }

  /** @param {any} told @param {any[]} group @returns {Decision | null} */
  function extremeOf(told, group) {
    const cheapest = told.chinese ? lexicon.CHEAPEST.test(told.bare) : lexicon.CHEAPEST_EN.test(told.folded);
    const dearest = told.chinese ? lexicon.DEAREST.test(told.bare) : lexicon.DEAREST_EN.test(told.folded);
    if (!cheapest && !dearest) {
      return null;
    }
    const sign = cheapest ? 1 : -1;
    const priced = group.filter((entry) => entry.links.price !== "" && !entry.links.gone);
    /** @type {Map<string, number>} */
    const units = new Map();
    priced.forEach(({ links }) => units.set(links.unit, (units.get(links.unit) || 0) + 1));
    const unit = [...units].sort((one, other) => other[1] - one[1])[0];
    const comparable = priced.filter(({ links }) => unit !== undefined && links.unit === unit[0]);
    const ranked = comparable.sort((one, other) => sign * (Number(one.links.price) - Number(other.links.price)));
    const packs = priced.sort((one, other) => sign * (Number(one.links.pack) - Number(other.links.pack)));
    return ranked.length === 0
      ? decision("unknown", told)
      : decision("extreme", told, { targets: [ranked[0], packs[0]], reason: unit[0] });
  }

  /** @param {any} told @param {any[][]} entries @param {any} limits @param {any} index @param {any} current @returns {Decision | null} */
  function ofKinds(told, entries, limits, index, current) {
    const products = [...index.entries.values()].filter((entry) => entry.kind === "product" && !entry.links.gone);
    const categories = entries.flatMap((group) => ofKind(group, "category")).map((entry) => entry.id);
    const extreme = told.chinese
      ? lexicon.CHEAPEST.test(told.bare) || lexicon.DEAREST.test(told.bare)
      : lexicon.CHEAPEST_EN.test(told.folded) || lexicon.DEAREST_EN.test(told.folded);
    let group = null;
    const isPointed = told.follows && (told.chinese || /\b(?:it|its|this|that|they|them|their|these|those|there|here)\b/.test(told.folded));
    if (told.kind !== null && !(current !== null && isPointed)) {
      const start = told.kind.start;
      const left = told.chinese ? understanding.before({ ...told, bare: told.masked, mentions: [] }, { start }) : "";
      group = products.filter((entry) => isOfKind(entry, told.kind, index));
      const modifier = told.kind.kinds ? "" : left.replace(/〇/g, "");
      if (told.chinese && modifier.length > 0) {
        group = group.filter((entry) => entry.all.indexOf(modifier) >= 0);
        if (group.length === 0) {
          if (!told.outside) {
            return decision("prose", told, { targets: proseOf(index) });
          }
          return told.mentions.length > 0 &&
            /〇/.test(left) === false &&
            told.mentions.some((/** @type {any} */ each) => each.weight > names.PART)
            ? null
            : decision("unknown", told);
        }
      }
    } else if (categories.length > 0 && (extreme || limits.origins.length > 0 || !isList(told))) {
      group = products.filter(({ links }) =>
        links.categories.some((/** @type {string} */ id) => categories.indexOf(id) >= 0)
      );
    } else if (extreme) {
      group = products;
    }
    if (group === null) {
      return null;
    }
    if (group.length > 1 && told.intents.some((/** @type {any} */ each) => each.id === "damage")) {
      const pages = proseOf(index).filter((/** @type {any} */ entry) => entry.kind === "page");
      return decision("facts", told, { targets: pages, several: true, isSure: true });
    }
    if (!told.chinese && told.kind !== null && told.kind.en !== undefined && english.isOtherSort(told.folded, told.kind.word, group)) {
      return decision("unknown", told);
    }
    const limited = within(group, limits);
    if (limited.length === 0) {
      return told.mentions.length > 0 && told.intents.length > 0 ? null : decision("unknown", told);
    }
    const found = extremeOf(told, limited);
    if (found !== null) {
      return found;
    }
    const meant = narrowed(limited, told);
    const compares = told.chinese ? lexicon.COMPARES.test(told.bare) : lexicon.COMPARES_EN.test(told.folded);
    if (meant.length > 1 && meant.length < 4 && compares && isOfPrice(told)) {
      return decision("compare", told, { targets: meant, channels: limits.channels });
    }
    if (meant.length < 4 && told.intents.some((/** @type {any} */ each) => each.id === "gap")) {
      return decision("facts", told, { targets: meant, several: true, channels: limits.channels });
    }
    if (meant.length === 1) {
      return decision("facts", told, { targets: meant, channels: limits.channels });
    }
    if (told.intents.length === 0 && !isList(told) && told.chinese && told.residue.replace(/\s/g, "").length > 1) {
      return decision("prose", told, { targets: proseOf(index) });
    }
    return (
      ofEach(told, meant, limits.channels) ||
      decision(isList(told) || told.intents.length === 0 ? "list" : "which", told, { targets: limited })
    );
  }

  /** @param {any[]} group @param {any} told @returns {any[]} Those whose names share most with what else was said. */
  function narrowed(group, told) {
    const pieces = forms.pairs(told.kind ? told.masked.split(told.kind.word).join("〇") : told.masked);
    const said = forms
      .tokens(told.masked)
      .filter(
        (/** @type {string} */ word) =>
          !lexicon.STOPS.has(word) && (!told.kind || told.kind.en === undefined || told.kind.en.indexOf(word) < 0)
      );
    const scored = group.map((entry) => {
      if (!told.chinese) {
        const words = new Set(entry.said.flatMap(forms.tokens));
        return { entry, score: said.filter((/** @type {string} */ word) => words.has(word)).length };
      }
      const { all } = entry;
      return { entry, score: pieces.filter((/** @type {string} */ piece) => all.indexOf(piece) >= 0).length };
    });
    const most = Math.max(...scored.map(({ score }) => score));
    return most === 0 ? group : scored.filter(({ score }) => score === most).map(({ entry }) => entry);
  }

  /** @param {any} entry @param {any} kind @param {any} index @returns {boolean} */
  function isOfKind(entry, kind, index) {
    if (kind.kinds) {
      return kind.kinds.indexOf(entry.links.kind) >= 0;
    }
    if (kind.category) {
      return entry.links.categories.some((/** @type {string} */ id) => {
        const category = index.entries.get(`category/${id}`);
        return category !== undefined && category.said.indexOf(kind.category) >= 0;
      });
    }
    if (kind.holds) {
      return entry.links.kind === "goods" && kind.holds.test(entry.all);
    }
    return (
      entry.links.kind === "goods" &&
      entry.plain.some((/** @type {string} */ name) => kind.is.test(name) && !(kind.not && kind.not.test(name)))
    );
  }

  /** @param {any} told @param {any[][]} entries @param {any} current @param {any} index @returns {Decision | null} */
  function ofOthers(told, entries, current, index) {
    const seen = new Map();
    told.mentions.forEach(function (/** @type {any} */ mention, /** @type {number} */ place) {
      const others = entries[place].filter(
        (entry) => entry.kind !== "product" && (entry.kind !== "figure" || isExplained(entry, told, index))
      );
      for (const entry of mention.weight < names.WHOLE ? beside(told, mention, place, others, index) : others) {
        const weight = mention.weight * 100 + mention.text.length;
        seen.set(entry.key, { entry, weight: Math.max(weight, (seen.get(entry.key) || { weight: 0 }).weight) });
      }
    });
    let found = [...seen.values()];
    if (found.length === 0) {
      return null;
    }
    const isOpen = told.chinese ? OPEN.test(told.bare) : OPEN_EN.test(told.folded);
    if (isOpen && found.some(({ entry }) => entry.links.state === "open")) {
      found = found.filter(({ entry }) => entry.links.state === "open" || entry.kind !== "placement");
    }
    const isNamed = (/** @type {any} */ entry) =>
      told.mentions.some((/** @type {any} */ each) => each.keys.length < 4 && each.keys.indexOf(entry.key) >= 0);
    const isCrowded = (/** @type {any} */ entry) =>
      Number(
        entry.kind === "placement" &&
          !isNamed(entry) &&
          found.filter((other) => other.entry.kind === entry.kind).length > 3 &&
          found.some((other) => other.entry.kind !== entry.kind)
      );
    found.sort(
      (one, other) =>
        isCrowded(one.entry) - isCrowded(other.entry) ||
        rank(one.entry, told) - rank(other.entry, told) ||
        other.weight - one.weight
    );
    const parts = found.filter(({ weight }) => weight < 200);
    const solid = found.filter(({ weight }) => weight >= 200);
    const channels = limitsOf(told, entries).channels;
    if (
      current !== null &&
      (current.kind === "product" || current.kind === "supplier") &&
      found
        .filter(({ weight }) => weight >= 200)
        .every(({ entry }) => entry.kind === "channel" || entry.kind === "placement") &&
      told.intents.some((/** @type {any} */ each) => (each.fields[current.kind] || []).length > 0)
    ) {
      return decision("facts", told, { targets: [current], channels });
    }
    const there = found.filter(({ entry }) => entry.kind === "placement");
    if (there.length > 0 && there.length < 4 && told.intents.some((/** @type {any} */ each) => each.id === "distance")) {
      return decision("facts", told, { targets: there.map(({ entry }) => entry), several: true });
    }
    const origins = solid.filter(({ entry }) => entry.kind === "origin");
    if (origins.length > 1 && isComparison(told)) {
      return decision("compare", told, { targets: origins.map(({ entry }) => entry) });
    }
    const isOfProduct = (/** @type {any} */ each) => !/^(?:about|authority|kind|sells)$/.test(each.id);
    if (
      current !== null &&
      current.kind === "product" &&
      found.every(({ entry }) => entry.kind === "scheme") &&
      told.intents.every(isOfProduct) &&
      !/哪些|什么(?:产品|货)/.test(told.bare)
    ) {
      withIntent(told, "certificate");
      return decision("facts", told, { targets: [current] });
    }
    const isSort = (/** @type {any} */ entry) =>
      entry.links.sort &&
      told.mentions.some((/** @type {any} */ each) => each.text === forms.bare(forms.folded(entry.links.sort)));
    const sorts = found.filter(
      ({ entry }) => (entry.kind === "placement" || entry.kind === "channel") && isSort(entry)
    );
    const asksOfMany = told.chinese
      ? lexicon.LISTS.test(told.bare) || lexicon.COUNTS.test(told.bare) || /名字|名称|叫(?:什么|啥)/.test(told.bare)
      : lexicon.COUNTS_EN.test(told.folded);
    const isOfGoods = told.chinese && HOLDS.test(told.bare);
    if (current !== null && current.kind === "placement" && sorts.length > 1 && told.mentions.length === 1) {
      return decision("facts", told, { targets: [current] });
    }
    if (sorts.length > 1 && asksOfMany && !isOfGoods && !told.intents.some((/** @type {any} */ each) => AT_PLACES.has(each.id))) {
      return decision("list", told, { targets: sorts.map(({ entry }) => entry) });
    }
    const isAtPlaces = told.intents.some((/** @type {any} */ each) => AT_PLACES.has(each.id));
    const places = sorts.filter(({ entry }) => entry.kind === "placement");
    if (places.length > 1 && places.length < 4 && isAtPlaces) {
      return decision("facts", told, { targets: places.map(({ entry }) => entry), several: true });
    }
    if (places.length > 1 && isAtPlaces && told.mentions.length === 1) {
      const open = places.filter(({ entry }) => entry.links.state === "open");
      return decision("which", told, {
        targets: [...open, ...places.filter((each) => open.indexOf(each) < 0)].map(({ entry }) => entry)
      });
    }
    const isNearer = parts.length > 0 && parts.length < 4 && solid.every(({ entry }) => entry.kind === "origin");
    if (isNearer && parts.some(({ entry }) => entry.kind === "placement" || entry.kind === "supplier") && isAtPlaces) {
      solid.length = 0;
    }
    if (solid.length === 0 && parts.length > 3 && !asksOfMany) {
      return decision("which", told, { targets: parts.map(({ entry }) => entry).slice(0, MOST_TARGETS) });
    }
    if (
      isComparison(told) &&
      new Set(told.mentions.map((/** @type {any} */ each) => each.text)).size > 1 &&
      found[0].entry.kind !== "campaign" &&
      found[0].entry.kind !== "organisation"
    ) {
      return decision("unknown", told);
    }
    const all = [...solid, ...parts].map(({ entry }) => entry);
    const both = all.filter((entry) => entry.kind === "placement");
    if (
      isAtPlaces &&
      both.length > 1 &&
      both.length < 4 &&
      told.mentions.length > 1 &&
      told.mentions.every((/** @type {any} */ each) => both.some((entry) => each.keys.indexOf(entry.key) >= 0))
    ) {
      return decision("facts", told, { targets: both, several: true, each: true });
    }
    return decision("facts", told, {
      targets: all.slice(0, MOST_TARGETS),
      several: (solid.length === 0 && parts.length > 1) || isOneOfMany(found)
    });
  }

  /** @param {Array<{entry: any, weight: number}>} found In order. @returns {boolean} Whether others are meant as well. */
  function isOneOfMany(found) {
    return (
      found.filter(({ entry, weight }) => entry.kind === found[0].entry.kind && weight === found[0].weight).length > 1
    );
  }

  /**
   * @param {any} told
   * @param {any} mention A part of names.
   * @param {number} place
   * @param {any[]} others What it may mean.
   * @param {any} index
   * @returns {any[]} Those whose names hold what stands right before it as well; none where that is another thing's.
   */
  function beside(told, mention, place, others, index) {
    const near = told.mentions[place - 1];
    const isNear = near !== undefined && mention.start - near.end < 2;
    const left = !told.chinese ? "" : isNear ? near.text : understanding.before(told, mention);
    const isSecond = isNear && near.weight <= names.PART && /(?:馆|柜|中心|专区)$/.test(near.text);
    if (left === "" || isSecond) {
      return others;
    }
    const holding = others.filter((entry) => entry.said.some((/** @type {string} */ name) => name.indexOf(left) >= 0));
    const isOnly = others.length === 1 && mention.text.length > 2 && !index.places.has(left);
    return holding.length > 0 || (!isNear && !isOnly && mention.weight <= names.PART) ? holding : others;
  }

  /** @param {any} entry @param {any} told @returns {number} The lower, the likelier it is meant. */
  function rank(entry, told) {
    const answers = told.intents.some((/** @type {any} */ intent) => (intent.fields[entry.kind] || []).length > 0);
    return (answers ? 0 : 100) + ORDER.indexOf(entry.kind);
  }

  /** @param {any} told @param {any} index @returns {any[]} Goods that are called by what is said of them alone: the live ones, the white one. */
  function ofLook(told, index) {
    const look = /(?:^|有没有|还有|要|买|有)([活干湿鲜红绿白黑黄青辣甜大小生熟粗细])的(?!.{0,2}(?:县|地方))/.exec(told.bare);
    if (!told.chinese || look === null) {
      return [];
    }
    return [...index.entries.values()].filter(
      (entry) => entry.kind === "product" && !entry.links.gone && entry.names.some((/** @type {string} */ name) => forms.folded(name).indexOf(look[1]) >= 0)
    );
  }

  /** What makers are called by, where none is named. */
  const SORTS = /合作社|加工坊|加工厂|工厂|酒店|公司|种植户/;

  /** @param {any} told @param {any} index @returns {any[]} Makers of a sort, where their names are asked for. */
  function ofSort(told, index) {
    const sort = SORTS.exec(told.bare);
    const asks = /叫什么|名字|名称|哪[些几家个]|有谁|列/.test(told.bare);
    const rest = sort === null ? "" : understanding.residueOf(told.bare.split(sort[0]).join(" "), null).replace(/\s|供货|供应|合作|参与|参加|里面|农产品/g, "");
    return sort === null || !asks || rest.length > 1
      ? []
      : [...index.entries.values()].filter((entry) => entry.kind === "supplier" && entry.all.indexOf(sort[0].slice(-2)) >= 0);
  }

  /** @param {any} told @param {any} current @param {any} index @returns {Decision} */
  function ofNothing(told, current, index) {
    const looking = current === null && told.intents.length > 0 ? ofLook(told, index) : [];
    if (looking.length > 0 && looking.length < MOST_TARGETS) {
      return looking.length === 1
        ? decision("facts", told, { targets: looking })
        : decision("which", told, { targets: looking });
    }
    const maker = current === null ? undefined : index.entries.get(`supplier/${current.links.supplier}`);
    if (
      maker !== undefined &&
      current.kind === "product" &&
      lexicon.ALSO.test(told.chinese ? told.bare : told.folded)
    ) {
      return decision("facts", told, { targets: [maker], fields: ["products"] });
    }
    const isOfAll =
      /你们|(?:这个|这)网站|本站|(?:一共|总共)有?(?:多少|几)(?:个|种|款|家|处|场)?(?:产品|商品|活动|供应商|企业|产地|渠道|点位|故事|东西)/;
    if (current !== null && !(told.chinese && isOfAll.test(told.bare))) {
      return decision("facts", told, { targets: [current], isFollowing: true });
    }
    const log = index.entries.get("page/corrections");
    if (log !== undefined && told.intents.some((/** @type {any} */ each) => each.id === "correction")) {
      return decision("facts", told, { targets: [log], fields: ["correction"] });
    }
    const slow = [...index.entries.values()].filter((entry) => entry.kind === "product" && entry.links.slow);
    if (slow.length > 0 && (told.chinese ? lexicon.SLOW.test(told.bare) : lexicon.SLOW_EN.test(told.folded))) {
      return decision("facts", told, { targets: slow.slice(0, MOST_TARGETS), fields: ["slow"], several: true });
    }
    const asksOfMany = told.chinese
      ? lexicon.LISTS.test(told.bare) || lexicon.COUNTS.test(told.bare)
      : lexicon.LISTS_EN.test(told.folded) || lexicon.COUNTS_EN.test(told.folded);
    if (lexicon.UNMARKED.test(told.chinese ? told.bare : told.folded)) {
      return decision("unknown", told);
    }
    if (asksOfMany || (told.chinese && /哪(?:个|家|些|几)|有多少|有几/.test(told.bare))) {
      const rule = SITE.find(([zh, en]) =>
        /** @type {RegExp} */ (told.chinese ? zh : en).test(told.chinese ? told.bare : told.folded)
      );
      const rest =
        told.chinese && rule !== undefined
          ? understanding
              .residueOf(told.bare.replace(new RegExp(/** @type {RegExp} */ (rule[0]).source, "g"), " "), null)
              .replace(/产品|商品|供应|卖|正在|进行|得|过|类|县|网站|本站|样|开|办|参/g, "")
              .replace(/\s/g, "")
          : "";
      const isPlain =
        rule === undefined ||
        rule[2][0] !== "count_products" ||
        !told.intents.some((/** @type {any} */ each) => OF_ONE.has(each.id));
      if (rule !== undefined && rest.length < 2 && isPlain) {
        return decision("facts", told, { targets: [index.entries.get("site/site")], fields: rule[2] });
      }
    }
    const makers = current === null && told.chinese ? ofSort(told, index) : [];
    if (makers.length > 1) {
      return decision("list", told, { targets: makers });
    }
    const isOfSite = told.chinese
      ? /网站|本站|你们|这个站|平台方/.test(told.bare)
      : /\b(?:web ?site|this site|you)\b/.test(told.folded);
    const asksWho = told.intents.some((/** @type {any} */ each) =>
      /^(?:organiser|operator|maker|issuer)$/.test(each.id)
    );
    if (isOfSite && asksWho) {
      return decision("facts", told, { targets: [index.entries.get("site/site")], fields: ["publisher"] });
    }
    if (told.intents.some((/** @type {any} */ each) => each.id === "phone") && told.residue.length < 2) {
      return decision("facts", told, { targets: [index.entries.get("site/site")], fields: ["publisher", "phone"] });
    }
    if (
      told.chinese &&
      !isOfSite &&
      told.residue.length === 0 &&
      told.bare.length < 9 &&
      told.intents.length > 0 &&
      told.intents.some((/** @type {any} */ each) => ASKED_BACK.has(each.id)) &&
      !/怎么(?:计)?算|什么意思|指的?是|怎么回事/.test(told.bare)
    ) {
      return decision("which", told);
    }
    const pages = [...index.entries.values()].filter((entry) => entry.kind === "page");
    if (pages.length > 0 && told.mentions.length === 0 && lexicon.ORDERS.test(told.chinese ? told.bare : told.folded)) {
      return decision("prose", told, { targets: pages, isOfPages: true });
    }
    return decision("prose", told, { targets: proseOf(index) });
  }

  /** @param {any} index @returns {any[]} Records whose sentences are searched where nothing was named. */
  function proseOf(index) {
    const kinds = ["page", "letter", "story", "campaign", "channel", "scheme", "origin"];
    return kinds.flatMap((kind) =>
      [...index.entries.values()]
        .filter((entry) => entry.kind === kind && entry.key !== "page/corrections")
        .slice(0, MOST_STORIES)
    );
  }

  ask.resolving = { resolve, entryOf, isOfKind };
})();

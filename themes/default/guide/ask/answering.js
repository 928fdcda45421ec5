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
  const { forms, lexicon, names, resolving, retrieval, reading, comparing } = ask;

  const MOST_FACTS = 8;
  const MOST_NAMES = 12;
  /** How well the facts of things that are set side by side must answer on average. */
  const LEAST_TOGETHER = -1.5;
  /** Records of which each is told its fact where any may be meant; of more it is asked which. */
  const MOST_RIVALS = 3;
  /** Fields of which only those are told that share words with the question. */
  const CHOSEN = new Set(["figure", "description", "history", "agreement", "target", "value"]);
  /** Fields that say at which channel. */
  const BY_CHANNEL =
    /^(?:price|shipping|price_here|minimum_order|case_quantity|buyers|availability|price_note|total|buy|stock_price)$/;
  /** Intents that ask too little by themselves where another one asks more. */
  const VAGUE = new Set(["about", "many", "sells", "kind", "policy", "parts"]);
  /** Likewise, of products. */
  const VAGUE_OF_GOODS = new Set([
    "where",
    "dates",
    "organiser",
    "status",
    "events",
    "capacity",
    "duration",
    "operator"
  ]);

  /** Fields of prose, in which a single character may be looked for. */
  const TOLD_AT_LENGTH = new Set(["description", "preparation", "storage", "summary", "net_content"]);
  /** Fields of prose and of short notes, of which the closest sentence is told. */
  const PROSE = new Set([
    "description", "preparation", "storage", "net_content", "price_note", "summary", "ingredients", "allergens",
    "landscape", "history"
  ]);
  /** Kinds of records whose prose tells of them alone. */
  const PASSED = ["product", "story", "campaign", "origin", "supplier", "channel", "placement", "event", "organisation"];
  const LEAST_PASSAGE = 0.5;
  const LEAST_MEASURED = 0.25;
  const ANY_NUMBER =
    /\d|[二三四五六七八九十百千万两半]+(?:多|余|来)?(?:吨|公斤|千克|[斤克元户人名家种款盒袋台次成倍米亩升度枚箱瓶罐天年月条场]|个|小时|分钟)/;
  const OF_CLOCK = /几点|开门|关门|营业时间|上班|周末|中午|早上|晚上|\bwhat time|\bhours\b|\bclose/;
  const LEAST_OF_PAGE = 0.55;
  /** Share of the best score at which a second sentence is told as well. */
  const CLOSE = 0.6;
  /** Intents that nothing but a fact of their own answers. */
  const EXACT = new Set(["phone", "website"]);
  const EXACT_OR_HOURS = new Set([...EXACT, "hours"]);
  /** @param {any} intent Of notes. @param {string} kind @param {any} fact @returns {boolean} Whether the fact says what is asked for. */
  function isAnswer(intent, kind, fact) {
    const fields = intent.fields[kind] || [];
    return fields.indexOf(fact.field) >= 0 && intent.says.test(forms.folded(fact.sentence));
  }

  /** Whom a thing may harm, as asked → as written. */
  const HARMED = [
    [/婴儿|婴幼儿|宝宝|一岁|小孩|孩子|儿童|\bbab|\binfant|\bchild|\bkid/, /婴儿|小孩|孩子|儿童|\bbab|\binfant|\bchild/],
    [/孕妇|怀孕|孕期|\bpregnan/, /孕|\bpregnan/],
    [/未成年|小孩|学生|\bminor/, /未成年|\bminor|\bunder.?age/],
    [/老人|长辈|牙口|\bold\b|\belderly/, /老人|牙口|\bold people|\belderly|\bteeth/],
    [/发芽|发绿|变绿|\bsprout|\bgreen/, /发芽|发了芽|转绿|sprout|turn.*green/],
    [/有毒|毒|\bpoison|\btoxi/, /毒|龙葵素|solanine|poison/]
  ];
  /** Kinds that say how something is done; others only tell of it. */
  const HOW = new Set(["page", "letter", "channel"]);
  /** Intents of which a word more can ask for another thing. */
  const STRICT = new Set(["net", "many", "sells", "parts", "case", "capacity", "firms", "about", "kind"]);

  /** @type {Map<string, any>} Language → index of names. */
  const indexes = new Map();
  /** @type {Map<string, any>} Language → what the site says of its records. */
  const told = new Map();
  /** @type {Map<string, Map<string, any[]>>} Language → record → its facts. */
  const known = new Map();

  /** @param {string} kind `characters`, `names` or `facts`. @param {any} value */
  function take(kind, value) {
    if (kind === "characters") {
      forms.learn(value);
    } else if (kind === "names") {
      told.set(value.language, value);
      indexes.delete(value.language);
    } else if (kind === "facts") {
      const facts = known.get(value.language) || new Map();
      known.set(value.language, facts);
      for (const key of Object.keys(value.records)) {
        facts.set(
          key,
          value.records[key].map((/** @type {any[]} */ row) => factOf(key, row, value.sources))
        );
      }
    }
  }

  /** @param {string} record @param {any[]} row @param {any[]} sources @returns {any} */
  function factOf(record, row, sources) {
    const [title, url] = sources[row[4]];
    return {
      record,
      field: row[0],
      value: row[1],
      sentence: row[2],
      date: row[3] || null,
      source: title ? { title, url: url || null } : null,
      number: row.length > 5 ? Number(row[5]) : undefined,
      unit: row[6]
    };
  }

  /** @param {string} language @returns {any} */
  function indexOf(language) {
    let index = indexes.get(language);
    if (index === undefined) {
      if (!told.has(language)) {
        throw new Error(`no names in ${language}`);
      }
      index = new names.Index(told.get(language));
      indexes.set(language, index);
    }
    return index;
  }

  /** @param {any} given @returns {{record: string, previous: string[], waiting: boolean}} */
  function contextOf(given) {
    if (typeof given === "string") {
      return { record: given, previous: [], waiting: false };
    }
    return {
      record: (given && given.record) || "",
      previous: (given && given.previous) || [],
      waiting: Boolean(given && given.waiting)
    };
  }

  /** Files of facts up to which all of them are read for a question. */
  const MOST_FILES = 64;

  /** @param {string} language @returns {boolean} */
  function isSmall(language) {
    return files(language) <= MOST_FILES;
  }

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
      ...reading.scopeOf(decided, contextOf(context), index, isSmall(language)).map((/** @type {any} */ each) => each.entry)
    ];
    return {
      records: [...new Set(wanted.map((/** @type {any} */ entry) => /** @type {string} */ (entry.key)))],
      files: [...new Set(wanted.map((/** @type {any} */ entry) => /** @type {number} */ (entry.shard)))]
    };
  }

  /** Makes one answer. */
  class Reply {
    /** @param {string} question @param {{language: string, context?: any}} options */
    constructor(question, options) {
      this.language = options.language;
      this.index = indexOf(options.language);
      this.words = told.get(options.language).texts;
      this.site = told.get(options.language);
      this.context = contextOf(options.context);
      this.decided = resolving.resolve(question, this.context, this.index);
      this.question = this.decided.told;
      /** @type {any[]} Facts of the answer made last. */
      this.chosen = [];
    }

    /** @param {any} entry @returns {any[]} */
    factsOf(entry) {
      return (known.get(this.language) || new Map()).get(entry.key) || [];
    }

    /** @param {string} key @param {Object<string, string>} [filled] @returns {string} */
    text(key, filled) {
      return this.words[key].replace(
        /\{(\w+)\}/g,
        (/** @type {string} */ _, /** @type {string} */ name) => (filled || {})[name] || ""
      );
    }

    /** @param {any[]} entries @returns {string} */
    named(entries) {
      return [...new Set(entries.map((entry) => entry.name))].slice(0, MOST_NAMES).join(this.site.joint);
    }

    /**
     * @param {string[]} sentences
     * @param {any[]} facts
     * @param {{refused?: boolean, entry?: any}} [more]
     * @returns {Answer}
     */
    made(sentences, facts, more) {
      this.chosen = facts;
      const entry = (more && more.entry) || null;
      const isChinese = this.language.startsWith("zh");
      return {
        answer: [...new Set(sentences.filter(Boolean))].join(isChinese ? "" : " "),
        facts: facts.map(({ record, field, value, date, source }) => ({ record, field, value, date, source })),
        refused: Boolean(more && more.refused),
        context: {
          record: entry ? entry.key : this.context.record,
          previous: this.decided.intents.slice(0, 3).map((/** @type {any} */ each) => each.id),
          waiting: this.decided.act === "which" || Boolean(this.decided.each)
        },
        suggestions: this.suggestions(entry)
      };
    }

    /** @param {any} entry @returns {string[]} */
    suggestions(entry) {
      if (this.decided.act === "which" || this.decided.act === "list" || this.decided.each) {
        return this.decided.targets.slice(0, MOST_NAMES).map((/** @type {any} */ each) => each.name);
      }
      if (entry === null || entry.kind !== "product") {
        return [];
      }
      const asked = this.decided.intents.map((/** @type {any} */ each) => each.id);
      const has = new Set(this.factsOf(entry).map((fact) => fact.field));
      const fields = {
        price: "price",
        origin: "origin",
        prepare: "preparation",
        shelf_life: "shelf_life",
        certificate: "certificate",
        buy: "buy"
      };
      return Object.entries(fields)
        .filter(([intent, field]) => asked.indexOf(intent) < 0 && has.has(field))
        .map(([intent]) => this.text(`suggest_${intent}`, { name: entry.name }))
        .slice(0, 4);
    }

    /** @param {string} key @param {Object<string, string>} [filled] @param {any} [entry] @returns {Answer} */
    refusal(key, filled, entry) {
      const whom = this.site.contact ? this.text("contact", { contact: this.site.contact }) : "";
      return this.made([this.text(key, filled), whom], [], { refused: true, entry });
    }

    /** @returns {Answer} */
    answer() {
      const first = this.byRules();
      const several = this.bySides(first);
      if (several !== null) {
        return several;
      }
      return reading.isRead(this.decided) ? this.byReading(first) : first;
    }

    /** @param {Answer} first What the rules alone would answer. @returns {any[]} What is read for the question, the best first. */
    read(first) {
      const scope = reading
        .scopeOf(this.decided, this.context, this.index, isSmall(this.language))
        .map((/** @type {any} */ each) => ({ ...each, facts: this.factsOf(each.entry) }));
      return reading.read(this.decided, scope, first.refused ? [] : this.chosen);
    }

    /** @param {Answer} first What the rules alone would answer. @returns {Answer | null} A fact of each thing that the question sets side by side; null where it is of one, or nothing was found. */
    bySides(first) {
      const isSaid = !first.refused && this.isPlain();
      if (this.question.refusal !== "" || this.question.outside || this.decided.isForeign || isSaid) {
        return null;
      }
      const current = resolving.entryOf(this.context.record, this.index);
      const sides = comparing.sides(this.question, current, this.index);
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
      if (found === null || (!isByRules && found.score < LEAST_TOGETHER)) {
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
      const isOfOne = this.decided.act === "facts" && this.decided.targets.length === 1 && entry && entry.kind === "product";
      if (!isOfOne || !comparing.isOfSeveral(this.question) || !/便宜|贵|划算|价|几块|多少钱|[各别]?(?:卖|是|要)?多少|省|cheap|expensive|price|cost/.test(this.question.folded)) {
        return null;
      }
      const prices = this.factsOf(entry).filter((fact) => fact.field === "price");
      const isSaid = /[和跟与]|还是|各|分别|\bor\b|\band\b|\bthan\b/.test(this.question.folded);
      return prices.length < 2 || !isSaid
        ? null
        : this.made(
            prices.slice(0, MOST_FACTS).map((fact) => fact.sentence),
            prices.slice(0, MOST_FACTS),
            { entry }
          );
    }

    /** @param {Answer} first @returns {Answer} */
    byReading(first) {
      const found = this.read(first);
      if (this.decided.isForeign || this.question.outside) {
        return first;
      }
      if (first.refused && this.isOfExact() && !EXACT_OR_HOURS.has(found.length > 0 ? found[0].fact.field : "")) {
        return first;
      }
      const isOfMany = /^(?:list|which|compare)$/.test(this.decided.act);
      if (!first.refused && this.isPlain() && (isOfMany || reading.isNear(found, this.chosen))) {
        return first;
      }
      const rivals = (first.refused || this.decided.act === "which") && this.context.record === "" ? reading.rivals(this.decided, found) : [];
      if (rivals.length > MOST_RIVALS) {
        return this.which(rivals.map((/** @type {any} */ each) => each.entry));
      }
      if (rivals.length > 1) {
        return this.made(
          rivals.map((/** @type {any} */ each) => each.fact.sentence),
          rivals.map((/** @type {any} */ each) => each.fact),
          { entry: rivals[0].entry }
        );
      }
      if (!reading.isTold(this.decided, found, this.chosen, first.refused)) {
        if (this.decided.act !== "facts" && this.decided.act !== "prose") {
          return first;
        }
        const [target] = this.decided.targets;
        return first.refused
          ? first
          : target && this.decided.act === "facts"
            ? this.refusal("no_field", { name: target.name }, target)
            : this.refusal("unknown");
      }
      const chosen = reading.chosen(found, first.refused ? [] : this.chosen);
      const entry = this.decided.act === "facts" ? this.decided.targets[0] : chosen[0].entry;
      const told = chosen.map((/** @type {any} */ each) => each.fact);
      const notices = this.factsOf(entry).filter((fact) => fact.field === "notice" && told.indexOf(fact) < 0);
      return this.made(
        [...notices, ...told].map((fact) => fact.sentence),
        [...notices, ...told],
        { entry }
      );
    }

    /** @returns {boolean} Whether a number to call, an address or hours are asked for, beside which nothing is an answer. */
    isOfExact() {
      return this.decided.intents.some(
        (/** @type {any} */ { id }) => EXACT_OR_HOURS.has(id) && (id !== "hours" || OF_CLOCK.test(this.question.folded))
      );
    }

    /** @returns {boolean} Whether a question says nothing but what the rules know. */
    isPlain() {
      if (lexicon.SPELT.some((/** @type {any} */ each) => each[1].test(this.question.bare))) {
        return true;
      }
      return this.question.chinese
        ? this.question.residue.replace(lexicon.IDLE, "").replace(/\s/g, "") === ""
        : this.contentWords().length === 0;
    }

    /** @returns {Answer} */
    byRules() {
      const { act, reason, targets } = this.decided;
      if (act === "greet") {
        return this.made([this.text("greeting")], []);
      }
      if (act === "refuse") {
        return this.warning(targets) || this.noted(targets) || this.refusal(`refuse_${reason}`);
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

    /** @param {any[]} targets @returns {Answer | null} What is written of whom the thing harms, where that is asked. */
    warning(targets) {
      const facts = this.warnings(targets);
      return facts.length === 0
        ? null
        : this.made(
            facts.map((fact) => fact.sentence),
            facts,
            { entry: targets[0] }
          );
    }

    /** @param {any[]} targets @returns {any[]} The same as facts, at most two. */
    warnings(targets) {
      const asked = HARMED.filter(([cue]) => cue.test(this.question.folded)).map(([, written]) => written);
      const facts = targets
        .flatMap((entry) => this.factsOf(entry))
        .filter((fact) => asked.some((written) => written.test(forms.folded(fact.sentence))))
        .filter((fact) => /^(?:description|preparation|price_note|allergens|storage)$/.test(fact.field));
      return facts.slice(0, 2);
    }

    /** @param {any[]} targets @returns {Answer | null} What a note says of terms, though the question looks like one of those that are refused. */
    noted(targets) {
      const intents = this.decided.intents.filter((/** @type {any} */ each) => each.says !== undefined);
      const facts = targets.flatMap((entry) =>
        this.factsOf(entry).filter((fact) => intents.some((/** @type {any} */ each) => isAnswer(each, entry.kind, fact)))
      );
      return facts.length === 0
        ? null
        : this.made(
            facts.slice(0, 2).map((fact) => fact.sentence),
            facts.slice(0, 2),
            { entry: targets[0] }
          );
    }

    /** @param {any[]} entries @returns {any[]} Their names as facts. */
    asFacts(entries) {
      return entries
        .slice(0, MOST_NAMES)
        .map((entry) => ({ record: entry.key, field: "name", value: entry.name, date: null, source: null }));
    }

    /** @param {any[]} targets @returns {Answer} */
    which(targets) {
      if (targets.length === 0) {
        return this.made([this.text("which_any")], []);
      }
      return this.made([this.text("which", { names: this.named(targets) })], []);
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

    /** @param {any} entry @returns {any[]} Its prices, the one that stands for it first. */
    prices(entry) {
      return this.ofChannels(this.factsOf(entry).filter((fact) => fact.field === "price"));
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
          .filter((fact) => (fields.length > 0 ? fields : ["summary", "origin", "price"]).indexOf(fact.field) >= 0)
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
      return ["summary", "origin", "price"].flatMap((field) => all.filter((fact) => fact.field === field).slice(0, 1));
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

    /** @param {any} entry @returns {any[]} Intents that the record's kind can answer, the vague ones only alone. */
    applicable(entry) {
      const all = this.factsOf(entry);
      const fitting = this.decided.intents.filter(
        (/** @type {any} */ each) =>
          ((each.fields[entry.kind] || []).length > 0 || (each.fields["*"] && !each.fields[entry.kind])) &&
          (each.says === undefined || this.isNoted(each, entry.kind, all))
      );
      const asksWhat = fitting.some((/** @type {any} */ each) => each.id === "sells");
      const isVague = (/** @type {any} */ each) =>
        (each.id === "buy" && asksWhat && entry.kind === "channel") ||
        (VAGUE.has(each.id) && !(each.id === "sells" && (entry.kind === "channel" || entry.kind === "origin"))) ||
        (each.id === "origin" && asksWhat && entry.kind === "origin") ||
        (entry.kind === "product" && VAGUE_OF_GOODS.has(each.id));
      const clear = fitting.filter((/** @type {any} */ each) => !isVague(each));
      const has = new Set(this.factsOf(entry).map((fact) => fact.field));
      const answered = clear.filter((/** @type {any} */ each) =>
        (each.fields[entry.kind] || []).some((/** @type {string} */ field) => has.has(field))
      );
      return (answered.length > 0 ? answered : clear.length > 0 && entry.kind === "product" ? clear : fitting).slice(
        0,
        3
      );
    }

    /** @param {any[]} facts @returns {any[]} Those of the channel that was named, where one was. */
    ofChannels(facts) {
      const { channels } = this.decided;
      if (channels.length === 0 || /网上|线上|线下|online|offline|in person/.test(this.question.folded)) {
        return facts;
      }
      return facts.filter(
        (fact) =>
          !BY_CHANNEL.test(fact.field) ||
          channels.some((/** @type {string} */ name) => fact.sentence.indexOf(name) >= 0)
      );
    }

    /** @param {any[]} facts @returns {any[]} Those with the number or mark that was said, where one has it. */
    ofNumbers(facts) {
      const marks = this.question.folded.match(/[a-z]*\d{5,}/g) || [];
      const found = facts.filter((fact) =>
        marks.some((/** @type {string} */ mark) => forms.folded(fact.sentence).indexOf(mark) >= 0)
      );
      return found.length > 0 ? found : facts;
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
      const warnings = this.factsOf(targets[0]).filter((fact) => fact.field === "notice");
      const isUnclear = this.decided.several && this.question.residue.length > 1;
      const isExact = this.decided.intents.some((/** @type {any} */ each) => EXACT.has(each.id));
      if (first === null && warnings.length > 0 && !isUnclear && !isExact) {
        return this.made(
          warnings.map((fact) => fact.sentence),
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
        const found = [...near, ...passage.filter((fact) => near.indexOf(fact) < 0)];
        const story =
          targets[0].kind === "story" ? this.factsOf(targets[0]).filter((fact) => fact.field === "summary") : [];
        const isTelling = near.length === 0 && found.length > 0 && this.sharedPairs(found[0]) > 1;
        if (found.length > 0 && this.isBeside(targets[0], found, isTelling)) {
          return this.refusal("no_field", { name: targets[0].name }, targets[0]);
        }
        if (found.length === 0 && story.length > 0 && this.decided.intents.length > 0) {
          return this.made(
            story.map((fact) => fact.sentence),
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
        this.decided.fields.some((/** @type {string} */ field) => field === "slow" || field === "correction") ||
        this.decided.intents.some(
          (/** @type {any} */ each) => each.says !== undefined && this.isNoted(each, first.kind, facts)
        );
      const isOfSelf = !this.question.chinese && this.decided.fields.length > 0 && ask.english.subjects(this.question.masked, this.decided.intents).length === 0;
      const isBeside = !isNoted && !isOfSelf && (this.decided.each ? targets : [first]).every((entry) => this.isBeside(entry, facts));
      if (!this.isOfYear(facts) || isBeside) {
        return this.refusal("no_field", { name: first.name }, first);
      }
      const notices = this.factsOf(first).filter((fact) => fact.field === "notice" && facts.indexOf(fact) < 0);
      const warned = first.kind === "product" ? this.warnings([first]).filter((fact) => facts.indexOf(fact) < 0) : [];
      const most = this.decided.each ? facts.length : MOST_FACTS;
      const shown = [...notices, ...warned, ...facts.slice(0, most)];
      const silent = this.decided.each
        ? targets.filter((entry) => shown.every((fact) => fact.record !== entry.key)).map((entry) => this.text("no_field", { name: entry.name }))
        : [];
      return this.made(
        [...shown.map((fact) => fact.sentence), ...silent],
        shown,
        { entry: first }
      );
    }

    /**
     * @param {any} entry
     * @param {any[]} facts What would be told.
     * @param {boolean} [isTelling] Whether they share so much with the question that a word of it may be missing.
     * @returns {boolean} Whether the question is about a thing of which the record says nothing.
     */
    isBeside(entry, facts, isTelling) {
      const ids = this.decided.intents.map((/** @type {any} */ each) => each.id);
      if (ids.some((/** @type {string} */ id) => EXACT.has(id)) && facts.every((fact) => !EXACT.has(fact.field))) {
        return facts.every((fact) => !/电话|网|微信|phone|web|wechat|https?:/.test(forms.folded(fact.sentence)));
      }
      const isOfHours = (/** @type {any} */ fact) => /^(?:hours|notice|status)$/.test(fact.field) || /\d[:：]\d|营业|开放|open/i.test(fact.sentence);
      if (entry.kind === "placement" && ids.indexOf("hours") >= 0 && OF_CLOCK.test(this.question.folded) && !facts.some(isOfHours)) {
        return true;
      }
      if (!this.question.chinese) {
        return this.isBesideEnglish(entry, facts);
      }
      const asked = this.question.masked.match(lexicon.SUBJECTS) || [];
      const isSent = ids.indexOf("shipping") >= 0;
      const addressed = isSent ? this.question.masked.replace(lexicon.SENT, "寄") : this.question.masked;
      const masked = addressed.replace(/([\u4e00-\u9fff])不\1/g, "$1").replace(lexicon.IDLE, " ");
      const rest = ask.understanding
        .residueOf(masked, this.question.mentions.length > 0 ? null : this.question.kind)
        .split(" ")
        .filter((/** @type {string} */ word) => word.length > 1 && !/^[a-z0-9.%]+$/.test(word));
      if (ids.indexOf("origin") >= 0 && /用的?是?哪里的|原料.{0,4}哪里/.test(this.question.bare)) {
        return true; // where its parts come from is another question
      }
      const told = this.toldOf(entry);
      return (
        asked.some((/** @type {string} */ word) => told.indexOf(word) < 0) ||
        (!isTelling || asked.length > 0 || rest.length > 2) && rest.some(
          (/** @type {string} */ word) =>
            forms.pairs(word).filter((/** @type {string} */ pair) => told.indexOf(pair) >= 0).length * 3 <= word.length - 1 &&
            ![...word].every((/** @type {string} */ sign) => told.indexOf(sign) >= 0)
        )
      );
    }

    /** @returns {string[]} Words of an English question that neither ask nor fill. */
    contentWords() {
      return ask.english
        .subjects(this.question.masked, this.decided.intents)
        .filter((/** @type {string} */ word) => !lexicon.IDLE_EN.has(word));
    }

    /** @param {any[]} targets @returns {boolean} Whether an English question has words that are in none of the names. */
    isOfOtherThings(targets) {
      const { kind } = this.question;
      const said = new Set(forms.tokens([...targets.map((entry) => entry.all), kind ? kind.word : ""].join(" ")));
      return this.contentWords().some((word) => !said.has(word) && !/^(?:tea|oil|goods|fruit|food|veget|honei|wine|fish|meat|rice|egg|snack|servic|experienc|tour)/.test(word));
    }

    /** @param {any} entry @param {any[]} facts @returns {boolean} The same of a question in English, by its words. */
    isBesideEnglish(entry, facts) {
      if (entry.kind === "figure" || lexicon.SPELT.some((/** @type {any} */ each) => each[1].test(this.question.bare))) {
        return false;
      }
      if (ask.english.isUnmeasured(this.question.masked, facts)) {
        return true;
      }
      const words = this.contentWords();
      const told = new Set(forms.tokens(forms.folded([this.toldIn(entry), ...facts.map((fact) => fact.sentence)].join(" "))));
      return words.some((/** @type {string} */ word) => !told.has(word));
    }

    /** @param {any} entry @returns {string} All that is written of it and in its stories, and what it is called. */
    toldOf(entry) {
      return forms.bare(this.toldIn(entry));
    }

    /** @param {any} entry @returns {string} The same with blanks and punctuation. */
    toldIn(entry) {
      const stories = (entry.links.stories || [])
        .map((/** @type {string} */ id) => this.index.entries.get(`story/${id}`))
        .filter(Boolean);
      const all = [entry, ...stories].flatMap((each) => this.factsOf(each)).map((fact) => fact.sentence + fact.value);
      const beside =
        entry.kind === "figure"
          ? [...this.index.entries.values()].filter((each) =>
              each.kind === "figure"
                ? each.links.owners.some((/** @type {string} */ key) => entry.links.owners.indexOf(key) >= 0)
                : entry.links.owners.indexOf(each.key) >= 0
            )
          : [];
      return forms.folded([entry.all, ...beside.map((each) => each.all), ...all].join(" "));
    }

    /** @param {any[]} facts @returns {boolean} Whether they tell of the year that was asked for, if any. */
    isOfYear(facts) {
      const years = this.question.masked.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) || [];
      if (this.decided.intents.some((/** @type {any} */ each) => each.id === "certificate" || each.id === "origin")) {
        return true; // what is so now is told, whatever the question takes for granted
      }
      return years.every((/** @type {string} */ year) =>
        facts.some((fact) => fact.sentence.indexOf(year) >= 0 || (fact.date || "").startsWith(year))
      );
    }

    /** @param {any[]} all @returns {any[]} Without sums of money where people, bodies or things are to be counted. */
    counted(all) {
      const isMoney = (/** @type {any} */ fact) => /\bCNY\b|[¥￥€]|元/.test(fact.value);
      return lexicon.COUNTED.test(this.question.masked)
        ? all.filter((fact) => (fact.field !== "figure" && fact.field !== "value") || !isMoney(fact))
        : all;
    }

    /** @param {any} entry @returns {any[]} */
    about(entry) {
      const all = this.counted(this.factsOf(entry));
      if (this.decided.fields.length > 0) {
        return all.filter((fact) => this.decided.fields.indexOf(fact.field) >= 0).slice(0, 2);
      }
      if (/来源(?!地)|出处|哪里?来的数|数.{0,4}哪儿?里?来|依据是|谁说的|\bsources?\b/.test(this.question.masked)) {
        return this.sourced(all);
      }
      if (entry.kind === "figure") {
        return all.filter((fact) => fact.field === "value");
      }
      const intents = this.applicable(entry);
      if (intents.length === 0) {
        return this.unasked(entry, all);
      }
      if (intents.every((/** @type {any} */ each) => STRICT.has(each.id)) && !this.isSaid(all)) {
        return [];
      }
      const words = retrieval.wordsOf(this.question.masked, this.question.chinese);
      /** @type {any[]} */
      const facts = [];
      for (const intent of intents) {
        const fields = intent.fields[entry.kind] || intent.fields["*"];
        const isVague = VAGUE.has(intent.id);
        const isCount = intent.id === "many" || intent.id === "firms" || intent.id === "capacity";
        for (const field of fields) {
          if (intent.id === "buy" && field === "availability" && facts.length > 0) {
            continue;
          }
          if (
            isCount &&
            field === "products" &&
            !/产品|商品|款|种|件|货|product|goods|kind|item/.test(this.question.masked)
          ) {
            continue;
          }
          const told = all.filter(
            (fact) =>
              fact.field === field &&
              (!intent.only || intent.only.test(forms.folded(fact.sentence))) &&
              (intent.says === undefined || isAnswer(intent, entry.kind, fact))
          );
          const found = field === "slot" && entry.kind === "placement" ? this.ofSlots(told) : this.ofNumbers(this.ofChannels(told));
          const chosen =
            intent.says !== undefined
              ? this.closest(told, words, intent.near === true)
              : field === "description" && intent.id === "website"
              ? found.filter((fact) => /网|微信|web|wechat/.test(forms.folded(fact.sentence)))
              : CHOSEN.has(field) && entry.kind !== "figure" && intent.id !== "about" && !intent.only
                ? this.bestOf(found, words, intent.id)
                : isVague && intent.id === "about" && field === "description"
                  ? found.slice(0, 2)
                  : found;
          facts.push(...chosen.filter((fact) => facts.indexOf(fact) < 0));
          if (chosen.length > 0 && isVague && field !== "summary" && field !== "plaque") {
            break;
          }
        }
        facts.push(...this.toldOn(intent.id, all, facts, words));
      }
      const rest = facts.length > 0 && this.question.chinese ? retrieval.piecesOf(this.question.residue) : [];
      if (rest.some((/** @type {string} */ word) => word.length > 1)) {
        const others = all.filter((fact) => fact.field === "description" && facts.indexOf(fact) < 0);
        facts.push(...retrieval.best(others, this.apart(rest, entry.key), true, 0.6).slice(0, 1));
      }
      return facts;
    }

    /**
     * @param {string} intent
     * @param {any[]} all
     * @param {any[]} facts Found so far.
     * @param {string[]} words
     * @returns {any[]} Sentences of prose on the same subject, those first that share words with the question.
     */
    toldOn(intent, all, facts, words) {
      const topic = /** @type {Object<string, RegExp>} */ (lexicon.TOPICS)[intent];
      if (topic === undefined || facts.length === 0) {
        return [];
      }
      const isChinese = this.language.startsWith("zh");
      const sentences = all.filter((fact) => fact.field === "description" && topic.test(forms.folded(fact.sentence)));
      const scored = sentences.map((fact) => ({ fact, score: retrieval.shared(fact, words, isChinese) }));
      scored.sort((one, other) => other.score - one.score);
      const least = intent === "prepare" || intent === "origin" || intent === "season" ? 1 : 0;
      return scored
        .filter(({ score }) => score >= least)
        .slice(0, 2)
        .map(({ fact }) => fact);
    }

    /** @param {any[]} all @returns {boolean} Whether what else was said is in the record at all. */
    isSaid(all) {
      const rest = this.question.chinese
        ? ask.understanding.residueOf(this.question.masked.replace(lexicon.IDLE, " "), this.question.kind)
        : "";
      const words = retrieval.piecesOf(rest).filter((/** @type {string} */ word) => word.length > 1);
      return words.length === 0 || all.some((fact) => retrieval.shared(fact, words, true) * 2 >= words.length);
    }

    /** @param {string[]} words @param {string} record @returns {string[]} Those that are not of its name anyway. */
    apart(words, record) {
      const { all } = this.index.entries.get(record);
      const mentioned = this.question.mentions.map((/** @type {any} */ each) => each.text).join(" ");
      const said = new Set(forms.tokens(`${all} ${mentioned}`));
      return words.filter((word) => (forms.hasHan(word) ? forms.bare(all).indexOf(word) < 0 : !said.has(word)));
    }

    /** @param {any[]} found @param {string[]} words @param {string} intent @returns {any[]} Those that share words with the question; of few sums all. */
    bestOf(found, words, intent) {
      const others = lexicon.SAID.filter((/** @type {any} */ [cue]) => cue.test(this.question.masked)).flatMap(
        (/** @type {any} */ [, said]) => said
      );
      const record = found.length > 0 ? found[0].record : "";
      const chosen = record ? retrieval.best(found, this.apart(words, record), this.question.chinese, 0.2) : [];
      const isPlain = this.question.residue.replace(/\s/g, "").length < 2;
      const best = chosen.length > 0 || !isPlain ? chosen : retrieval.best(found, others, this.question.chinese, 0.1);
      if (
        best.length === 0 &&
        found.length > 0 &&
        found[0].field === "description" &&
        found[0].record.startsWith("channel/")
      ) {
        return found.slice(0, 2);
      }
      return best.length === 0 &&
        intent === "progress" &&
        found.length < 5 &&
        this.question.residue.replace(/\s/g, "").length < 2 &&
        found.every((fact) => fact.field === "figure")
        ? found
        : best;
    }

    /** @param {any[]} all @returns {any[]} */
    sourced(all) {
      const found = all.find((fact) => fact.source !== null);
      return found === undefined
        ? []
        : [{ ...found, sentence: `${found.sentence}${this.text("source", { source: found.source.title })}` }];
    }

    /** @param {any[]} found @param {string[]} words @param {boolean} near Whether none but those that share words will do. @returns {any[]} At most two: those that share words with the question first. */
    closest(found, words, near) {
      const scored = found.map((fact) => ({ fact, score: retrieval.shared(fact, words, this.question.chinese) }));
      scored.sort((one, other) => other.score - one.score);
      const chosen = near ? scored.filter(({ score }) => score > 0) : scored;
      return chosen.slice(0, 2).map(({ fact }) => fact);
    }

    /** @param {any} intent @param {string} kind @param {any[]} facts @returns {boolean} Whether one of them says what is asked for. */
    isNoted(intent, kind, facts) {
      const words = intent.near ? retrieval.wordsOf(this.question.masked, this.question.chinese) : [];
      return facts.some(
        (fact) => isAnswer(intent, kind, fact) && (!intent.near || retrieval.shared(fact, words, this.question.chinese) > 0)
      );
    }

    /** @param {any[]} facts @returns {any[]} Of slots only those whose number or goods were named. */
    ofSlots(facts) {
      const { folded, mentions } = this.question;
      const codes = folded.match(/[a-z]\d{1,2}(?!\d)|\d{1,2}(?=号)/g) || [];
      const named = mentions.map((/** @type {any} */ each) => each.text);
      const chosen = facts.filter((fact) => codes.some((/** @type {string} */ code) => forms.folded(fact.sentence).indexOf(code) >= 0));
      return codes.length > 0
        ? chosen
        : facts.filter((fact) => named.some((/** @type {string} */ name) => forms.bare(forms.folded(fact.value)).indexOf(name) >= 0));
    }

    /** @param {any} entry @param {any[]} all @returns {any[]} What is told where a record alone was named. */
    unasked(entry, all) {
      if (this.decided.intents.length > 0) {
        return [];
      }
      const words = this.question.chinese
        ? this.question.residue.replace(/\s/g, "")
        : retrieval.wordsOf(this.question.masked, false).join("");
      if (this.decided.isFollowing || words.length > 0) {
        return [];
      }
      const fields = {
        product: ["summary", "origin", "price"],
        figure: ["value"],
        term: ["description", "preferred"],
        policy: ["summary"],
        campaign: ["summary", "dates"]
      };
      const wanted = /** @type {Object<string, string[]>} */ (fields)[entry.kind] || [
        "summary",
        "description",
        "where",
        "kind"
      ];
      const found = wanted.flatMap((field) => all.filter((fact) => fact.field === field).slice(0, 1));
      return found.slice(0, 3);
    }

    /** @param {any} fact @returns {number} Pairs of signs that its sentence shares with the question. */
    sharedPairs(fact) {
      const text = forms.bare(forms.folded(fact.sentence));
      return forms
        .pairs(this.question.masked.replace(lexicon.IDLE, " ").replace(lexicon.PARTICLES, " "))
        .filter((/** @type {string} */ pair) => !/[〇\s]/.test(pair) && text.indexOf(pair) >= 0).length;
    }

    /** @returns {RegExp | null} How a sentence must look that tells the number which is asked for; null where none is. */
    measured() {
      const { bare, masked } = this.question;
      const said = masked.match(/\d+(?:\.\d+)?/);
      if (said !== null) {
        return new RegExp(`(?<!\\d)${said[0].replace(".", "\\.")}(?!\\d)`);
      }
      if (/多久|多长时间|几(?:天|个月|年|个?小时|分钟|周)|哪年|哪天|什么时候|几月|几点/.test(bare)) {
        return /[\d一二三四五六七八九十百两半几][^，。；]{0,2}(?:天|月|年|小时|分钟|周|日|夜|秒|点|季)/;
      }
      if (/有?多(?:甜|大|高|长|远|老|深|宽|辣|咸|浓|厚|重)/.test(bare)) {
        return ANY_NUMBER;
      }
      const found = /(?:多少|几)(?:个|块)?([\u4e00-\u9fff])/.exec(bare);
      if (found === null) {
        return /多少|几(?!乎)/.test(bare) ? ANY_NUMBER : null;
      }
      const unit = /[人位名]/.test(found[1]) ? "[人位名]" : found[1] === "度" ? "[度℃%]" : found[1] === "钱" ? "[元钱]" : found[1];
      return /[度克斤升枚个户种款家处场台次份袋箱瓶罐盒件只成倍米亩两条路样条层道遍钱杯勺滴片人位名吨]/.test(found[1])
        ? new RegExp(`[\\d一二三四五六七八九十百千万两半][^，。；]{0,2}${unit}`)
        : ANY_NUMBER;
    }

    /** @param {any} entry A page. @returns {any[]} Its sentences by how much they share with the question. */
    passagesOf(entry) {
      const masked = this.question.bare.replace(lexicon.IDLE, " ");
      return retrieval.passages(this.factsOf(entry), masked, this.toldOf(entry));
    }

    /** @param {any} entry @param {number} least @returns {any[]} The sentence of prose that shares most signs with the question. */
    passage(entry, least) {
      if (!this.question.chinese || PASSED.indexOf(entry.kind) < 0) {
        return [];
      }
      const stories = (entry.links.stories || [])
        .map((/** @type {string} */ id) => this.index.entries.get(`story/${id}`))
        .filter(Boolean);
      const facts = [entry, ...stories].flatMap((each) => this.factsOf(each)).filter((fact) => PROSE.has(fact.field) && !/^[\d.]+\s*\D{1,3}$/.test(fact.value));
      const masked = this.question.masked.replace(lexicon.IDLE, " ").replace(/〇/g, " ");
      const measured = this.measured();
      const [best, next] = retrieval
        .passages(facts, masked, this.toldOf(entry))
        .filter((/** @type {any} */ { fact }) => measured === null || measured.test(undated(fact.sentence)))
        .filter((/** @type {any} */ { pairs, signs }) => pairs > 0 || signs > 2 || (measured !== null && signs >= (measured === ANY_NUMBER ? 2 : 1)));
      const enough = measured !== null && (measured !== ANY_NUMBER || entry.kind === "story") ? LEAST_MEASURED : least;
      if (best === undefined || best.score < enough) {
        return [];
      }
      const isClose =
        next !== undefined && next.score >= enough && next.score >= best.score * (measured === null ? 0.98 : CLOSE);
      return isClose ? [best.fact, next.fact] : [best.fact];
    }

    /** @param {any} entry @returns {any[]} Sentences of the record and of its stories that say what was asked. */
    nearest(entry) {
      const words = this.apart(
        this.question.chinese
          ? retrieval.piecesOf(this.question.residue)
          : retrieval.wordsOf(this.question.masked, false),
        entry.key
      );
      if (words.length === 0 && this.question.chinese && entry.kind !== "product") {
        words.push(...this.apart(retrieval.wordsOf(this.question.masked, true), entry.key));
      }
      const stories =
        entry.kind === "product"
          ? entry.links.stories.map((/** @type {string} */ id) => this.index.entries.get(`story/${id}`)).filter(Boolean)
          : [];
      const isOfOne = words.every((/** @type {string} */ word) => word.length < 2) && this.question.chinese;
      const facts = [entry, ...stories]
        .flatMap((each) => this.factsOf(each))
        .filter((fact) => !isOfOne || TOLD_AT_LENGTH.has(fact.field));
      const isLoose =
        words.some((/** @type {string} */ word) => word.length < 2) &&
        entry.kind !== "product" &&
        entry.kind !== "channel";
      const least = entry.kind === "product" ? 0.5 : 0.6;
      const found = isLoose
        ? []
        : retrieval.best(facts, words, this.question.chinese, least, this.question.chinese ? 1 : 2);
      const asksNumber = /how (?:much|many)/.test(this.question.folded);
      const measured = this.question.chinese ? this.measured() : asksNumber ? ANY_NUMBER : null;
      return found.filter((/** @type {any} */ fact) => measured === null || measured.test(undated(fact.sentence)));
    }

    /** @param {string} sentence @returns {boolean} Whether it tells a number that is not part of a name. */
    hasNumber(sentence) {
      const names = [...this.index.entries.values()].flatMap((entry) => entry.names);
      const rest = names
        .filter((/** @type {string} */ name) => /\d/.test(name))
        .reduce((/** @type {string} */ text, /** @type {string} */ name) => text.split(name).join(" "), sentence);
      return ANY_NUMBER.test(undated(rest));
    }

    /** @param {any[]} targets @returns {Answer} */
    prose(targets) {
      const words = this.question.chinese
        ? retrieval.wordsOf(this.question.bare, true)
        : retrieval.wordsOf(this.question.folded, false);
      const asksHow = /怎么|如何|怎样|咋|\bhow (?:do|can|to)\b/.test(this.question.folded);
      const asked = targets.filter((entry) => entry && (!asksHow || HOW.has(entry.kind)));
      const facts = asked.flatMap((entry) => this.factsOf(entry)).filter((fact) => fact.field !== "products");
      const notes = this.decided.intents.filter((/** @type {any} */ each) => each.says !== undefined);
      const noted = retrieval.best(
        facts.filter((fact) => notes.some((/** @type {any} */ each) => each.says.test(forms.folded(fact.sentence)))),
        words,
        this.question.chinese,
        0.25,
        2
      );
      if (noted.length > 0) {
        return this.made([noted[0].sentence], [noted[0]], { entry: this.index.entries.get(noted[0].record) });
      }
      const isShort = words.length < 3 && /怎么办|咋办|怎么处理/.test(this.question.bare);
      const found = isShort
        ? retrieval.best(
            facts.filter((fact) => fact.record.startsWith("page/")),
            words,
            true,
            1
          )
        : retrieval.telling(facts, words, this.question.chinese);
      const asksNumber = /多少|几|how (?:much|many)/.test(this.question.folded);
      if (found.length === 0 && this.question.chinese) {
        const pages = targets
          .filter((entry) => entry && entry.kind === "page")
          .flatMap((entry) => this.passagesOf(entry))
          .sort((one, other) => other.score - one.score);
        const page = pages.length > 0 ? this.index.entries.get(pages[0].fact.record) : null;
        if (page !== null && pages[0].score >= LEAST_OF_PAGE && (pages[0].pairs > 1 || (pages[0].pairs > 0 && pages[0].score > 0.75)) && !this.isBeside(page, [pages[0].fact])) {
          found.push(pages[0].fact);
        }
      }
      const isTold = found.length > 0 && (!asksNumber || this.hasNumber(found[0].sentence));
      if (!isTold || !this.isOfYear(found)) {
        return this.refusal(this.question.mentions.length === 0 ? "unknown_thing" : "unknown");
      }
      return this.made([found[0].sentence], [found[0]], { entry: this.index.entries.get(found[0].record) });
    }
  }

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

  /** @param {string} sentence @returns {string} Without what says when it was. */
  function undated(sentence) {
    return forms.folded(sentence).replace(/(?:(?:\d{4}年)?\d+月)?\d+日|\d{4}年(?:\d+月)?/g, "");
  }

  /** @param {any[]} intents @param {string} kind @returns {string[]} */
  function fieldsOf(intents, kind) {
    return intents.flatMap((each) => each.fields[kind] || each.fields["*"] || []);
  }

  /**
   * Answers a question from the facts that were taken; those that `plan` named must be among them.
   *
   * @param {string} question
   * @param {{language: string, context?: any}} options
   * @returns {Answer}
   */
  function answer(question, options) {
    return new Reply(question, options).answer();
  }

  /**
   * Tells all that is read for a question, for teaching and for looking into an answer.
   *
   * @param {string} question
   * @param {{language: string, context?: any}} options
   */
  function examine(question, options) {
    const reply = new Reply(question, options);
    const first = reply.byRules();
    const isRead = reading.isRead(reply.decided);
    const found = isRead ? reply.read(first) : [];
    const { signs, pairs } = reading.unitsOf(reply.question);
    return {
      act: reply.decided.act,
      units: [...pairs, ...signs],
      refused: first.refused,
      telling: found.length > 0 ? reading.traitsOfTelling(reply.decided, found, first.refused) : null,
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

  /** @param {string} language @returns {number} Into how many files the facts are split. */
  function files(language) {
    return 1 + Math.max(...[...indexOf(language).entries.values()].map((entry) => entry.shard));
  }

  /**
   * Finds records by what they are called.
   *
   * @param {string} text
   * @param {string} language
   * @returns {Array<{record: string, name: string}>} The likeliest first.
   */
  function find(text, language) {
    const index = indexOf(language);
    const bare = forms.bare(forms.folded(text));
    const told = ask.understanding.understand(text, index);
    const keys = told.mentions.flatMap((/** @type {any} */ mention) => mention.keys);
    for (const entry of index.entries.values()) {
      if (bare.length > 0 && forms.bare(entry.all).indexOf(bare) >= 0) {
        keys.push(entry.key);
      }
    }
    return [...new Set(keys)].map((key) => ({ record: key, name: index.entries.get(key).name }));
  }

  ask.take = take;
  ask.plan = plan;
  ask.find = find;
  ask.files = files;
  ask.answer = answer;
  ask.examine = examine;
})();

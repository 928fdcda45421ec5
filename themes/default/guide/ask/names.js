/**
 * Finds in a question the records that it names: by any of their names, by a part that shoppers say, by its sound.
 */

/**
 * @typedef {object} Entry
 * @property {string} key Kind and id, such as `product/dongyuan-fuzhu`.
 * @property {string} kind
 * @property {string} id
 * @property {string} name In the language of the answers.
 * @property {string[]} names In all languages.
 * @property {string[]} aliases
 * @property {any} links What lists are made by.
 * @property {number} shard File of its facts.
 * @property {string[]} said Its names in the compared form,
 * @property {string[]} plain the same without what stands in brackets, blanks and punctuation,
 * @property {string[]} bare the same with it.
 * @property {string} all Names and other names in the compared form, as one text.
 */

/**
 * @typedef {object} Mention
 * @property {number} start In the bare question.
 * @property {number} end
 * @property {string} text
 * @property {number} weight 3 the whole name, 2 another name, 1 a part of it, 0 a kind of goods.
 * @property {string[]} keys
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon } = ask;
  const { STOPS } = lexicon;

  const WHOLE = 3;
  const ALIAS = 2;
  const PART = 1;
  const KIND = 0;
  /** Letters of pinyin below which a name is not looked for in letters. */
  const LEAST_SPELT = 6;
  /** Characters of a part of a name by which its thing is known, and things that may share it. */
  const RUN = 4;
  const MOST_SHARING = 3;
  /** Words of a name that is longer, and how many of them are nearly all. */
  const LONG = 4;
  const NEARLY_ALL = 0.7;
  const COUNTY = /(?:县|市|区|省|自治区|镇|乡)$/;
  const FIRM = /(?:有限责任公司|股份有限公司|有限公司|专业合作社|公司|合作社|集团)$/;
  /** Kinds of which only the whole name is one: titles are made of everyday words. */
  const WORDY = new Set(["letter", "story", "policy", "page", "figure", "term", "issue"]);
  /** Words of English names that tell no thing from another. */
  const COMMON = new Set([
    "the",
    "of",
    "in",
    "and",
    "a",
    "an",
    "one",
    "two",
    "set",
    "dai",
    "day",
    "phone",
    "telephone",
    "booking",
    "address",
    "for",
    "with",
    "dried",
    "live",
    "wild",
    "white",
    "black",
    "green",
    "red",
    "year",
    "new",
    "box",
    "free",
    "range",
    "sample",
    "counti",
    "citi",
    "platform",
    "centre",
    "center",
    "section",
    "hall",
    "cabinet",
    "number",
    "sale",
    "sold",
    "product",
    "people",
    "2020",
    "2019",
    "2026",
    "month",
    "good",
    "unit",
    "local",
    "trade",
    "union",
    "special",
    "name",
    "national",
    "purchase",
    "total",
    "action",
    "state",
    "order",
    "campaign",
    "opening",
    "hour",
    "place",
    "how",
    "buy",
    "price",
    "keep",
    "eat",
    "compani",
    "china",
    "over",
    "salt"
  ]);

  /** Signs of which none is written for another: with one of them it is another thing. */
  const TELLING = "红绿黄白黑紫青蓝金银大小老嫩新陈干鲜湿生熟酱粉汁油酒东西南北上下春夏秋冬茶米果豆菜鱼鸡鸭鹅猪牛羊";

  /** Signs that stand in any question, beside which a name of two signs is not looked for by its sound. */
  const EVERYDAY = `${lexicon.BARE_SIGNS}买卖价钱元吃喝做煮泡放存用送寄发货样种类月日天年们`;

  /** A table of names by their forms, made once for each language. */
  class Index {
    /** @param {any} told What the site says of its records. */
    constructor(told) {
      this.language = told.language;
      /** @type {Map<string, Entry>} */
      this.entries = new Map();
      for (const [key, name, others, aliases, links, shard] of told.records) {
        const [kind, id] = [key.slice(0, key.indexOf("/")), key.slice(key.indexOf("/") + 1)];
        const names = [name, ...others];
        const said = names.map(forms.folded);
        const plain = said.map((/** @type {string} */ each) => forms.bare(forms.unbracketed(each)));
        const bare = said.map(forms.bare);
        const note = links.note ? [forms.folded(links.note)] : [];
        const all = [...said, ...aliases.map(forms.folded), ...note].join("|");
        this.entries.set(key, { key, kind, id, name, names, aliases, links, shard, said, plain, bare, all });
      }
      /** @type {Map<string, Map<string, number>>} Form in Chinese → record → weight. */
      this.chinese = new Map();
      /** @type {Map<string, Map<string, number>>} Words of a form, a blank between → record → weight. */
      this.english = new Map();
      this.longest = 0;
      this.places = this._places();
      /** @type {Set<string>} Words of English names of goods. */
      this.goods = new Set(
        [...this.entries.values()].filter((entry) => entry.kind === "product").flatMap((entry) => entry.said.flatMap(forms.tokens))
      );
      for (const entry of this.entries.values()) {
        if (entry.kind !== "page" && entry.kind !== "site") {
          this._file(entry);
        }
      }
      /** @type {Map<string, string[]> | null} */
      this.spelt = null;
      /** @type {Map<string, Set<string>> | null} */
      this.words = null;
      /** @type {Map<string, Set<string>> | null} */
      this.runs = null;
      /** @type {Array<[string, string[]]> | null} Forms that may be misspelt, each with its records. */
      this.near = null;
      /** @type {Array<[string, string[]]> | null} Names of two signs, each with its goods. */
      this.short = null;
    }

    /** @returns {Set<string>} Names of places with which names of products begin. */
    _places() {
      const places = new Set();
      /** @type {Map<string, number>} */
      const beginnings = new Map();
      for (const entry of this.entries.values()) {
        for (const name of entry.said) {
          if (entry.kind === "origin" && forms.hasHan(name)) {
            places.add(name.replace(COUNTY, ""));
          }
          if (entry.kind === "product" && forms.hasHan(name)) {
            const beginning = name.slice(0, 2);
            beginnings.set(beginning, (beginnings.get(beginning) || 0) + 1);
          }
        }
        if (entry.kind === "origin") {
          const region = forms.folded(entry.links.region || "");
          (region.match(/[^省市县区]{2,4}(?=省|市|县|区|壮族|回族|维吾尔|自治)|.{2}$/g) || []).forEach(
            (/** @type {string} */ part) => places.add(part)
          );
        }
      }
      beginnings.forEach((count, beginning) => count > 2 && places.add(beginning));
      return places;
    }

    /** @param {Map<string, Map<string, number>>} table @param {string} form @param {string} key @param {number} weight */
    _add(table, form, key, weight) {
      if (!form || form.length < (table === this.chinese ? 2 : 3)) {
        return;
      }
      let keys = table.get(form);
      if (keys === undefined) {
        keys = new Map();
        table.set(form, keys);
      }
      keys.set(key, Math.max(weight, keys.get(key) || 0));
      if (table === this.chinese) {
        this.longest = Math.max(this.longest, form.length);
      }
    }

    /** @param {Entry} entry */
    _file(entry) {
      entry.said.forEach((name) => this._fileName(entry, name, WHOLE));
      entry.aliases.forEach((name) => this._fileName(entry, forms.folded(name), ALIAS));
      if (entry.links.sort && !/电话|phone/i.test(entry.links.sort)) {
        const sort = forms.folded(entry.links.sort);
        if (forms.hasHan(sort)) {
          this._add(this.chinese, forms.bare(sort), entry.key, PART);
        } else if (forms.tokens(sort).length > 1) {
          this._add(this.english, forms.tokens(sort).join(" "), entry.key, PART);
        }
      }
    }

    /** @param {Entry} entry @param {string} name Folded. @param {number} weight */
    _fileName(entry, name, weight) {
      const plain = forms.unbracketed(name);
      if (forms.hasHan(name)) {
        const bare = forms.bare(plain);
        this._add(this.chinese, forms.bare(name), entry.key, weight);
        this._add(this.chinese, bare, entry.key, weight);
        for (const part of plain.split(/[·・《》“”"、，]/)) {
          const said = forms.bare(part);
          if (said.length > 3) {
            this._add(this.chinese, said, entry.key, ALIAS);
          }
          const undated = said.replace(/(?:19|20)\d\d(?:年(?=.{2}))?/g, "");
          if (entry.kind === "campaign" && undated !== said && undated.length > 1) {
            this._add(this.chinese, undated, entry.key, PART);
            this._add(this.chinese, `${undated}活动`, entry.key, ALIAS);
            this._add(this.chinese, `${undated}采购`, entry.key, ALIAS);
          }
        }
        this._shorter(entry, bare, weight);
      } else {
        const words = forms.tokens(plain);
        this._add(this.english, forms.tokens(name).join(" "), entry.key, weight);
        this._add(this.english, words.join(" "), entry.key, weight);
        if (/^(?:the|a|an)$/.test(words[0])) {
          this._add(this.english, words.slice(1).join(" "), entry.key, weight);
        }
        if (WORDY.has(entry.kind)) {
          return;
        }
        const head = forms.tokens(plain.split(/,| (?:in|of|for|and|with|from) /)[0]);
        this._add(this.english, head.join(" "), entry.key, head.length > 1 ? ALIAS : PART);
        if (entry.kind === "campaign") {
          for (const part of plain.split(",").slice(1)) {
            const undated = forms
              .tokens(part)
              .filter((/** @type {string} */ word) => !/^\d+$/.test(word))
              .join(" ");
            this._add(this.english, `${undated} campaign`, entry.key, ALIAS);
          }
        }
        if (entry.kind === "product") {
          head
            .slice(1)
            .forEach((/** @type {string} */ _, /** @type {number} */ at) =>
              this._add(this.english, head.slice(at + 1).join(" "), entry.key, at === 0 ? ALIAS : PART)
            );
        }
        if (/^(?:supplier|placement|event)$/.test(entry.kind)) {
          for (let start = 0; start < words.length; start += 1) {
            for (let end = start + 2; end <= words.length; end += 1) {
              const run = words.slice(start, end);
              const own = run.filter((/** @type {string} */ word) => word.length > 3 && !COMMON.has(word) && !STOPS.has(word) && !this.goods.has(word));
              if (own.length > 0 && !STOPS.has(run[run.length - 1]) && !STOPS.has(run[0])) {
                this._add(this.english, run.join(" "), entry.key, PART);
              }
            }
          }
        }
        if (entry.kind === "product") {
          for (let start = 1; start < head.length; start += 1) {
            for (let end = start + 2; end < head.length; end += 1) {
              this._add(this.english, head.slice(start, end).join(" "), entry.key, PART);
            }
          }
        }
        if (entry.kind === "origin" && head.length > 1 && /^(?:counti|citi)$/.test(head[head.length - 1])) {
          this._add(this.english, head.slice(0, -1).join(" "), entry.key, ALIAS);
        }
        if (entry.kind === "campaign" || entry.kind === "placement" || entry.kind === "supplier") {
          this._add(
            this.english,
            words.filter((/** @type {string} */ word) => !/^\d+$/.test(word)).join(" "),
            entry.key,
            ALIAS
          );
        }
      }
    }

    /** @param {Entry} entry @param {string} bare @param {number} weight */
    _shorter(entry, bare, weight) {
      if (entry.kind === "product") {
        const place = [...this.places]
          .filter((name) => name && bare.startsWith(name))
          .sort((a, b) => b.length - a.length)[0];
        if (place) {
          this._add(this.chinese, bare.slice(place.length), entry.key, weight === WHOLE ? ALIAS : PART);
          for (let at = place.length + 1; weight === WHOLE && at < bare.length - 1; at += 1) {
            this._add(this.chinese, place + bare.slice(at), entry.key, ALIAS);
          }
        }
        if (weight === WHOLE && bare.length > 7) {
          this._add(this.chinese, bare.slice(0, -2), entry.key, ALIAS);
        }
        for (let at = 1; weight === WHOLE && at < bare.length - 1; at += 1) {
          this._add(this.chinese, bare.slice(at), entry.key, PART);
        }
      }
      if (entry.kind === "origin") {
        this._add(this.chinese, bare.replace(COUNTY, ""), entry.key, ALIAS);
      }
      if (entry.kind === "supplier" || entry.kind === "organisation") {
        const short = bare.replace(FIRM, "");
        this._add(this.chinese, short, entry.key, ALIAS);
        this._add(this.chinese, bare.replace(/^[省市县区]/, ""), entry.key, ALIAS);
        if (entry.kind === "organisation") {
          this._add(this.chinese, bare.replace(/^.{2,3}[省市](?=.{3})/, ""), entry.key, ALIAS);
        }
        const place = [...this.places]
          .filter((name) => name && short.startsWith(name))
          .sort((a, b) => b.length - a.length)[0];
        const rest = place ? short.slice(place.length).replace(/^[县市区省]/, "") : short;
        if (rest.length > 2 && rest !== short) {
          this._add(this.chinese, rest, entry.key, rest.length > 3 ? ALIAS : PART);
        }
        const trade = rest.replace(/(?:茶业|茶科技|科技发展|科技|旅游开发|茶山酒店)$/, "");
        if (trade.length > 1 && trade !== rest) {
          this._add(this.chinese, trade, entry.key, PART);
        }
      }
      if (entry.kind === "category") {
        const short = bare.slice(2);
        this._add(this.chinese, /^(?:食品|产品|用品|百货)$/.test(short) ? "" : short, entry.key, PART);
      }
      if (entry.kind === "event" && entry.links.sort) {
        this._add(this.chinese, bare.slice(0, 2) + forms.bare(forms.folded(entry.links.sort)), entry.key, ALIAS);
      }
      if (entry.kind === "policy") {
        this._add(this.chinese, bare.replace(/(?:实施细则|细则|的通知)$/, ""), entry.key, ALIAS);
      }
      if (entry.kind === "campaign" || entry.kind === "event") {
        const undated = bare.replace(/(?:19|20)\d\d年?/g, "");
        this._add(this.chinese, undated, entry.key, ALIAS);
        this._add(this.chinese, undated.replace(/消费/, ""), entry.key, ALIAS);
        this._add(this.chinese, undated.replace(/消费(?:扶贫|帮扶)/, ""), entry.key, PART);
        if (undated.length > 6) {
          this._add(this.chinese, undated.replace(/^.*?(?=消费|购|爱心|春蕾|百)/, ""), entry.key, PART);
        }
        const named = /走进|计划/.exec(undated);
        if (named && named.index > 1) {
          this._add(this.chinese, undated.slice(0, named.index + (named[0] === "计划" ? 2 : 0)), entry.key, PART);
        }
      }
      if (entry.kind === "placement" || entry.kind === "channel") {
        const place = /(?:展销中心|专馆|专区|体验馆|智能专柜|智能柜|专柜)$/.exec(bare);
        if (place) {
          this._add(this.chinese, place[0], entry.key, PART);
        }
        const short = bare.replace(/(?:特色)?(?:扶贫|帮扶)?(?:农产品)?(?:消费扶贫|消费帮扶|展销)/g, "");
        this._add(this.chinese, short, entry.key, PART);
        this._add(this.chinese, bare.replace(/消费扶贫|消费帮扶/, ""), entry.key, ALIAS);
        this._add(this.chinese, bare.replace(/消费/, ""), entry.key, ALIAS);
        const number = /^\d{3,}(?![\d年])/.exec(bare);
        if (entry.kind === "channel" && number) {
          this._add(this.chinese, number[0], entry.key, ALIAS);
        }
        if (entry.kind === "channel" && bare.indexOf("平台") < 0 && !this.places.has(bare.slice(0, 2))) {
          this._add(this.chinese, `${bare.slice(0, 2)}平台`, entry.key, PART);
        }
        const last = bare.slice(-2);
        if (entry.kind === "channel" && !/平台|商城|专柜|中心|公司|程序|特产|扶贫/.test(last)) {
          this._add(this.chinese, last, entry.key, PART);
        }
        const sorted = forms.bare(forms.folded(entry.links.sort || ""));
        if (entry.kind === "placement" && place && sorted && bare.endsWith(place[0]) && bare.length - place[0].length > 3) {
          this._add(this.chinese, bare.slice(0, bare.length - place[0].length), entry.key, ALIAS);
        }
        const region = /^(.{2,4}?)[区县市](?=.{3})/.exec(bare);
        if (region && place) {
          this._add(this.chinese, region[1] + place[0], entry.key, ALIAS);
          this._add(this.chinese, `${region[1]}${bare.slice(region[0].length)}`, entry.key, ALIAS);
        }
      }
    }

    /**
     * @param {string} text Bare.
     * @returns {Mention[]} Longest first at every place, none over another, in the order of the question.
     */
    inChinese(text) {
      /** @type {Mention[]} */
      const found = [];
      for (let start = 0; start < text.length;) {
        const mention = this._at(text, start);
        if (mention) {
          found.push(mention);
          start = mention.end;
        } else {
          start += 1;
        }
      }
      return found;
    }

    /** @param {string} text @param {number} start @returns {Mention | null} */
    _at(text, start) {
      for (let length = Math.min(this.longest, text.length - start); length > 1; length -= 1) {
        const form = text.slice(start, start + length);
        const keys = this.chinese.get(form);
        const isNumber = /^[0-9.]+$/.test(form);
        const isChannel =
          isNumber &&
          !/[0-9a-z]/.test(text[start - 1] || "") &&
          /^(?![个县名贫脱里吗呢吧])/.test(text.slice(start + length)) &&
          start + length < text.length;
        if (
          keys !== undefined &&
          (!isNumber || length > 7 || (isChannel && [...keys.keys()].some((key) => key.startsWith("channel/"))))
        ) {
          return mentionOf(start, start + length, form, keys);
        }
      }
      return null;
    }

    /** @param {string[]} words @returns {Mention[]} The same in words of letters. */
    inEnglish(words) {
      /** @type {Mention[]} */
      const found = [];
      for (let start = 0; start < words.length;) {
        let mention = null;
        for (let length = Math.min(9, words.length - start); length > 0 && mention === null; length -= 1) {
          const form = words.slice(start, start + length).join(" ");
          const keys = this.english.get(form);
          if (keys !== undefined && !(length === 1 && COMMON.has(form))) {
            mention = mentionOf(start, start + length, form, keys);
          }
        }
        if (mention) {
          found.push(mention);
          start = mention.end;
        } else {
          start += 1;
        }
      }
      return found;
    }

    /** @param {string[]} words @returns {Mention | null} The thing of whose name all words are said, with others between them. */
    inGaps(words) {
      /** @type {Mention | null} */
      let best = null;
      for (const entry of this.entries.values()) {
        for (const name of entry.kind === "product" ? entry.said.filter((each) => !forms.hasHan(each)) : []) {
          const plain = forms.unbracketed(name);
          const head = forms.tokens(plain.split(/,| (?:in|of|for|and|with|from) /)[0]);
          const places = head.map((/** @type {string} */ word) => words.indexOf(word));
          const first = places[0];
          const last = places[places.length - 1];
          const isInOrder = places.every((/** @type {number} */ at, /** @type {number} */ place) => at >= 0 && (place === 0 || at > places[place - 1]));
          if (head.length < 3 || !isInOrder || last - first > head.length + 1) {
            continue;
          }
          if (best === null || head.length > best.text.split(" ").length) {
            const text = words.slice(first, last + 1).join(" ");
            best = { start: first, end: last + 1, text, weight: ALIAS, keys: [entry.key] };
          }
        }
      }
      return best;
    }

    /** @param {string[]} words @returns {(Mention & {isOfOneRun: boolean}) | null} Goods of which nearly all words of a longer name are said, in whatever order. */
    inWords(words) {
      const said = new Set(words);
      const found = [...this.entries.values()]
        .filter((entry) => entry.kind === "product")
        .map((entry) => {
          const shares = entry.said
            .filter((name) => !forms.hasHan(name))
            .map((name) => forms.tokens(name).filter((/** @type {string} */ word) => !STOPS.has(word)))
            .filter((name) => name.length >= LONG)
            .map((name) => name.filter((/** @type {string} */ word) => said.has(word)).length / name.length);
          return { key: entry.key, share: Math.max(0, ...shares) };
        })
        .filter(({ share }) => share >= NEARLY_ALL)
        .sort((one, other) => other.share - one.share);
      if (found.length === 0 || (found.length > 1 && found[1].share === found[0].share)) {
        return null;
      }
      const [{ key }] = found;
      const own = new Set(/** @type {Entry} */ (this.entries.get(key)).said.flatMap(forms.tokens));
      const places = words.map((word, place) => (own.has(word) && !STOPS.has(word) ? place : -1)).filter((place) => place >= 0);
      const [start, end] = [places[0], places[places.length - 1] + 1];
      const isOfOneRun = places.length === end - start;
      return { start, end, text: words.slice(start, end).join(" "), weight: ALIAS, keys: [key], isOfOneRun };
    }

    /** @returns {Map<string, Set<string>>} Words of English names that tell one from another → their records. */
    _vocabulary() {
      if (this.words === null) {
        this.words = new Map();
        for (const entry of this.entries.values()) {
          if (WORDY.has(entry.kind)) {
            continue;
          }
          for (const name of entry.said.filter((each) => !forms.hasHan(each))) {
            for (const word of forms.tokens(name)) {
              if (!COMMON.has(word) && !STOPS.has(word) && !/^\d+$/.test(word)) {
                const keys = this.words.get(word) || new Set();
                this.words.set(word, keys.add(entry.key));
              }
            }
          }
        }
      }
      return this.words;
    }

    /** @param {string} word @returns {boolean} Whether it is of some name, and tells it from others. */
    isTelling(word) {
      return this._vocabulary().has(word);
    }

    /** @param {string[]} words @param {Mention} origin @returns {Mention | null} Goods from there of whose names another word is said right behind. */
    ofOrigin(words, origin) {
      const word = words[origin.end];
      if (word === undefined || COMMON.has(word) || STOPS.has(word)) {
        return null;
      }
      const ids = origin.keys.map((key) => key.slice("origin/".length));
      const keys = [...this.entries.values()]
        .filter((entry) => entry.kind === "product" && ids.indexOf(entry.links.origin) >= 0)
        .filter((entry) => entry.said.some((name) => forms.tokens(name).some((/** @type {string} */ each) => each === word || (word.length > 3 && each.startsWith(word)))))
        .map((entry) => entry.key);
      return keys.length === 0 ? null : { start: origin.start, end: origin.end + 1, text: `${origin.text} ${word}`, weight: PART, keys };
    }

    /** @param {string[]} words @param {(word: string) => boolean} isIdle @returns {Mention | null} The record whose name shares the most telling words. */
    nearEnglish(words, isIdle) {
      const vocabulary = this._vocabulary();
      /** @type {Map<string, number>} */
      const scores = new Map();
      const all = words.filter((word) => !isIdle(word) && (vocabulary.has(word) || this._beginning(word).size > 0));
      const telling = all.filter((word) => !ask.english.isIdle(word));
      const known = telling.length > 0 ? telling : all;
      for (const word of new Set(known)) {
        const keys = /** @type {Set<string>} */ (vocabulary.get(word) || this._beginning(word));
        keys.forEach((key) => scores.set(key, (scores.get(key) || 0) + 1 / keys.size));
      }
      for (const key of scores.keys()) {
        scores.set(key, /** @type {number} */ (scores.get(key)) + beside(/** @type {Entry} */ (this.entries.get(key)), words));
      }
      const ranked = [...scores].sort((one, other) => other[1] - one[1]);
      if (ranked.length === 0) {
        return null;
      }
      const top = ranked.filter(([, score]) => score > ranked[0][1] - 0.001).map(([key]) => key);
      const sharing = (/** @type {string} */ key) => {
        const entry = /** @type {Entry} */ (this.entries.get(key));
        const all = new Set(entry.said.flatMap(forms.tokens));
        const joined = entry.said.map((name) => ` ${forms.tokens(name).join(" ")} `).join("|");
        const beside = words.slice(1).filter((word, at) => joined.indexOf(` ${words[at]} ${word} `) >= 0).length;
        return words.filter((word) => all.has(word) && !STOPS.has(word)).length + beside;
      };
      const most = Math.max(...top.map(sharing));
      const best = top.filter((key) => sharing(key) === most);
      if (ranked[0][1] < 0.2 && most < 2) {
        return null;
      }
      return {
        start: words.indexOf(known[0]),
        end: words.indexOf(known[known.length - 1]) + 1,
        text: known.join(" "),
        weight: PART,
        keys: best
      };
    }

    /** @param {string} text Bare. @returns {Mention | null} The longest run of four characters or more that few names hold. */
    inParts(text) {
      if (this.runs === null) {
        this.runs = new Map();
        for (const entry of this.entries.values()) {
          for (const name of entry.kind === "page" || entry.kind === "figure" ? [] : entry.bare.filter(forms.hasHan)) {
            for (let at = 0; at + RUN <= name.length; at += 1) {
              const run = name.slice(at, at + RUN);
              if (/[0-9]/.test(run)) {
                continue;
              }
              this.runs.set(run, (this.runs.get(run) || new Set()).add(entry.key));
            }
          }
        }
      }
      for (let start = 0; start + RUN <= text.length; start += 1) {
        const keys = this.runs.get(text.slice(start, start + RUN));
        if (keys !== undefined && keys.size <= MOST_SHARING) {
          const names = [...keys].flatMap((key) => /** @type {Entry} */ (this.entries.get(key)).bare);
          let end = start + RUN;
          while (
            end < text.length &&
            forms.hasHan(text[end]) &&
            names.some((name) => name.indexOf(text.slice(start, end + 1)) >= 0)
          ) {
            end += 1;
          }
          const said = text.slice(start, end);
          const holding = [...keys].filter((key) =>
            /** @type {Entry} */ (this.entries.get(key)).bare.some((name) => name.indexOf(said) >= 0)
          );
          return { start, end, text: said, weight: PART, keys: holding };
        }
      }
      return null;
    }

    /**
     * @param {string} text Bare.
     * @param {string[]} tokens What of it nobody can make sense of.
     * @returns {Mention | null} A part of few names that is one of them.
     */
    inTokens(text, tokens) {
      for (const token of tokens.filter((each) => each.length > 1 && !/^[a-z0-9.%]+$/.test(each))) {
        const keys = [...this.entries.values()]
          .filter((entry) => entry.kind === "product" && entry.all.indexOf(token) >= 0)
          .map((entry) => entry.key);
        if (keys.length > 0 && keys.length <= MOST_SHARING) {
          const start = text.indexOf(token);
          return { start, end: start + token.length, text: token, weight: PART, keys };
        }
      }
      return null;
    }

    /** @param {string} word @returns {Set<string>} Records of which a word begins so, where the word is long enough. */
    _beginning(word) {
      /** @type {Set<string>} */
      const found = new Set();
      if (word.length > 3 && !COMMON.has(word) && !ask.english.isIdle(word)) {
        for (const [known, keys] of /** @type {Map<string, Set<string>>} */ (this.words)) {
          if (known.length > word.length + 2 && known.startsWith(word)) {
            keys.forEach((key) => key.startsWith("product/") && found.add(key));
          }
        }
      }
      return found;
    }

    /** @param {string} letters @param {number} [least] Letters below which a name is not looked for. @returns {Mention | null} The longest name that is written in pinyin there. */
    inPinyin(letters, least) {
      let best = null;
      for (const [sound, keys] of this._sounds()) {
        const start = sound.length >= (least || LEAST_SPELT) ? letters.indexOf(sound) : -1;
        if (start >= 0 && (best === null || sound.length > best.text.length)) {
          best = { start, end: start + sound.length, text: sound, weight: ALIAS, keys };
        }
      }
      return best;
    }

    /** @returns {Map<string, string[]>} Pinyin of a name → its records. */
    _sounds() {
      if (this.spelt === null) {
        this.spelt = new Map();
        for (const [form, keys] of this.chinese) {
          const strong = [...keys]
            .filter(
              ([key, weight]) => weight >= ALIAS && /^(?:product|origin|supplier|channel|placement|campaign)/.test(key)
            )
            .map(([key]) => key);
          const syllables = strong.length > 0 ? forms.syllables(form) : null;
          if (syllables !== null) {
            const sound = syllables.join("");
            this.spelt.set(sound, [...new Set([...(this.spelt.get(sound) || []), ...strong])]);
          }
        }
      }
      return this.spelt;
    }

    /**
     * @param {string} text Bare, of which nothing was found.
     * @returns {Mention | null} A name that sounds so, or of which one character is another.
     */
    nearChinese(text) {
      if (this.near === null) {
        this.near = [];
        for (const [form, keys] of this.chinese) {
          const least = form.length > 3 && keys.size <= MOST_SHARING ? PART : ALIAS;
          const strong = [...keys].filter(([, weight]) => weight >= least).map(([key]) => key);
          if (strong.length > 0 && form.length > 2) {
            this.near.push([form, strong]);
          }
        }
      }
      /** @type {Mention | null} */
      let best = null;
      for (const [form, keys] of this.near) {
        if (best !== null && form.length <= best.text.length) {
          continue;
        }
        for (let start = 0; start + form.length <= text.length + 1; start += 1) {
          const length = nearLength(form, text, start);
          if (length > 0) {
            best = { start, end: start + length, text: form, weight: ALIAS, keys };
            break;
          }
        }
      }
      return best;
    }

    /**
     * @param {string} text Bare, of which nothing was found.
     * @returns {Mention | null} A name of two signs, one of them written with another of the same sound.
     */
    nearShort(text) {
      if (this.short === null) {
        this.short = [...this.chinese]
          .filter(([form]) => form.length === 2 && forms.hasHan(form))
          .map(([form, keys]) => /** @type {[string, string[]]} */ ([form, [...keys].filter(([key, weight]) => (weight >= ALIAS || keys.size === 1) && key.startsWith("product/")).map(([key]) => key)]))
          .filter(([, keys]) => keys.length > 0);
      }
      for (let start = 0; start + 2 <= text.length; start += 1) {
        for (const [form, keys] of this.short) {
          const other = form[0] === text[start] ? 1 : form[1] === text[start + 1] ? 0 : -1;
          const said = text[start + Math.max(other, 0)];
          if (other >= 0 && EVERYDAY.indexOf(said) < 0 && TELLING.indexOf(said) < 0 && forms.sameSound(form[other], said)) {
            return { start, end: start + 2, text: form, weight: ALIAS, keys };
          }
        }
      }
      return null;
    }
  }

  /**
   * @param {string} form
   * @param {string} text
   * @param {number} start
   * @returns {number} How many signs of what stands there are the form misspelt: other signs, two swapped, one left out; 0 where it is not.
   */
  function nearLength(form, text, start) {
    const { length } = form;
    if (start + length <= text.length && (isNear(form, text, start) || isSwapped(form, text.slice(start, start + length)))) {
      return length;
    }
    if (length < 5 || start + length - 1 > text.length) {
      return 0;
    }
    let at = 0;
    while (at < length - 1 && form[at] === text[start + at]) {
      at += 1;
    }
    const isLess = at > 0 && form.slice(at + 1) === text.slice(start + at, start + length - 1);
    return isLess && TELLING.indexOf(form[at]) < 0 && !/[0-9]/.test(form[at]) ? length - 1 : 0;
  }

  /** @param {string} form @param {string} said @returns {boolean} Whether two neighbours have changed places. */
  function isSwapped(form, said) {
    const at = [...form].findIndex((sign, place) => sign !== said[place]);
    return (
      form.length > 3 &&
      at >= 0 &&
      form[at] === said[at + 1] &&
      form[at + 1] === said[at] &&
      form.slice(at + 2) === said.slice(at + 2) &&
      !/[0-9]/.test(form[at] + form[at + 1])
    );
  }

  /** @param {Entry} entry @param {string[]} words @returns {number} Worth of neighbours in the question that are neighbours in its name. */
  function beside(entry, words) {
    const joined = entry.said.map((name) => ` ${forms.tokens(name).join(" ")} `).join("|");
    const pairs = words.slice(1).filter(function (word, at) {
      return !STOPS.has(word) && !STOPS.has(words[at]) && joined.indexOf(` ${words[at]} ${word} `) >= 0;
    });
    return pairs.length / 4;
  }

  /**
   * @param {string} form
   * @param {string} text
   * @param {number} start
   * @returns {boolean} Whether what stands there differs from the form, and only in little that sounds alike.
   */
  function isNear(form, text, start) {
    /** @type {number[]} */
    const other = [];
    for (let at = 0; at < form.length; at += 1) {
      if (form[at] !== text[start + at]) {
        other.push(at);
        if (/[0-9]/.test(form[at] + text[start + at]) || other.length * 2 > form.length + 1) {
          return false;
        }
      }
    }
    const strange = other.filter((at) => !forms.soundAlike(form[at], text[start + at]));
    const unlike = strange.length;
    if (other.some((at) => /[硒锌硅钙铁碘]/.test(form[at]) && /[硒锌硅钙铁碘]/.test(text[start + at]))) {
      return false;
    }
    if (strange.some((at) => TELLING.indexOf(form[at]) >= 0 && TELLING.indexOf(text[start + at]) >= 0)) {
      return false;
    }
    return other.length > 0 && (unlike === 0 || (unlike === 1 && other.length === 1 && form.length >= 5));
  }

  /** @param {number} start @param {number} end @param {string} text @param {Map<string, number>} keys @returns {Mention} */
  function mentionOf(start, end, text, keys) {
    const most = Math.max(...keys.values());
    const isProduct = (/** @type {[string, number]} */ [key, weight]) => key.startsWith("product/") && weight === WHOLE;
    const hasProduct = [...keys].some(isProduct);
    const chosen = [...keys]
      .filter(
        ([key, weight]) =>
          most < WHOLE || weight === WHOLE || (!hasProduct && weight === ALIAS && key.startsWith("product/"))
      )
      .map(([key]) => key);
    return { start, end, text, weight: most, keys: chosen };
  }

  ask.names = { Index, WHOLE, ALIAS, PART, KIND };
})();

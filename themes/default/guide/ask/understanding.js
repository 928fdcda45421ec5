/**
 * From a question to what it is about and what it asks for.
 */

/**
 * @typedef {object} Understood
 * @property {string} bare
 * @property {number[]} breaks Places in it at which a clause ends, or "that one" stood.
 * @property {string} folded
 * @property {boolean} chinese
 * @property {string} masked The question with the names taken out.
 * @property {string} residue What is left of it when fillers are taken out, too.
 * @property {any[]} mentions
 * @property {any} kind A kind of goods that was named, or null.
 * @property {any[]} intents
 * @property {string} refusal Why it is not answered; empty where it may be.
 * @property {boolean} follows
 * @property {boolean} outside Something is named that is not here.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { clauses, forms, lexicon, names, english } = ask;

  const MASK = "〇";
  /** Letters above which what is spelt in a Chinese question is a name in pinyin. */
  const LEAST_SAID = 8;
  /** The same of a name that begins and ends where words do, where its question is spelt as well. */
  const LEAST_OF_WORDS = 4;
  /** What is said of the state of a thing, not of its kind. */
  const STATE = /[鲜软熟生干湿整剩]了?的?$/;
  /** Ends of phrases behind which a thing is named. */
  const DOING = /[时用把将拿泡煮煎炒切炖蒸放存寄送订加配给完进去到在逛跟和与同比能要想卖吃喝切摘洗挑选]$|(?:散养|放养|圈养|自家|农家|山里|山上|树上|养|种|晒|摘|采|腌|榨|买)(?:来|到|过)?的?$/;
  /** What parts a clause from the next. */
  const PARTS = /[，,。.！!？?；;：:\s]+(?=[^\d]|$)/;
  /** Words that point at what is named beside them. */
  const POINTERS = /(?<=.)(?:那|这)(?:个|款|种|家|件|边)(?=.)/g;
  /** For whom something is asked. */
  const PEOPLE = /[小女男]?孩子?|儿童|宝宝|老人|婴儿|体质|(?:在)?减脂/g;
  /** How it tastes, what is in it, whether it has gone off: that is asked of the thing, for whomever it is. */
  const TASTES = /[辣甜酸咸苦涩腥硬](?:不[辣甜酸咸苦涩腥硬]|吗|么|$)|籽|核多|刺|噎|发?芽|加糖|含糖|无糖|不甜|不辣/;
  const SENT_TO =
    /(?:寄|送|发|运)(?:到|往|去|给|至)?.{0,6}?(?:新疆|西藏|台湾|香港|澳门|美国|日本|国外|海外|上海|北京|广州|深圳|东北|内蒙古?)/;

  /** @param {string} question @param {any} index @returns {Understood} */
  function understand(question, index) {
    const said = lexicon.SLIPS.reduce(
      (/** @type {string} */ text, /** @type {any} */ [slip, meant]) => text.replace(slip, meant),
      forms.folded(question).slice(0, 400)
    );
    const raw = clauses.asking(respelt(said), index);
    const chinese = forms.hasHan(raw);
    const isSpelt = lexicon.SPELT.some((/** @type {any} */ each) => each[1].test(raw.replace(/[^a-z]/g, "")));
    const folded = chinese || isSpelt ? raw : english.spelt(raw, index);
    const { bare, breaks } = chinese ? parted(folded) : { bare: forms.bare(folded), breaks: [] };
    const mentions = found(bare, folded, chinese, index).filter((each) => !chinese || !isSortAsked(each, bare, index));
    const isAlone = mentions.length === 0 && kindIn(bare, true) === null;
    if (chinese && (isAlone || (mentions.length === 1 && lexicon.COMPARES.test(bare)))) {
      const tokens = residueOf(maskedChinese(bare, mentions), null).split(" ");
      const part = index.inTokens(
        bare,
        tokens.sort((one, other) => other.length - one.length)
      );
      mentions.push(...(part === null ? [] : [part]));
      mentions.sort((/** @type {any} */ one, /** @type {any} */ other) => one.start - other.start);
    }
    const masked = chinese ? maskedChinese(bare, mentions) : maskedEnglish(folded, mentions);
    const kindSaid = kindIn(chinese ? masked : forms.tokens(masked.replace(/〇/g, " ")).join(" "), chinese);
    const isGoods = (/** @type {any} */ each) =>
      each.keys.some((/** @type {string} */ key) => key.startsWith("product/"));
    const tail = kindSaid === null ? "" : masked.slice(kindSaid.start + kindSaid.word.length);
    const isLonger =
      kindSaid !== null &&
      kindSaid.word.length === 1 &&
      /^[^企业农商厂店园户市产]/.test(tail) &&
      residueOf(tail, null).startsWith(tail[0]);
    const isOther = chinese && kindSaid !== null && !mentions.some(isGoods) && (isLonger || lexicon.MADE_OF.test(tail));
    const kind = isOther ? null : kindSaid;
    const intents = intentsOf(masked, folded, chinese);
    const residue = chinese ? residueOf(masked, kind) : "";
    return {
      bare,
      breaks,
      folded,
      chinese,
      masked,
      residue,
      mentions,
      kind,
      intents,
      refusal: refusalOf(masked, folded, chinese, intents),
      follows: chinese ? lexicon.FOLLOWS.test(bare) : lexicon.FOLLOWS_EN.test(folded),
      outside: isOther || isOutside(masked, chinese, intents)
    };
  }

  /** @param {string} folded @returns {string} The same with words that ask written as they are, where another sign of the same sound stands in them. */
  function respelt(folded) {
    return lexicon.ASKING_WORDS.reduce(function (/** @type {string} */ text, /** @type {string} */ word) {
      if (text.indexOf(word) >= 0) {
        return text;
      }
      for (let start = 0; start + word.length <= text.length; start += 1) {
        const said = [...text.slice(start, start + word.length)];
        const same = said.filter((sign, place) => sign === word[place]).length;
        if (same * 2 >= word.length && same < word.length && said.every((sign, place) => sign === word[place] || (lexicon.BARE_SIGNS.indexOf(sign) < 0 && forms.sameSound(sign, word[place])))) {
          return text.slice(0, start) + word + text.slice(start + word.length);
        }
      }
      return text;
    }, folded);
  }

  /** @param {string} folded In Chinese. @returns {{bare: string, breaks: number[]}} Its signs without what parts them and without words that point, and where those were. */
  function parted(folded) {
    const BREAK = "\u0001";
    const marked = folded.split(PARTS).map(forms.bare).join(BREAK).replace(POINTERS, BREAK);
    let bare = "";
    /** @type {number[]} */
    const breaks = [];
    for (const piece of marked.split(BREAK)) {
      breaks.push(bare.length);
      bare += piece;
    }
    return { bare, breaks };
  }

  /** @param {string} bare @param {string} folded @param {boolean} chinese @param {any} index @returns {any[]} */
  function found(bare, folded, chinese, index) {
    const words = forms.tokens(folded);
    if (!chinese) {
      const isSpelt = lexicon.SPELT.some((/** @type {any} */ each) => each[1].test(bare));
      const said = isSpelt ? index.inPinyin(bare) : null;
      if (said !== null) {
        return [said];
      }
      const short = isSpelt ? index.inPinyin(bare, LEAST_OF_WORDS) : null;
      if (short !== null && isOfWholeWords(short, folded)) {
        return [short];
      }
      const isBox = /\b(?:box|bundle|hamper)\b/.test(folded);
      const isOfBox = (/** @type {any} */ each) =>
        !isBox ||
        each.weight > names.PART ||
        each.text.indexOf(" ") > 0 ||
        each.keys.some((/** @type {string} */ key) => key.startsWith("product/"));
      const named = index.inEnglish(words).filter(isNamed).filter(isOfBox);
      const isOfOne = (/** @type {any} */ each) => each.weight === names.WHOLE && isOfGoods(each);
      const whole = named.find(isOfOne);
      const worded = index.inWords(words);
      const isLonger = (/** @type {any} */ each) => worded.isOfOneRun && worded.start <= each.start && worded.end > each.end;
      if (worded !== null && (whole === undefined || isLonger(whole))) {
        return [...named.filter((/** @type {any} */ each) => each.end <= worded.start || each.start >= worded.end), worded].sort(
          (one, other) => one.start - other.start
        );
      }
      const gapped = index.inGaps(words);
      if (gapped !== null && named.every((/** @type {any} */ each) => each.weight < names.WHOLE || !isOfGoods(each))) {
        return [
          ...named.filter((/** @type {any} */ each) => each.end <= gapped.start || each.start >= gapped.end),
          gapped
        ].sort((one, other) => one.start - other.start);
      }
      if (named.length > 0) {
        const isOrigin = named.length === 1 && named[0].keys.every((/** @type {string} */ key) => key.startsWith("origin/"));
        const isWord = named.length === 1 && named[0].weight <= names.PART && named[0].text.indexOf(" ") < 0;
        const longer = isWord ? index.nearEnglish(words, isKindWord) : null;
        if (longer !== null && longer.text.indexOf(" ") > 0 && longer.keys.length < 3) {
          return [longer];
        }
        const thing = isOrigin ? index.ofOrigin(words, named[0]) : null;
        return thing === null ? named : [thing];
      }
      const spelt = index.inPinyin(bare);
      if (spelt !== null && isOfWholeWords(spelt, folded)) {
        return [spelt];
      }
      const near = index.nearEnglish(words, isKindWord);
      return near === null || !isOfBox(near) ? [] : [near];
    }
    const mentions = index.inChinese(bare).filter(isNamed);
    const spelt = words.length > 0 ? index.inPinyin(bare) : null;
    if (spelt !== null && spelt.text.length > LEAST_SAID) {
      return [...mentions.filter((/** @type {any} */ each) => each.end <= spelt.start || each.start >= spelt.end), spelt].sort(
        (one, other) => one.start - other.start
      );
    }
    const latin =
      words.length > 0 ? index.inEnglish(words).filter((/** @type {any} */ each) => each.weight >= names.ALIAS) : [];
    if (mentions.length === 0 && latin.length > 0) {
      const text = latin[0].text.replace(/ /g, "");
      const start = Math.max(0, bare.indexOf(text.slice(0, 4)));
      return [{ ...latin[0], start, end: Math.min(bare.length, start + text.length) }];
    }
    const strong = mentions.filter((/** @type {any} */ each) => each.weight >= names.ALIAS && each.text.length > 2);
    const isPart = (/** @type {any} */ each) =>
      each.weight < names.WHOLE && before(/** @type {any} */ ({ bare, mentions }), each).length > 0;
    const isRest = (/** @type {any} */ each) => each.weight >= names.ALIAS && each.text.length < 6;
    if (strong.length === 0 || mentions.some(isPart) || strong.every(isRest)) {
      const like = index.nearChinese(bare);
      const near = like === null || isMadeOf(like, bare, index) ? null : like;
      const covered =
        near === null
          ? []
          : mentions.filter((/** @type {any} */ each) => each.end > near.start && each.start < near.end);
      const least = strong.length > 0 && !mentions.some(isPart) ? 2 : 0;
      if (near !== null && covered.every((/** @type {any} */ each) => each.text.length + least < near.text.length)) {
        const rest = mentions.filter((/** @type {any} */ each) => each.end <= near.start || each.start >= near.end);
        const tail = isOfGoods(near) || rest.some(isOfGoods) ? null : index.nearChinese(bare.slice(near.end));
        const second = tail === null ? [] : [{ ...tail, start: tail.start + near.end, end: tail.end + near.end }];
        return [
          ...rest.filter((/** @type {any} */ each) => second.every((other) => each.end <= other.start || each.start >= other.end)),
          near,
          ...second
        ].sort((one, other) => one.start - other.start);
      }
    }
    if (strong.length === 0) {
      const begun = index.inParts(bare);
      const part = begun === null || goesOn(begun, bare, index) ? null : begun;
      if (
        part !== null &&
        mentions.every(
          (/** @type {any} */ each) =>
            each.end <= part.start || each.start >= part.end || each.text.length < part.text.length
        )
      ) {
        return [
          ...mentions.filter((/** @type {any} */ each) => each.end <= part.start || each.start >= part.end),
          part
        ].sort((one, other) => one.start - other.start);
      }
    }
    const short = mentions.length === 0 && kindIn(bare, true) === null ? index.nearShort(bare) : null;
    return short === null ? mentions : [short];
  }

  /** @param {any} mention In letters. @param {string} folded @returns {boolean} Whether it begins and ends where words do. */
  function isOfWholeWords(mention, folded) {
    let at = 0;
    const edges = new Set([0]);
    for (const word of folded.match(/[a-z0-9.%]+/g) || []) {
      at += word.length;
      edges.add(at);
    }
    return edges.has(mention.start) && edges.has(mention.end);
  }

  /** @param {any} mention @returns {boolean} */
  function isOfGoods(mention) {
    return mention.keys.some((/** @type {string} */ key) => key.startsWith("product/"));
  }

  /** @param {any} part @param {string} bare @param {any} index @returns {boolean} Whether what follows makes another name of it. */
  function goesOn(part, bare, index) {
    const tail = bare.slice(part.end);
    const rest = residueOf(tail, null).split(" ")[0];
    const isBeside = rest.length > 0 && tail.startsWith(rest);
    return (
      isBeside &&
      !part.keys.some((/** @type {string} */ key) =>
        [...rest].every((sign) => index.entries.get(key).all.indexOf(sign) >= 0)
      )
    );
  }

  /** @param {any} mention @param {string} bare @param {any} index @returns {boolean} Whether its last sign makes another thing of what it is like. */
  function isMadeOf(mention, bare, index) {
    const last = bare.slice(mention.end - 1, mention.end);
    return (
      lexicon.MADE_OF.test(last) &&
      mention.keys.every((/** @type {string} */ key) => forms.bare(index.entries.get(key).all).indexOf(last) < 0)
    );
  }

  /** @param {any} mention @param {number} place @param {any[]} all @returns {boolean} Whether it names one of a kind of goods, not the kind. */
  function isNamed(mention, place, all) {
    const beside =
      place > 0 &&
      all[place - 1].end === mention.start &&
      all[place - 1].keys.some((/** @type {string} */ key) => key.startsWith("origin/"));
    return mention.weight === names.WHOLE || beside || !isKindWord(mention.text);
  }

  /** @param {string} text @returns {boolean} Whether it names a kind of goods rather than one of them. */
  function isKindWord(text) {
    return (
      lexicon.KINDS.some((/** @type {any} */ kind) => kind.words.indexOf(text) >= 0 || kind.en.indexOf(text) >= 0) ||
      text in lexicon.SYNONYMS
    );
  }

  /** What asks for one of a sort behind it. */
  const ASKED_OF = /(?:什么|哪个|哪些|哪家|哪种|哪一个|几个|多少个|谁的|哪几个|两家|何种)$/;

  /** @param {any} mention @param {string} bare @param {any} index @returns {boolean} Whether a sort of places is asked for, none named. */
  function isSortAsked(mention, bare, index) {
    return (
      ASKED_OF.test(bare.slice(0, mention.start)) &&
      mention.keys.every(function (/** @type {string} */ key) {
        const { links, kind } = index.entries.get(key);
        return (
          (kind === "channel" || kind === "placement" || kind === "event") &&
          (mention.weight < names.ALIAS || forms.bare(forms.folded(links.sort || "")) === mention.text)
        );
      })
    );
  }

  /**
   * @param {Understood} told
   * @returns {Understood} The same as if nothing had been named.
   */
  function unnamed(told) {
    const masked = told.chinese ? told.bare : told.folded;
    const intents = intentsOf(masked, told.folded, told.chinese);
    const residue = told.chinese ? residueOf(masked, null) : "";
    return { ...told, mentions: [], masked, intents, residue, kind: null };
  }

  /** @param {string} bare @param {any[]} mentions @returns {string} */
  function maskedChinese(bare, mentions) {
    let text = "";
    let at = 0;
    for (const mention of mentions.filter(
      (each) => !each.keys.every((/** @type {string} */ key) => key.startsWith("term/"))
    )) {
      text += bare.slice(at, mention.start) + MASK;
      at = mention.end;
    }
    return text + bare.slice(at);
  }

  /** @param {string} folded @param {any[]} mentions @returns {string} */
  function maskedEnglish(folded, mentions) {
    const words = forms.joined(folded).match(/[a-z0-9]+|[^a-z0-9]+/g) || [];
    let place = -1;
    return words
      .map(function (/** @type {string} */ word) {
        if (!/[a-z0-9]/.test(word)) {
          return word;
        }
        place += 1;
        const inside = mentions.find((each) => place >= each.start && place < each.end && each.start >= 0);
        const isNamed = inside !== undefined && inside.text.split(" ").indexOf(forms.stem(word)) >= 0;
        return inside && place === inside.start ? MASK : isNamed ? "" : word;
      })
      .join("");
  }

  /** @param {string} text @param {boolean} chinese @returns {any} */
  function kindIn(text, chinese) {
    /** @type {any} */
    let found = null;
    text = text.replace(/酒店|酒精|茶具|茶馆|服务[器员]|菜单|米线|鸡精|蛋[白糕]|油漆|油烟/g, (word) => "〇".repeat(word.length));
    for (const kind of lexicon.KINDS) {
      const word = chinese
        ? kind.words.find((/** @type {string} */ each) => text.indexOf(each) >= 0)
        : kind.en.find((/** @type {string} */ each) => ` ${text} `.indexOf(` ${each} `) >= 0);
      if (word !== undefined && (found === null || word.length > found.word.length)) {
        found = { ...kind, word, start: chinese ? text.indexOf(word) : 0 };
      }
    }
    const synonym = chinese ? Object.keys(lexicon.SYNONYMS).find((each) => text.indexOf(each) >= 0) : undefined;
    if (found !== null && (synonym === undefined || found.word.length >= synonym.length)) {
      return found;
    }
    return synonym === undefined
      ? null
      : { word: synonym, category: lexicon.SYNONYMS[synonym], start: text.indexOf(synonym) };
  }

  /** @param {string} masked @param {string} folded @param {boolean} chinese @returns {any[]} */
  function intentsOf(masked, folded, chinese) {
    const own = lexicon.INTENTS.filter((/** @type {any} */ each) =>
      chinese ? each.zh.test(masked) : each.en.test(masked)
    );
    const found = chinese ? own : english.intentsOf(masked, folded, own);
    if (found.length === 0 && !chinese) {
      const spelt = lexicon.SPELT.find((/** @type {any} */ each) => each[1].test(folded.replace(/[^a-z]/g, "")));
      return spelt ? lexicon.INTENTS.filter((/** @type {any} */ each) => each.id === spelt[0]) : [];
    }
    return found;
  }

  /** @param {string} masked @param {string} folded @param {boolean} chinese @param {any[]} intents @returns {string} */
  function refusalOf(masked, folded, chinese, intents) {
    if (!chinese) {
      const refusal = refusalIn(english.harmless(masked, intents), false);
      if (refusal === "" && english.asksOfPerson(folded)) {
        return "person";
      }
      const isReduced = intents.some((each) => each.id === "reduction");
      return isReduced && /^(?:health|future)$/.test(refusal) ? "" : refusal;
    }
    const isSent = intents.some((each) => each.id === "shipping");
    const isAllergic = intents.some((each) => each.id === "allergens");
    const addressed = isSent ? masked.replace(SENT_TO, "寄") : masked;
    const isReduced = intents.some((each) => each.id === "concession") && addressed.search(PEOPLE) >= 0;
    const asked = isReduced ? addressed.replace(/优惠|打折/g, "") : addressed;
    const text = isAllergic || TASTES.test(asked) ? asked.replace(PEOPLE, "") : asked;
    if (isSent && refusalIn(text, chinese) === "politics") {
      return "";
    }
    return refusalIn(text, chinese);
  }

  /** @param {string} text @param {boolean} chinese @returns {string} */
  function refusalIn(text, chinese) {
    const known = text.replace(
      /保质期|有机|疗休养|认证|药残|(?:几月份?|什么时候|哪个月|哪个?季节?).{0,4}(?:最好|更好|最新鲜)|(?:拆|分)开.{0,2}买.{0,2}划算吗|放外面|\bbest (?:way|time|months?)\b|(?:下雨|下雪|雨天)(?=.*(?:怎么办|还能|还搞|还去|还有|照常|能去|改))/g,
      ""
    );
    const isOfAmount = /多少|几|怎么|多久|什么时候/.test(known);
    const refusal = lexicon.REFUSALS.find((/** @type {any} */ each) =>
      chinese ? each.zh.test(isOfAmount ? known.replace(/合适|适合/g, "") : known) : each.en.test(known)
    );
    return refusal === undefined ? "" : refusal.id;
  }

  /** @param {string} masked @param {boolean} chinese @param {any[]} intents @returns {boolean} */
  function isOutside(masked, chinese, intents) {
    const isAllowed = intents.some((each) => each.id === "shipping" || each.id === "origin" || each.id === "where");
    return chinese ? lexicon.OUTSIDE.test(masked) && !isAllowed : lexicon.OUTSIDE_EN.test(masked) && !isAllowed;
  }

  /** @param {string} masked @param {any} kind @returns {string} What nobody can make sense of. */
  function residueOf(masked, kind) {
    let text = masked;
    if (kind !== null) {
      text = text.split(kind.word).join(MASK);
    }
    for (const cue of [...lexicon.CUES, lexicon.COMPARED, ...lexicon.LIST_CUES]) {
      text = text.replace(cue, " ");
    }
    text = text.replace(lexicon.FILLER, " ");
    return text.replace(/[〇\s]+/g, " ").trim();
  }

  /**
   * Returns what stands right before a name, in doubt a part of another thing's name.
   *
   * @param {Understood} told
   * @param {any} mention
   * @returns {string}
   */
  function before(told, mention) {
    const others = told.mentions.filter((each) => each.end <= mention.start);
    const parted = (told.breaks || []).filter((place) => place <= mention.start);
    const from = Math.max(others.length > 0 ? others[others.length - 1].end : 0, ...parted);
    let text = told.bare.slice(from, mention.start).replace(STATE, "");
    if (DOING.test(text)) {
      return "";
    }
    text = text.replace(lexicon.IDLE, "   ");
    for (const cue of [...lexicon.LIST_CUES, ...lexicon.CUES]) {
      text = text.replace(cue, " ");
    }
    text = text.replace(lexicon.FILLER, " ");
    const last = /\S+$/.exec(text.replace(/\s+$/, (blanks) => (blanks.length > 2 ? "  " : "")));
    return last === null ? "" : last[0];
  }

  ask.understanding = { understand, unnamed, before, residueOf, MASK };
})();

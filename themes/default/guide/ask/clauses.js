/**
 * Which part of a question asks: what is said beside it, for whom it is or what one has heard, is left out; names that
 * stand there are kept.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon } = ask;

  /** What parts a clause from the next. */
  const PARTS = /[，,。.！!？?；;\n]+(?=[^\d]|$)/;
  const PARTS_OF_WORDS = /[，,。.！!？?；; \n]+(?=[^\d]|$)/;
  const ASKS =
    /什么|怎|如何|多少|几|哪|谁|多[久长大重远]|有没有|能不能|可不可以|会不会|要不要|用不用|需不需|为何|[吗么嘛呢]$|([\u4e00-\u9fff])不\1|没有?$/;
  const ASKS_EN =
    /\b(?:how|what|when|where|which|who|whose|why)\b|^(?:and |so |but |then )?(?:is|are|was|were|do|does|did|can|could|will|would|should|may|has|have|any|are there)\b/;
  /** What is asked of the asker's own purse. */
  const OF_ONESELF = /够不够|够吗|知道吗|知不知道|方便吗/;
  /** What asks only whether the rest is so, or what is to be done about it. */
  const OF_THE_REST =
    /你(?:就)?(?:直接)?说|能不能$|对不对|对吧|对吗|对么|是吧|是不是|好吗|行吗|行不行|可以吗|能吗|怎么办|怎么回事|有救|有没有用|管用|真的吗|^(?:为什么|怎么了|什么意思)$|\b(?:right|true|correct|ok(?:ay)?|so why)$|\bwhat (?:do i do|now)\b/;
  /** Whether it suits someone: what is said of them belongs to the question. */
  const SUITS =
    /(?:能|可以|可不可以|能不能|敢|适合|合适|要不要|该不该|得不得)[\u4e00-\u9fff]{0,4}?(?:吃|喝|用|碰|喂|尝|买|给|卖)|卖不卖|卖给|[吃喝用](?:了|得|不)|适合|合适|放心|忌口|安全|\b(?:can|could|may|should|is it|are they)\b.*\b(?:eat|drink|have|take|use|give|try)\b|\bsafe\b|\bsuit|\ball right\b|\bok(?:ay)?\b/;
  /** What is claimed of a thing: a question that brings it asks to have it confirmed. */
  const CLAIMS =
    /治|疗效|功效|[防抗]癌|降(?:血|三高|糖|压)|补(?:肾|气|血)|养(?:胃|颜)|减肥|长寿|致富|升值|\b(?:cure|heal|prevent|treat)s?\b/;
  /** An order of the asker's own, which is in no record. */
  const ORDERED = /下的?单|我的?(?:订单|快递|包裹)|\bmy (?:order|parcel)\b/;
  /** What sets things side by side, which may stand in several clauses. */
  const BOTH = /比|还是|哪个|哪边|哪家|哪款|哪种|区别|差|\bor\b|\bthan\b|\bwhich\b|\bcompare|\bdiffer/;
  /** Intents that ask too little to be the whole of a question. */
  const VAGUE = new Set(["about", "many", "sells", "kind", "policy", "parts", "dates", "status", "story", "naming"]);
  /** Signs of a name below which what stands before it may make another of it. */
  const LEAST_NAME = 3;
  /** Signs, or words, of a clause without names that ask enough by themselves. */
  const LEAST = 5;
  const LEAST_EN = 3;

  /**
   * @param {string} folded A question.
   * @param {any} index
   * @returns {string} The part of it that asks, with the names that stand in the others; all of it where that is not plain.
   */
  function asking(folded, index) {
    const chinese = forms.hasHan(folded);
    const isOfWords = chinese && folded.split(/[，,。！!？?；;\n]/).length === 1;
    const clauses = folded.split(isOfWords ? PARTS_OF_WORDS : PARTS).map((each) => each.trim()).filter(Boolean);
    const asks = clauses.map((clause) => isAsking(clause, chinese));
    if (clauses.length < 2 || !asks.some(Boolean) || asks.every(Boolean)) {
      return folded;
    }
    const named = clauses.map((clause) => namesIn(clause, chinese, index));
    const own = clauses.filter((_, place) => asks[place]);
    const isClaimed = clauses.some((clause, place) => !asks[place] && CLAIMS.test(clause));
    const isWhole = isClaimed || clauses.some((clause) => ORDERED.test(clause)) || own.some((clause) => OF_THE_REST.test(clause) || SUITS.test(clause));
    const isOfGoods = isNamed(named) || clauses.some((clause, place) => asks[place] && isOfSomething(clause, chinese, index));
    if (isWhole || !isOfGoods || !clauses.some((clause, place) => asks[place] && isEnough(clause, named[place], chinese))) {
      return folded;
    }
    const isOfBoth = own.some((clause) => BOTH.test(clause));
    const isNamedThere = clauses.some((clause, place) => asks[place] && (named[place].length > 0 || (!isNamed(named) && isOfSomething(clause, chinese, index))));
    return clauses
      .map(function (clause, place) {
        if (asks[place]) {
          return clause;
        }
        if (isOfBoth) {
          return isOfSomething(clause, chinese, index) ? clause : "";
        }
        const isShort = named[place].some((name) => name.length < LEAST_NAME);
        return isNamedThere ? "" : isShort ? clause : named[place].join(chinese ? "、" : " ");
      })
      .filter(Boolean)
      .join(chinese ? "，" : ", ");
  }

  /** @param {string[][]} named Names in each clause. @returns {boolean} */
  function isNamed(named) {
    return named.some((each) => each.length > 0);
  }

  /** @param {string} clause @param {boolean} chinese @returns {boolean} */
  function isAsking(clause, chinese) {
    if (!chinese) {
      return ASKS_EN.test(clause);
    }
    const bare = forms.bare(clause);
    return (ASKS.test(bare) && !OF_ONESELF.test(bare)) || lexicon.INTENTS.some((/** @type {any} */ each) => each.id === "price" && each.zh.test(bare));
  }

  /** @param {string} clause @param {boolean} chinese @param {any} index @returns {string[]} Names in it, as they are written there. */
  function namesIn(clause, chinese, index) {
    const strong = (/** @type {any} */ each) => each.weight > ask.names.PART;
    return chinese
      ? index.inChinese(forms.bare(clause)).filter(strong).map((/** @type {any} */ each) => each.text)
      : index.inEnglish(forms.tokens(clause)).filter(strong).map((/** @type {any} */ each) => each.text);
  }

  /** @param {string} clause @param {boolean} chinese @param {any} index @returns {boolean} Whether goods, a kind of them or anything else is named in it, be it by a part of its name. */
  function isOfSomething(clause, chinese, index) {
    if (!chinese) {
      return index.inEnglish(forms.tokens(clause)).length > 0;
    }
    const bare = forms.bare(clause);
    return index.inChinese(bare).length > 0 || lexicon.KINDS.some((/** @type {any} */ kind) => kind.words.some((/** @type {string} */ word) => bare.indexOf(word) >= 0));
  }

  /** @param {string} clause @param {string[]} named Names in it. @param {boolean} chinese @returns {boolean} Whether it asks something by itself. */
  function isEnough(clause, named, chinese) {
    const isClear = lexicon.INTENTS.some(
      (/** @type {any} */ each) => !VAGUE.has(each.id) && (chinese ? each.zh.test(forms.bare(clause)) : each.en.test(clause))
    );
    if (isClear) {
      return true;
    }
    const rest = named.reduce((text, name) => text.split(name).join(""), chinese ? forms.bare(clause) : forms.tokens(clause).join(" "));
    return chinese
      ? [...rest].length >= LEAST
      : rest.split(" ").filter((/** @type {string} */ word) => word && !lexicon.STOPS.has(word)).length >= LEAST_EN;
  }

  ask.clauses = { asking };
})();

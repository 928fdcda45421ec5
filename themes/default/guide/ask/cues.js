/**
 * How something is asked, and what a sentence holds that may answer it: signs of both, in Chinese and in English.
 */

/**
 * @typedef {object} Measure A number that is asked for.
 * @property {string} kind `degree`, `clock`, `span`, `day`, `money`, `people`, `unit` or `number`.
 * @property {RegExp} told How a folded sentence looks that tells it.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;

  /** Chinese and western digits. */
  const DIGIT = "[\\d一二三四五六七八九十百千万两半几]";
  /** Words between which things are counted. */
  const COUNTED = "克斤升枚个种款处场台次份袋箱瓶罐盒件只成倍米亩两条路样层道遍杯勺滴片吨";

  /** @type {Array<[string, RegExp, RegExp]>} How it is asked, in Chinese and in English. */
  const ASKED = [
    ["why", /为什么|为何|图什么|图个什么|干嘛|凭什么|怎么回事|缘故|原因|咋(?:会|就|那么)|怎么(?:会|就|那么|这么|比)/, /\bwhy\b|\bhow come\b|\breason/],
    ["how", /怎么|怎样|如何|咋|办法|方法|步骤/, /\bhow (?!much|many|long|old|far|often|big|large|high|heavy|hot)/],
    ["who", /谁|哪家|哪个单位|哪些单位|哪几家|哪个公司/, /\bwho\b|\bwhose\b|\bwhich (?:company|union|firm|group|organi[sz]ation|co-?operative)/],
    ["where", /哪里|哪儿|什么地方|啥地方|在哪|哪个(?:县|镇|村|市|区)|位置|地址/, /\bwhere\b|\bwhich (?:county|place|city|village|town)|\baddress/],
    ["when", /什么时候|几时|何时|啥时候|哪天|哪年|几月|几号|几点|哪个?月|多会/, /\bwhen\b|\bwhat (?:time|date|day|month|year)|\bwhich (?:day|month|year)|\bseason\b/],
    ["span", /多久|多长时间|几(?:天|个月|年|小时|分钟)/, /\bhow (?:long|many (?:days|months|years|hours|minutes|weeks))/],
    ["many", /多少|几/, /\bhow (?:many|much)|\bnumber of\b/],
    ["money", /多少钱|价|几块|贵|便宜|钱/, /\bcosts?\b|\bprices?\b|\bexpensive\b|\bcheap|\bpay\b|\bmoney\b|\bcny\b|\byuan\b/],
    ["can", /能不能|可以|能|可不可以|行不|成不|得不|会不会/, /\bcan\b|\bcould\b|\bpossible\b|\ballowed\b|\bmay i\b|\bok\b|\bokay\b|\bsafe\b/],
    ["need", /要不要|用不用|需不需要|需要|得不得|必须/, /\bneed\b|\bhave to\b|\bmust\b|\bshould\b|\bnecessary\b/],
    ["whether", /是不是|有没有|吗$|么$|没有?$|不$/, /^(?:is|are|was|were|do|does|did|has|have|had|will|would)\b/],
    ["what", /什么|啥|哪些|哪种|哪几/, /\bwhat\b|\bwhich\b/],
    ["difference", /区别|不同|差别|不一样/, /\bdiffer/],
    ["degree", /几度|多少度|水温|多烫|多热|温度/, /\btemperature\b|\bdegrees?\b|\bhow hot\b/]
  ];

  /** @type {Array<[string, RegExp]>} What a sentence holds. */
  const HELD = [
    ["cause", /因|所以|才|由于|为的是|免得|好让|怕|\bbecause\b|\bso that\b|\btherefore\b|\bdue to\b|\bas\b|\bsince\b|\bfor\b/],
    ["rule", /可以|不要|别|不能|最好|要|须|宜|忌|\bcan\b|\bmust\b|\bshould\b|\bdo not\b|\bmay\b|\bbest\b|\bneed/],
    ["body", /公司|合作社|集团|单位|户|员|局|会|人|\bcompan|\bcooperative|\bgroup\b|\bunion|\bpeople\b|\bfarmer|\bhousehold/],
    ["place", /县|市|镇|村|区|路|号|楼|\bcounty\b|\bcity\b|\bvillage|\btown|\bdistrict\b|\broad\b/],
    ["number", /\d|[一二三四五六七八九十百千万两半]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|dozen|hundred)\b/],
    ["money", /¥|元|\bcny\b|\byuan\b/],
    ["time", /年|月|日|天|小时|分钟|点|\byear|\bmonth|\bday|\bhour|\bminute|\bweek|\bspring\b|\bsummer\b|\bautumn\b|\bwinter\b|\bjanuary|\bfebruary|\bmarch\b|\bapril|\bjune|\bjuly|\baugust|\bseptember|\boctober|\bnovember|\bdecember/],
    ["denial", /不|没|未|无|\bno\b|\bnot\b|\bnever\b|\bnothing\b|\bnone\b|\bwithout\b/],
    ["untold", /未披露|没有写|未说明|没有公布|未公布|没有说明|待定|没有后续|没写|不详|\bnot (?:disclosed|published|stated|said|given)|\bundisclosed|\bunknown\b|\bsay nothing/],
    ["degree", /℃|度|温水|沸|开水|凉|热|\bhot\b|\bboil|\bwarm\b|\bcold\b/],
    ["list", /、.*、|,.*,.*\band\b/]
  ];

  /** @param {any} question As understood. @returns {Measure | null} The number that is asked for, if one is. */
  function measure(question) {
    return question.chinese ? measureIn(question.bare) : measureOf(question.folded);
  }

  /** @param {string} bare @returns {Measure | null} */
  function measureIn(bare) {
    if (/几度|多少度|水温|多烫|多热|温度/.test(bare)) {
      return { kind: "degree", told: /\d+ ?(?:℃|度|°)|沸水|开水|温水|凉水|冷水|常温/ };
    }
    if (/几点|什么时间|时段/.test(bare)) {
      return { kind: "clock", told: new RegExp(`${DIGIT}{1,3}(?:点|时)|\\d[:：]\\d|上午|下午|早上`) };
    }
    if (/多久|多长时间|几(?:天|个月|年|个?小时|分钟|周|秒)|多少(?:天|年|个月|分钟|小时)/.test(bare)) {
      return { kind: "span", told: new RegExp(`${DIGIT}[^，。；]{0,2}(?:天|月|年|小时|分钟|周|日|夜|秒|季)`) };
    }
    if (/哪年|哪一?天|什么时候|几月|几号|何时|哪个?月|时间/.test(bare)) {
      return { kind: "day", told: new RegExp(`${DIGIT}{1,4}(?:月|年|日|号)|春|夏|秋|冬|清明|霜降|节|时`) };
    }
    const found = /(?:多少|几)(?:个|块)?([\u4e00-\u9fff])/.exec(bare);
    const unit = found === null ? "" : found[1];
    if (/[钱元块]/.test(unit)) {
      return { kind: "money", told: /[¥元]|\d/ };
    }
    if (/[人位名户家]/.test(unit)) {
      return { kind: "people", told: new RegExp(`${DIGIT}[^，。；]{0,2}[人位名户家]`) };
    }
    if (unit !== "" && COUNTED.indexOf(unit) >= 0) {
      return { kind: "unit", told: new RegExp(`${DIGIT}[^，。；]{0,2}${unit}`) };
    }
    return /多少|几(?!乎)|多(?:大|高|长|远|老|深|宽|重|厚)|百分之/.test(bare)
      ? { kind: "number", told: new RegExp(DIGIT) }
      : null;
  }

  const SPELT = "(?:\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|dozen|hundred)\\b)";

  /** @param {string} folded @returns {Measure | null} */
  function measureOf(folded) {
    if (/\btemperature\b|\bdegrees?\b|\bhow hot\b/.test(folded)) {
      return { kind: "degree", told: /\d ?(?:℃|°|degrees)|\bboiling\b|\bwarm\b|\bcold\b|\bhot\b/ };
    }
    if (/\bwhat time\b|\bopening hours\b|\bo'clock\b/.test(folded)) {
      return { kind: "clock", told: /\d[:：]\d|\b(?:am|pm|o'clock|morning|afternoon|noon|nine|eight|ten)\b/ };
    }
    if (/\bhow (?:long|many (?:days|months|years|hours|minutes|weeks))/.test(folded)) {
      return { kind: "span", told: new RegExp(`${SPELT}[^,.;]{0,12}(?:day|month|year|hour|minute|week|second|night)`) };
    }
    if (/\bwhen\b|\bwhat (?:date|day|month|year)|\bwhich (?:day|month|year)/.test(folded)) {
      return {
        kind: "day",
        told: /\d{4}|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|day|month|season)/
      };
    }
    if (/\bhow much\b.*\b(?:cost|pay|charge)|\bhow much (?:is|are|does|do)\b|\bprice|\bcosts?\b/.test(folded)) {
      return { kind: "money", told: /\bcny\b|\byuan\b|\d/ };
    }
    if (/\bhow many (?:people|households|families|visitors|workers|staff|members|farmers|guests)/.test(folded)) {
      return { kind: "people", told: new RegExp(SPELT) };
    }
    return /\bhow (?:much|many|old|far|big|large|high|heavy|often)\b|\bnumber of\b|\bpercent/.test(folded)
      ? { kind: "number", told: new RegExp(SPELT) }
      : null;
  }

  /** @type {RegExp[]} What is asked for, behind the word that asks or before it. */
  const HEADS = [
    /(?:什么|哪种|哪个|哪些|哪家|哪|多少|几)(?:个|种|样|的|款|家)?(?=[\u4e00-\u9fff]{2})(?!时候|地方|的)([\u4e00-\u9fff]{1,4}?)(?=的|了|吗|呢|是|在|能|要|可|会|才|都|$|[^\u4e00-\u9fff])/,
    /(?:有没有|有无|能不能|可不可以|是不是|要不要|会不会|用不用|需不需要)([\u4e00-\u9fff]{1,4})/,
    /([\u4e00-\u9fff]{2,4}?)(?:是|有|为|要|叫|得)?(?:多少|什么|几|怎么样|如何|怎么)/,
    /([\u4e00-\u9fff]{2,4})(?:吗|么|不)$/
  ];
  const HEAD_EN = /\b(?:what|which|how many|how much)\b (.+?)(?: (?:is|are|was|were|do|does|did|of|in|for|has|have|can|should|at|on)\b|[?.!,]|$)/;

  /** @param {any} question As understood. @returns {string[]} Parts of what is asked for: characters, or roots of words. */
  function head(question) {
    if (!question.chinese) {
      const found = HEAD_EN.exec(question.folded);
      return found === null
        ? []
        : ask.forms.tokens(found[1]).filter((/** @type {string} */ word) => !ask.lexicon.STOPS.has(word)).slice(0, 3);
    }
    const found = HEADS.map((cue) => cue.exec(question.masked)).find((each) => each !== null);
    return found ? [...found[1]] : [];
  }

  /** @param {string} sentence Folded. @returns {string} Without what says when it was. */
  function undated(sentence) {
    return sentence.replace(/(?:(?:\d{4}年)?\d+月)?\d+日|\d{4}年(?:\d+月)?/g, "");
  }

  /** @param {any} question As understood. @returns {string[]} How it asks. */
  function asked(question) {
    return ASKED.filter(([, zh, en]) => (question.chinese ? zh.test(question.bare) : en.test(question.folded))).map(
      ([name]) => name
    );
  }

  /** @param {string} sentence Folded. @returns {string[]} What it holds. */
  function held(sentence) {
    return HELD.filter(([, cue]) => cue.test(sentence)).map(([name]) => name);
  }

  ask.cues = { measure, undated, asked, head, held };
})();

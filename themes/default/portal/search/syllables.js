/**
 * Divides what was typed in Latin letters into syllables of pinyin, or their beginnings: `fuxicha`, `fxc`, `fuxc`.
 */
(function () {
  "use strict";

  const search = /** @type {any} */ (window).shanhuoSearch;

  /** @typedef {{text: string, whole: boolean}} Unit A syllable, or the beginning of one. */

  /** The syllables of Standard Chinese without tones, ü written v: the readings of the characters of GB/T 2312. */
  const SYLLABLES = new Set(
    (
      "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce " +
      "cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun " +
      "chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei deng di dia dian diao die ding diu dong " +
      "dou du duan dui dun duo e ei en er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen " +
      "geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua " +
      "huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan " +
      "kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei len leng " +
      "li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao me mei " +
      "men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao " +
      "nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin " +
      "ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri " +
      "rong rou ru ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen " +
      "sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan " +
      "tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo " +
      "wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong " +
      "you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi " +
      "zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo"
    ).split(" ")
  );
  const LONGEST = 6;
  /** Two letters that begin a syllable as one sound. */
  const DOUBLE = /^[zcs]h/;
  /** Divisions looked at; long input has thousands, of which the first take the longest syllables. */
  const MOST_SEEN = 64;
  const MOST_KEPT = 6;
  const LONGEST_INPUT = 48;

  /** @type {Set<string>} Every beginning of a syllable that is none itself. */
  const beginnings = new Set();
  for (const syllable of SYLLABLES) {
    for (let length = 1; length < syllable.length; length += 1) {
      const beginning = syllable.slice(0, length);
      if (!SYLLABLES.has(beginning)) {
        beginnings.add(beginning);
      }
    }
  }

  /** @param {string} text @returns {Unit[]} Units that it can begin with, the longest first. */
  function unitsAt(text) {
    /** @type {Unit[]} */
    const units = [];
    if (/^\d/.test(text)) {
      return [{ text: text[0], whole: true }];
    }
    for (let length = Math.min(LONGEST, text.length); length > 0; length -= 1) {
      const part = text.slice(0, length);
      if (SYLLABLES.has(part)) {
        units.push({ text: part, whole: true });
      } else if (length === text.length && length > 1 && beginnings.has(part)) {
        units.push({ text: part, whole: false }); // still being typed
      }
    }
    const double = DOUBLE.exec(text);
    if (double) {
      units.push({ text: double[0], whole: false });
    }
    return [...units, { text: text[0], whole: false }];
  }

  /**
   * Returns the likeliest divisions of a text, those of few units first.
   *
   * @param {string} typed Letters and digits in lower case.
   * @returns {Unit[][]}
   */
  function divisions(typed) {
    const text = typed.replace(/([ln])ue/g, "$1ve").slice(0, LONGEST_INPUT);
    /** @type {Unit[][]} */
    const found = [];

    /** @param {number} at @param {Unit[]} units */
    function follow(at, units) {
      if (at === text.length) {
        found.push(units);
        return;
      }
      for (const unit of unitsAt(text.slice(at))) {
        if (found.length < MOST_SEEN) {
          follow(at + unit.text.length, [...units, unit]);
        }
      }
    }

    follow(0, []);
    const fewest = Math.min(...found.map((units) => units.length));
    return found
      .filter((units) => units.length <= fewest + 1)
      .sort((one, other) => one.length - other.length)
      .slice(0, MOST_KEPT);
  }

  search.divisions = divisions;
})();

/**
 * Brings a query into the written form in which names and words were filed: one spelling for what is the same.
 *
 * The rules are those of `generator/surfaces/search_forms.py`, which made the index by them.
 */
(function () {
  "use strict";

  const search = /** @type {any} */ (window).shanhuoSearch;

  const CJK =
    "\\u2e80-\\u2fdf\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff" +
    "\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const LETTERS = "0-9a-z\\u00df-\\u02af\\u0370-\\u1fff\\uac00-\\ud7a3";
  const SILENT =
    "\\u0000-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf" +
    "\\u00d7\\u00f7\\u02c2-\\u02df\\u2000-\\u206f\\u20a0-\\u20cf\\u2100-\\u214f\\u2190-\\u2bff\\u2e00-\\u2e7f" +
    "\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u303d\\u30a0\\u30fb\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\ufeff-\\uff0f" +
    "\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\uffe0-\\uffff";
  const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]+/g;
  const IS_CJK = new RegExp(`^[${CJK}]`, "u");
  const HAS_CJK = new RegExp(`[${CJK}]`, "u");
  const IS_SILENT = new RegExp(`[${SILENT}]+`, "gu");
  const WORDS = new RegExp(`[${CJK}]+|[${LETTERS}]+`, "gu");
  /** What Python's `str.split` takes for blanks. */
  const BLANKS = /(?:[^\S\ufeff]|[\u001c-\u001f\u0085])+/g;
  const NOT_ASCII = /[^\u0000-\u007f]/g;

  /** @type {Map<string, string>} Letter or traditional character → what stands for it. */
  const replaced = new Map(
    Object.entries({
      ß: "ss",
      æ: "ae",
      œ: "oe",
      ø: "o",
      đ: "d",
      ð: "d",
      þ: "th",
      ł: "l",
      ı: "i",
      ς: "σ"
    })
  );

  /** @param {string} text @returns {string} */
  function singleBlanks(text) {
    return text.replace(BLANKS, " ").replace(/^ | $/g, "");
  }

  /**
   * Returns a text as it is compared character by character: one width, case and script; blanks are single.
   *
   * @param {string} text
   * @returns {string}
   */
  function folded(text) {
    const plain = singleBlanks(text.toLowerCase()).normalize("NFKD").replace(MARKS, "");
    return singleBlanks(plain.replace(NOT_ASCII, (sign) => replaced.get(sign) || sign).normalize("NFC"));
  }

  /** @param {string} text Folded. @returns {string} The same without blanks, punctuation and symbols. */
  function bare(text) {
    return text.replace(IS_SILENT, "");
  }

  /** @param {string} text Folded. @returns {string[]} Its words: runs of Han characters, and of letters and digits. */
  function words(text) {
    return [...new Set(text.match(WORDS) || [])];
  }

  /** @param {string} text @returns {boolean} Whether it begins with a character of a script without blanks. */
  function isCjk(text) {
    return IS_CJK.test(text);
  }

  /** @param {string} text @returns {boolean} Whether it has such a character. */
  function hasCjk(text) {
    return HAS_CJK.test(text);
  }

  /** @param {[string, string]} table Traditional characters that occur on this site, and their simplified ones. */
  function learn(table) {
    const simplified = [...table[1]];
    [...table[0]].forEach((sign, place) => replaced.set(sign, simplified[place]));
  }

  /**
   * Returns a text in its compared form, and for each of its characters where it stands in the text: from and to.
   *
   * @param {string} text
   * @returns {{text: string[], places: Array<[number, number]>}}
   */
  function mapped(text) {
    /** @type {{text: string[], places: Array<[number, number]>}} */
    const found = { text: [], places: [] };
    let place = 0;
    for (const sign of text) {
      for (const one of folded(sign) || (/\s/.test(sign) ? " " : "")) {
        found.text.push(one);
        found.places.push([place, place + sign.length]);
      }
      place += sign.length;
    }
    return found;
  }

  search.forms = { folded, bare, words, isCjk, hasCjk, learn, mapped };
})();

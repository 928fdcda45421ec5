/**
 * Brings questions and names into the form in which they are compared: one width, case and script.
 *
 * Nothing here knows a document, a clock or a network: the same file answers in a browser and on a command line.
 */

(function () {
  "use strict";

  const all = /** @type {any} */ (globalThis);
  const shanhuo = (all.shanhuo = all.shanhuo || {});
  const ask = (shanhuo.ask = shanhuo.ask || {});

  const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
  const MARKS = /[\u0300-\u036f]+/g;
  const NOT_SAID = new RegExp(`[^${HAN}0-9a-z%.]+`, "g");
  const HAS_HAN = new RegExp(`[${HAN}]`);
  const BRACKETS = /[（(][^（）()]*[）)]/g;

  /** @type {Map<string, string>} */
  const simplified = new Map();
  /** @type {Map<string, string[]>} Character → its syllables, the commonest first. */
  const sounds = new Map();

  /** @param {{traditional: string, simplified: string, sounds: string, others: string}} told */
  function learn(told) {
    const others = [...told.simplified];
    [...told.traditional].forEach((sign, place) => simplified.set(sign, others[place]));
    for (const group of `${told.sounds} ${told.others}`.split(" ")) {
      const syllable = (group.match(/^[a-z]+/) || [""])[0];
      for (const sign of group.slice(syllable.length)) {
        sounds.set(sign, [...(sounds.get(sign) || []), syllable]);
      }
    }
  }

  /** @param {string} text @returns {string} One width, case and script; blanks are single. */
  function folded(text) {
    const plain = String(text).normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase();
    return [...plain]
      .map((sign) => simplified.get(sign) || sign)
      .join("")
      .replace(/\s+/g, " ")
      .trim();
  }

  /** @param {string} text Folded. @returns {string} Without blanks and punctuation. */
  function bare(text) {
    return text.replace(NOT_SAID, "").replace(/\.(?!\d)|(?<!\d)\./g, "");
  }

  /** @param {string} text @returns {boolean} */
  function hasHan(text) {
    return HAS_HAN.test(text);
  }

  /** @param {string} name @returns {string} The name without what stands in brackets. */
  function unbracketed(name) {
    return name.replace(BRACKETS, "").trim() || name;
  }

  /** @param {string} token @returns {string} An English word as others of its root. */
  function stem(token) {
    if (/ies$/.test(token) && token.length > 4) {
      return `${token.slice(0, -3)}i`;
    }
    if (/(?:[sxzo]|ch|sh)es$/.test(token)) {
      return token.slice(0, -2);
    }
    const single = /[^s]s$/.test(token) && token.length > 3 ? token.slice(0, -1) : token;
    return single.length > 3 ? single.replace(/y$/, "i") : single;
  }

  /** @param {string} text Folded. @returns {string} Without endings behind an apostrophe, and without apostrophes in names such as Bo’ao. */
  function joined(text) {
    return text.replace(/['’]s\b/g, "").replace(/(?<=[a-z])['’](?!(?:ll|re|ve)\b)(?=[a-z]{2})/g, "");
  }

  /** @param {string} text Folded. @returns {string[]} Its words of letters and digits, by their roots. */
  function tokens(text) {
    return (joined(text).match(/[a-z0-9]+/g) || []).map(stem);
  }

  /** @param {string} text Bare. @returns {string[] | null} A syllable for each character; none where one is unknown. */
  function syllables(text) {
    /** @type {string[]} */
    const found = [];
    for (const sign of text) {
      const known = sounds.get(sign);
      if (known === undefined) {
        return null;
      }
      found.push(known[0]);
    }
    return found;
  }

  /** @param {string} one @param {string} other @returns {boolean} Whether two characters can be said alike. */
  function soundAlike(one, other) {
    const first = sounds.get(one);
    const second = sounds.get(other);
    return (
      first !== undefined &&
      second !== undefined &&
      first.some((each) => second.some((syllable) => blurred(each) === blurred(syllable)))
    );
  }

  /** @param {string} one @param {string} other @returns {boolean} Whether two characters are said with one and the same syllable. */
  function sameSound(one, other) {
    const [first, second] = [sounds.get(one) || [], sounds.get(other) || []];
    return first.some((each) => second.indexOf(each) >= 0);
  }

  /** @param {string} syllable @returns {string} What many speakers do not tell apart is one. */
  function blurred(syllable) {
    return syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n");
  }

  /** @param {string} text @returns {string[]} Its pairs of neighbours. */
  function pairs(text) {
    const signs = [...text];
    return signs.slice(1).map((sign, place) => signs[place] + sign);
  }

  ask.forms = { learn, folded, bare, hasHan, unbracketed, tokens, joined, stem, syllables, soundAlike, sameSound, pairs };
})();

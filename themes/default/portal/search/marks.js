/**
 * Marks in a text what was found, in whatever spelling it was looked for.
 */
(function () {
  "use strict";

  const search = /** @type {any} */ (window).shanhuoSearch;
  const { forms } = search;

  /** @typedef {[number, number]} Span From and to, in the text as it is written. */
  /** @typedef {{text: string[], places: Span[]}} Mapped */

  /**
   * @param {Mapped} mapped
   * @param {string} needle In the compared form.
   * @returns {Span[]}
   */
  function occurrences(mapped, needle) {
    const signs = [...needle];
    /** @type {Span[]} */
    const found = [];
    for (let at = 0; signs.length > 0 && at + signs.length <= mapped.text.length; at += 1) {
      if (signs.every((sign, number) => mapped.text[at + number] === sign)) {
        found.push(spanOf(mapped, at, signs.length));
      }
    }
    return found;
  }

  /** @param {Mapped} mapped @param {number} at @param {number} length @returns {Span} */
  function spanOf(mapped, at, length) {
    return [mapped.places[at][0], mapped.places[at + length - 1][1]];
  }

  /** @param {Mapped} mapped @returns {Mapped} Without blanks, punctuation and symbols. */
  function bareOf(mapped) {
    /** @type {Mapped} */
    const found = { text: [], places: [] };
    mapped.text.forEach(function (sign, number) {
      if (forms.bare(sign) !== "") {
        found.text.push(sign);
        found.places.push(mapped.places[number]);
      }
    });
    return found;
  }

  /**
   * Returns where a text holds a query: all of it, else its words.
   *
   * @param {string} text
   * @param {string} query In the compared form.
   * @param {string[]} words
   * @returns {Span[]} Rising, none touching another.
   */
  function spans(text, query, words) {
    const mapped = forms.mapped(text);
    const bare = bareOf(mapped);
    let found = occurrences(mapped, query);
    if (found.length === 0) {
      found = occurrences(bare, forms.bare(query));
    }
    if (found.length === 0) {
      words.forEach((word) => found.push(...ofWord(mapped, word)));
    }
    return merged(found);
  }

  /** @param {Mapped} mapped @param {string} word @returns {Span[]} Of the word, else of its pairs. */
  function ofWord(mapped, word) {
    const signs = [...word];
    if (!forms.isCjk(word)) {
      return signs.length > 1 ? occurrences(mapped, word) : [];
    }
    const whole = occurrences(mapped, word);
    if (whole.length > 0 || signs.length < 3) {
      return whole;
    }
    signs.slice(1).forEach((second, at) => whole.push(...occurrences(mapped, signs[at] + second)));
    return whole;
  }

  /**
   * Returns where a text holds what was said: so many of its characters, letters and digits counted alone.
   *
   * @param {string} text
   * @param {[number, number]} sounded Place of the first, and how many.
   * @returns {Span[]}
   */
  function soundedSpans(text, sounded) {
    const bare = bareOf(forms.mapped(text));
    const [at, length] = sounded;
    return at + length <= bare.text.length ? [spanOf(bare, at, length)] : [];
  }

  /** @param {Span[]} found @returns {Span[]} */
  function merged(found) {
    /** @type {Span[]} */
    const joined = [];
    for (const [from, to] of [...found].sort((one, other) => one[0] - other[0])) {
      const last = joined[joined.length - 1];
      if (last && from <= last[1]) {
        last[1] = Math.max(last[1], to);
      } else {
        joined.push([from, to]);
      }
    }
    return joined;
  }

  /**
   * @param {string} text
   * @param {Span[]} found
   * @returns {Node[]} The text, what was found in it marked.
   */
  function marked(text, found) {
    /** @type {Node[]} */
    const nodes = [];
    let last = 0;
    for (const [from, to] of found) {
      const mark = document.createElement("mark");
      mark.className = "sh-mark";
      mark.textContent = text.slice(from, to);
      nodes.push(document.createTextNode(text.slice(last, from)), mark);
      last = to;
    }
    nodes.push(document.createTextNode(text.slice(last)));
    return nodes;
  }

  search.marks = { spans, soundedSpans, marked };
})();

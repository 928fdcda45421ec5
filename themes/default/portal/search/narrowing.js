/**
 * The filter beside results: for each facet the values that the results have, and how many have each.
 */
(function () {
  "use strict";

  const search = /** @type {any} */ (window).shanhuoSearch;

  /** @typedef {Map<string, Set<number>>} Chosen Facet → places of its chosen values. */

  /** Facets in the order in which they are shown. */
  const FACETS = ["kind", "category", "origin", "mark", "mode"];
  /** Values shown of a facet where it has more than this and two; the others on demand. */
  const SHOWN = 6;

  /**
   * @param {Facts} facts
   * @param {Chosen} chosen
   * @param {string} [except] A facet of which it does not matter what is chosen.
   * @returns {boolean} Whether a subject has one of the chosen values of every facet.
   */
  function fits(facts, chosen, except) {
    for (const [facet, values] of chosen) {
      if (facet !== except && values.size > 0 && !facts.values[facet].some((value) => values.has(value))) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param {Facts[]} all Of all results.
   * @param {Chosen} chosen
   * @param {string} facet
   * @returns {Array<[number, number]>} Values and numbers of results, the most first.
   */
  function counted(all, chosen, facet) {
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const facts of all) {
      const count = fits(facts, chosen, facet) ? 1 : 0;
      for (const value of facts.values[facet]) {
        counts.set(value, (counts.get(value) || 0) + count);
      }
    }
    return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  }

  /**
   * @param {string} tag
   * @param {string} className
   * @param {...(Node | string)} content
   * @returns {HTMLElement}
   */
  function make(tag, className, ...content) {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  }

  /**
   * @param {string} facet
   * @param {[number, number]} value And the number of results.
   * @param {Told} label
   * @param {boolean} isChosen
   * @returns {HTMLElement}
   */
  function item(facet, [value, count], label, isChosen) {
    const box = /** @type {HTMLInputElement} */ (make("input", "sh-facet__box"));
    box.type = "checkbox";
    box.checked = isChosen;
    box.dataset.shFacet = facet;
    box.dataset.shValue = String(value);
    const words = make("span", "sh-facet__text", Array.isArray(label) ? label[0] : label);
    if (Array.isArray(label)) {
      words.lang = label[1];
    }
    const line = make("label", "sh-facet__value", box, words, make("span", "sh-facet__count", String(count)));
    line.classList.toggle("sh-facet__value--none", count === 0);
    return make("li", "", line);
  }

  /**
   * Draws the facets anew; what had the focus keeps it.
   *
   * @param {HTMLElement} panel
   * @param {Facts[]} all Of all results.
   * @param {Chosen} chosen
   * @param {Object<string, Told[]>} labels
   * @param {Object<string, string>} words `title-<facet>`, `rest` with `{count}`.
   * @param {Set<string>} open Facets of which the reader wants to see all values.
   */
  function draw(panel, all, chosen, labels, words, open) {
    const active = document.activeElement;
    const focused = active instanceof HTMLElement ? Object.assign({}, active.dataset) : {};
    panel.replaceChildren();
    for (const facet of FACETS) {
      const values = counted(all, chosen, facet);
      const own = chosen.get(facet) || new Set();
      if (values.length > 1 || own.size > 0) {
        panel.append(fieldset(facet, values, own, labels[facet], words, open));
      }
    }
    if (focused.shFacet && focused.shValue) {
      const same = panel.querySelector(`input[data-sh-facet="${focused.shFacet}"][data-sh-value="${focused.shValue}"]`);
      if (same instanceof HTMLElement) {
        same.focus();
      }
    }
  }

  /**
   * @param {string} facet
   * @param {Array<[number, number]>} values
   * @param {Set<number>} chosen
   * @param {Told[]} labels
   * @param {Object<string, string>} words
   * @param {Set<string>} open
   * @returns {HTMLElement}
   */
  function fieldset(facet, values, chosen, labels, words, open) {
    const list = make("ul", "sh-facet__values");
    const most = values.length > SHOWN + 2 ? SHOWN : values.length;
    const hidden = values.map(function (value, place) {
      const line = item(facet, value, labels[value[0]], chosen.has(value[0]));
      line.hidden = place >= most && !open.has(facet) && !chosen.has(value[0]);
      list.append(line);
      return line;
    });
    const rest = hidden.filter((line) => line.hidden);
    const group = make("fieldset", "sh-facet sh-facet--search", make("legend", "sh-facet__legend", words[facet]), list);
    if (rest.length > 0) {
      const button = make("button", "sh-facet__rest-button", words.rest.replace("{count}", () => String(rest.length)));
      button.setAttribute("type", "button");
      button.addEventListener("click", function () {
        open.add(facet);
        rest.forEach((line) => (line.hidden = false));
        /** @type {HTMLElement} */ (rest[0].querySelector("input")).focus();
        line.remove();
      });
      const line = make("p", "sh-facet__rest", button);
      group.append(line);
    }
    return group;
  }

  search.narrowing = { FACETS, fits, draw, make };
})();

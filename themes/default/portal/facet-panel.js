/**
 * The filter beside a list: its links become boxes to tick, in their places, and it gets the values that the page left
 * out because they are many.
 */
(function () {
  "use strict";

  /** @typedef {Map<string, Set<string>>} Chosen Facet → ids of its values. */
  /** @typedef {(key: string, id: string) => void} Toggle */

  const panel = /** @type {HTMLDetailsElement} */ (document.querySelector("[data-sh-filter]"));
  /** @type {Toggle} */
  let toggle = () => undefined;

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
   * @param {string} className
   * @param {() => void} act
   * @param {...(Node | string)} content
   * @returns {HTMLElement}
   */
  function button(className, act, ...content) {
    const element = make("button", className, ...content);
    element.setAttribute("type", "button");
    element.addEventListener("click", act);
    return element;
  }

  /**
   * @param {Element} inside
   * @returns {string} The facet that an element of the filter belongs to.
   */
  function facetOf(inside) {
    const facet = /** @type {HTMLElement} */ (inside.closest("[data-sh-facet]"));
    return facet.dataset.shFacet || "";
  }

  /** @returns {HTMLInputElement[]} */
  function boxes() {
    return [...panel.querySelectorAll("input")];
  }

  /**
   * @param {string} id
   * @param {Node[]} content The words of the value, the box left out.
   * @returns {HTMLElement} A value with a box to tick.
   */
  function tickable(id, content) {
    const box = /** @type {HTMLInputElement} */ (make("input", "sh-facet__box"));
    box.type = "checkbox";
    box.value = id;
    box.addEventListener("change", () => toggle(facetOf(box), id));
    return make("label", "sh-facet__value", box, ...content);
  }

  /**
   * Makes every link of the filter a box to tick.
   *
   * @param {Toggle} act Called when the reader ticks one, or takes its tick away.
   */
  function upgrade(act) {
    toggle = act;
    panel.querySelectorAll("a[data-sh-value]").forEach(function (link) {
      const id = /** @type {HTMLElement} */ (link).dataset.shValue || "";
      const content = [...link.childNodes].filter((node) => !(node instanceof Element && node.matches(".sh-facet__box")));
      link.replaceWith(tickable(id, content));
    });
  }

  /**
   * Adds the values that the page leaves out; what is not chosen is shown on demand.
   *
   * @param {import("./facet-data.js").Index} index
   * @param {Chosen} chosen
   * @param {string} words For the button that shows them, with `{count}`.
   */
  function complete(index, chosen, words) {
    const known = new Set(boxes().map((box) => `${facetOf(box)}=${box.value}`));
    for (const facet of index.facets) {
      const group = panel.querySelector(`[data-sh-facet="${facet.key}"]`);
      const list = group && group.querySelector("ul");
      if (!group || !list) {
        continue;
      }
      const others = facet.values.filter(([id]) => !known.has(`${facet.key}=${id}`));
      const items = others.map(function ([id, text, isForeign]) {
        const label = make("span", "sh-facet__text", text);
        if (isForeign) {
          label.lang = index.language;
        }
        const item = make("li", "", tickable(id, [label, make("span", "sh-facet__count")]));
        const wanted = chosen.get(facet.key);
        item.hidden = !(wanted && wanted.has(id));
        return item;
      });
      list.append(...items);
      offer(group, items.filter((item) => item.hidden), words);
    }
  }

  /**
   * @param {Element} group
   * @param {HTMLElement[]} hidden Values that are shown on demand.
   * @param {string} words
   */
  function offer(group, hidden, words) {
    if (hidden.length === 0) {
      return;
    }
    const act = function () {
      hidden.forEach((item) => (item.hidden = false));
      /** @type {HTMLElement} */ (hidden[0].querySelector("input")).focus();
      rest.remove();
    };
    const rest = make("p", "sh-facet__rest");
    rest.append(button("sh-facet__rest-button", act, words.replace("{count}", String(hidden.length))));
    const list = /** @type {Element} */ (group.querySelector("ul"));
    list.after(rest);
  }

  /** @param {Chosen} chosen */
  function tick(chosen) {
    for (const box of boxes()) {
      const ids = chosen.get(facetOf(box));
      box.checked = ids !== undefined && ids.has(box.value);
      if (box.checked) {
        /** @type {HTMLDetailsElement} */ (box.closest("details")).open = true;
      }
    }
    const size = [...chosen.values()].reduce((sum, ids) => sum + ids.size, 0);
    const number = /** @type {HTMLElement} */ (panel.querySelector("[data-sh-number]"));
    number.textContent = size > 0 ? String(size) : "";
  }

  /** @param {Map<string, number>} counts `facet=value` → number of products. */
  function count(counts) {
    for (const box of boxes()) {
      const products = counts.get(`${facetOf(box)}=${box.value}`) || 0;
      const value = /** @type {HTMLElement} */ (box.closest(".sh-facet__value"));
      value.classList.toggle("sh-facet__value--none", products === 0);
      /** @type {HTMLElement} */ (value.querySelector(".sh-facet__count")).textContent = String(products);
    }
  }

  /** @returns {Set<string>} */
  function facets() {
    return new Set([...panel.querySelectorAll("[data-sh-facet]")].map(facetOf));
  }

  /** @type {any} */ (window).shanhuoFilter = { panel, make, button, upgrade, complete, tick, count, facets };
})();

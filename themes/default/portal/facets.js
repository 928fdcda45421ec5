/**
 * Lets the reader combine what the links of a filter show one at a time.
 *
 * Without this script every value is a link to the products that have it. With it the links are boxes to tick: several
 * of one kind widen the choice, several kinds narrow it. The choice stands behind the `#` of the address, so that it
 * can be sent on and the back button undoes it. Data is read when the reader turns to the filter.
 */
(function () {
  "use strict";

  /** @typedef {import("./facet-data.js").Index} Index */

  const data = /** @type {any} */ (window).shanhuoProducts;
  const filter = /** @type {any} */ (window).shanhuoFilter;
  const { make, button } = filter;
  const page = /** @type {HTMLElement} */ (document.querySelector("[data-sh-list]"));
  const results = /** @type {HTMLElement} */ (page.querySelector("[data-sh-results]"));
  const counter = /** @type {HTMLElement} */ (page.querySelector("[data-sh-count]"));
  const orders = /** @type {HTMLAnchorElement[]} */ ([...page.querySelectorAll("[data-sh-sort]")]);
  const chips = make("ul", "sh-chips");
  const found = make("div", "sh-found");

  const words = page.dataset;
  const root = words.root || "";
  const pageSize = Number(words.pageSize);
  const ownOrder = words.order || "";
  const ownCount = counter.textContent || "";

  /** @type {Map<string, Set<string>>} Facet → ids of the chosen values. */
  let chosen = new Map();
  let order = ownOrder;
  /** @type {Promise<Index> | null} */
  let reading = null;
  let isRead = false;
  /** Of what was asked for last: what comes later than the next question is dropped. */
  let turn = 0;

  /** @returns {Promise<Index>} */
  function readIndex() {
    if (reading === null) {
      const asked = data.readIndex(root + words.index).then(function (/** @type {Index} */ index) {
        isRead = true;
        filter.complete(index, chosen, words.rest);
        return index;
      });
      // Who asked is told; the next one tries again.
      asked.catch(() => (reading = null));
      reading = asked;
      return asked;
    }
    return reading;
  }

  /** Moves behind the `#` what a link of another page asks for behind the `?`, which only a server may be asked. */
  function takeQuery() {
    const asked = new URLSearchParams(location.search);
    if (location.hash === "" && [...filter.facets()].some((key) => asked.has(key))) {
      const address = `${location.pathname}#${asked}`;
      try {
        history.replaceState(null, "", address);
      } catch (error) {
        location.replace(address); // a page opened as a file may not change its query by itself
      }
    }
  }

  /** Reads from the address what is chosen. */
  function readAddress() {
    if (location.hash.length > 1 && !location.hash.includes("=")) {
      return; // a place on the page, no choice
    }
    const given = new URLSearchParams(location.hash.slice(1));
    const known = filter.facets();
    chosen = new Map();
    for (const [key, id] of given) {
      if (known.has(key)) {
        chosen.set(key, (chosen.get(key) || new Set()).add(id));
      }
    }
    const wanted = given.get("sort");
    order = orders.some((link) => link.dataset.shSort === wanted) ? String(wanted) : ownOrder;
    show();
  }

  /** Puts into the address what is chosen, as a step that the back button undoes. */
  function writeAddress() {
    if (chosen.size === 0) {
      order = ownOrder;
    }
    const given = new URLSearchParams();
    chosen.forEach((ids, key) => ids.forEach((id) => given.append(key, id)));
    if (order !== ownOrder) {
      given.append("sort", order);
    }
    const text = given.toString();
    history.pushState(null, "", text ? `#${text}` : location.pathname + location.search);
    show();
  }

  /**
   * @param {string} key
   * @param {string} id
   */
  function toggle(key, id) {
    const ids = chosen.get(key) || new Set();
    if (!ids.delete(id)) {
      ids.add(id);
    }
    chosen.delete(key);
    if (ids.size > 0) {
      chosen.set(key, ids);
    }
    writeAddress();
  }

  /** Shows what is chosen: in the boxes, as chips, as products. */
  function show() {
    const mine = ++turn;
    const isActive = chosen.size > 0 || order !== ownOrder;
    filter.tick(chosen);
    for (const link of orders) {
      if (link.dataset.shSort === order) {
        link.setAttribute("aria-current", "true");
      } else {
        link.removeAttribute("aria-current");
      }
    }
    if (isActive || isRead) {
      readIndex()
        .then((index) => mine === turn && showMatches(index, isActive))
        .catch(() => mine === turn && fail());
    }
  }

  function fail() {
    counter.textContent = words.failed || "";
  }

  /**
   * @param {Index} index
   * @param {boolean} isActive Something is chosen; else the page's own list is shown.
   */
  function showMatches(index, isActive) {
    const matched = data.match(chosen);
    filter.count(matched.counts);
    showChips(index);
    results.hidden = isActive;
    found.hidden = !isActive;
    if (!isActive) {
      counter.textContent = ownCount;
      return;
    }
    const all = index.orders[order] || index.rows.map((_, place) => place);
    const places = all.filter((place) => matched.found.has(place));
    counter.textContent = (words.count || "").replace("{count}", String(places.length));
    if (places.length === 0) {
      found.replaceChildren(make("p", "sh-empty", words.none || ""));
      return;
    }
    const grid = /** @type {HTMLElement} */ (/** @type {Element} */ (results.querySelector("ul")).cloneNode(false));
    found.replaceChildren(grid);
    showCards(grid, places, false);
  }

  /**
   * @param {HTMLElement} grid
   * @param {number[]} places Products that are still to be shown.
   * @param {boolean} isMore The reader asked for more of them.
   */
  function showCards(grid, places, isMore) {
    const mine = turn;
    const now = places.slice(0, pageSize);
    data
      .readCards(root, now)
      .then(function () {
        if (mine === turn) {
          const cell = /** @type {Element} */ (results.querySelector("ul > li"));
          const items = now.map((place) => withCard(cell, place));
          grid.append(...items);
          addMore(grid, places.slice(pageSize));
          const link = isMore && items[0].querySelector("a");
          if (link) {
            link.focus();
          }
        }
      })
      .catch(() => mine === turn && fail());
  }

  /**
   * @param {Element} cell Of the page's own grid.
   * @param {number} place
   * @returns {HTMLElement}
   */
  function withCard(cell, place) {
    const copy = /** @type {HTMLElement} */ (cell.cloneNode(false));
    copy.append(data.card(root, place));
    return copy;
  }

  /**
   * @param {HTMLElement} grid
   * @param {number[]} places
   */
  function addMore(grid, places) {
    if (places.length > 0) {
      const act = function () {
        more.remove();
        showCards(grid, places, true);
      };
      const more = make("p", "sh-found__more", button("sh-button sh-found__button", act, words.more || ""));
      found.append(more);
    }
  }

  /** @param {Index} index */
  function showChips(index) {
    const hadFocus = chips.contains(document.activeElement);
    chips.replaceChildren();
    for (const facet of index.facets) {
      const ids = chosen.get(facet.key) || new Set();
      for (const [id, text, isForeign] of facet.values.filter((value) => ids.has(value[0]))) {
        chips.append(make("li", "", chip(facet.key, id, text, isForeign ? index.language : "")));
      }
    }
    if (chips.childElementCount > 1) {
      const clear = function () {
        chosen = new Map();
        writeAddress();
      };
      chips.append(make("li", "", button("sh-chip sh-chip--clear", clear, words.clear || "")));
    }
    chips.hidden = chips.childElementCount === 0;
    if (hadFocus) {
      (chips.querySelector("button") || counter).focus();
    }
  }

  /**
   * @param {string} key
   * @param {string} id
   * @param {string} text
   * @param {string} language Of the text, where it is not the page's.
   * @returns {HTMLElement}
   */
  function chip(key, id, text, language) {
    const label = make("span", "sh-chip__text", text);
    if (language) {
      label.lang = language;
    }
    const cross = make("span", "sh-chip__cross", "×");
    cross.setAttribute("aria-hidden", "true");
    return button("sh-chip", () => toggle(key, id), make("span", "sh-hidden", `${words.remove} `), label, cross);
  }

  /** Reads the index before the first tick, and tells the numbers where the page does not. */
  function prepare() {
    readIndex()
      .then(() => filter.count(data.match(chosen).counts))
      .catch(() => undefined); // told when something is chosen
  }

  /** Lets the orders sort what is chosen; while nothing is, they lead to pages of their own. */
  function takeOrders() {
    for (const link of orders) {
      link.addEventListener("click", function (event) {
        if (chosen.size > 0) {
          event.preventDefault();
          order = link.dataset.shSort || ownOrder;
          writeAddress();
        }
      });
    }
  }

  /** Where the filter stands above the list, leads from it to the results. */
  function addWayToResults() {
    const act = function () {
      filter.panel.open = false;
      counter.focus();
      counter.scrollIntoView({ block: "start" });
    };
    filter.panel.append(button("sh-button sh-button--strong sh-filter__show", act, words.show || ""));
    if (!CSS.supports("selector(::details-content)") && window.matchMedia("(min-width: 64em)").matches) {
      filter.panel.open = true; // newer browsers show it beside the list by style alone
    }
  }

  filter.upgrade(toggle);
  chips.setAttribute("aria-label", words.chosen || "");
  chips.hidden = true;
  found.hidden = true;
  results.before(chips, found);
  counter.tabIndex = -1;
  addWayToResults();
  takeOrders();
  for (const interest of ["pointerenter", "focusin"]) {
    filter.panel.addEventListener(interest, prepare, { once: true });
  }
  window.addEventListener("popstate", readAddress);
  takeQuery();
  readAddress();
})();

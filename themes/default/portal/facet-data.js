/**
 * The products that a list can show, read as they are needed: an index of what each is, and cards a file at a time.
 *
 * Files are scripts that call a function, because a page that was opened as a file may read no others. Cards are built
 * from elements and texts (`generator/surfaces/markup_data.py`), never from markup.
 */
(function () {
  "use strict";

  /** @typedef {{key: string, values: Array<[string, string] | [string, string, 1]>}} Facet Ids, words, 1: foreign. */
  /**
   * @typedef {object} Index
   * @property {Facet[]} facets
   * @property {number[][]} rows Product → numbers of its values, counted through all facets.
   * @property {Object<string, number[]>} orders Name → products in that order; the recommended one is 0, 1, 2 …
   * @property {string} language Of words that are not in the page's language.
   * @property {number} perFile Cards in a file.
   * @property {string[]} files Version of each file of cards.
   */
  /** @typedef {0 | 1 | string | Array<string | 0>} Step */
  /** @typedef {{shapes: Step[][], cards: Array<Array<number | string>>}} Drawn */
  /** @typedef {Map<string, Set<string>>} Chosen Facet → ids of its values. */
  /** @typedef {{found: Set<number>, counts: Map<string, number>}} Matched `facet=value` → number of products. */

  const SVG = "http://www.w3.org/2000/svg";
  const HTML = "http://www.w3.org/1999/xhtml";
  /** Stands in cards for the way to the root. */
  const ROOT = "\u001f";

  /** @type {Index | null} */
  let index = null;
  /** @type {Map<number, Drawn>} */
  const files = new Map();

  /** @param {Index} given */
  function takeIndex(given) {
    index = given;
  }

  /**
   * @param {number} number
   * @param {string} version
   * @param {Drawn} drawn
   */
  function takeCards(number, version, drawn) {
    // Where the site was published anew meanwhile, places are no longer those of the index.
    if (index !== null && index.files[number] === version) {
      files.set(number, drawn);
    }
  }

  /**
   * @param {string} src
   * @returns {Promise<void>}
   */
  function load(src) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = src;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(src)));
      document.head.append(script);
    });
  }

  /**
   * @param {string} src
   * @returns {Promise<Index>} Fails where the file cannot be read.
   */
  function readIndex(src) {
    return load(src).then(function () {
      if (index === null) {
        throw new Error(src);
      }
      return index;
    });
  }

  /**
   * @param {string} root The way to the root of the site in the page's language.
   * @param {number[]} places Of the products whose cards are wanted.
   * @returns {Promise<void[]>} Fails where a file cannot be read, or is of another state of the site than the index.
   */
  function readCards(root, places) {
    const given = /** @type {Index} */ (index);
    const wanted = [...new Set(places.map((place) => Math.floor(place / given.perFile)))];
    return Promise.all(
      wanted
        .filter((number) => !files.has(number))
        .map(function (number) {
          const src = `${root}products/cards/${number}.js?v=${given.files[number]}`;
          return load(src).then(function () {
            if (!files.has(number)) {
              throw new Error(src);
            }
          });
        })
    );
  }

  /**
   * Builds a card that has been read.
   *
   * @param {string} root
   * @param {number} place Of its product.
   * @returns {DocumentFragment}
   */
  function card(root, place) {
    const perFile = /** @type {Index} */ (index).perFile;
    const file = /** @type {Drawn} */ (files.get(Math.floor(place / perFile)));
    const texts = file.cards[place % perFile];
    const built = document.createDocumentFragment();
    /** @type {any} */
    let at = built;
    let next = 1;
    for (const step of file.shapes[Number(texts[0])]) {
      if (step === 0) {
        at = at.parentNode;
      } else if (!Array.isArray(step)) {
        at.append(step === 1 ? texts[next++] : step);
      } else {
        const name = String(step[0]);
        const element = document.createElementNS(name === "svg" ? SVG : at.namespaceURI || HTML, name);
        for (let i = 1; i < step.length; i += 2) {
          const value = step[i + 1] === 0 ? texts[next++] : step[i + 1];
          element.setAttribute(String(step[i]), String(value).split(ROOT).join(root));
        }
        at.append(element);
        at = element;
      }
    }
    return built;
  }

  /**
   * Finds the products that have one of the chosen values in every facet, and counts for each value how many there
   * would be with it: the values chosen in its own facet do not narrow that.
   *
   * @param {Chosen} chosen
   * @returns {Matched}
   */
  function match(chosen) {
    const given = /** @type {Index} */ (index);
    /** @type {Array<{facet: string, key: string, isChosen: boolean}>} */
    const values = [];
    for (const facet of given.facets) {
      const wanted = chosen.get(facet.key);
      for (const [id] of facet.values) {
        const isChosen = wanted !== undefined && wanted.has(id);
        values.push({ facet: facet.key, key: `${facet.key}=${id}`, isChosen: isChosen });
      }
    }
    const found = new Set();
    const counts = new Map(values.map((value) => [value.key, 0]));
    given.rows.forEach(function (row, place) {
      const unmet = new Set(chosen.keys());
      row.forEach((number) => values[number].isChosen && unmet.delete(values[number].facet));
      if (unmet.size === 0) {
        found.add(place);
      }
      for (const number of row) {
        const value = values[number];
        if (unmet.size === 0 || (unmet.size === 1 && unmet.has(value.facet))) {
          counts.set(value.key, (counts.get(value.key) || 0) + 1);
        }
      }
    });
    return { found: found, counts: counts };
  }

  const shared = /** @type {any} */ (window);
  shared.shanhuoFacets = takeIndex;
  shared.shanhuoCards = takeCards;
  shared.shanhuoProducts = { readIndex: readIndex, readCards: readCards, card: card, match: match };
})();

/**
 * Goods as they arrive: one small script a product and language, loaded by an element, since pages that are opened as
 * files may read no others.
 */
(function () {
  "use strict";
  /** @type {any} */
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  /**
   * @typedef {{id: string, name: string, accent: string, item: string, card: string, slide: string,
   *   compared: string[], until: string}} Goods
   */
  /** @type {Object<string, Goods>} */
  var known = {};
  /** @type {Object<string, ((goods: Goods|null) => void)[]>} */
  var waiting = {};

  /** @param {string} language @param {Goods} goods */
  function take(language, goods) {
    var key = language + "/" + goods.id;
    known[key] = goods;
    (waiting[key] || []).forEach((done) => done(goods));
    delete waiting[key];
  }

  /** What is there already; null where it has still to come.
   * @param {string} language @param {string} id @returns {Goods|null} */
  function get(language, id) {
    return known[language + "/" + id] || null;
  }

  /** @param {string} language @param {string} id @param {(goods: Goods|null) => void} [done] */
  function want(language, id, done) {
    var key = language + "/" + id;
    if (known[key]) {
      if (done) done(known[key]);
      return;
    }
    if (waiting[key]) {
      if (done) waiting[key].push(done);
      return;
    }
    waiting[key] = done ? [done] : [];
    var script = document.createElement("script");
    script.src = "goods/" + key + ".js";
    script.onload = () => script.remove();
    script.onerror = () => {
      script.remove();
      (waiting[key] || []).forEach((told) => told(null));
      delete waiting[key];
    };
    document.head.appendChild(script);
  }

  /** Loads all, a few at a time, so that a lift in the meantime finds a free way.
   * @param {string[]} languages @param {string[]} ids @param {() => void} done */
  function wantAll(languages, ids, done) {
    var keys = /** @type {[string, string][]} */ ([]);
    languages.forEach((language) => ids.forEach((id) => keys.push([language, id])));
    var at = 0;
    var open = 0;
    function next() {
      if (at >= keys.length && !open) return done();
      while (at < keys.length && open < 4) {
        open += 1;
        want(keys[at][0], keys[at][1], () => {
          open -= 1;
          setTimeout(next, 0);
        });
        at += 1;
      }
    }
    next();
  }

  shanhuo.goods = { take: take, get: get, want: want, wantAll: wantAll };
})();

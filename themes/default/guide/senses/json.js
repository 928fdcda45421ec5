/**
 * Sensors that send JSON: one object a line, one a message, or a list; pretty or not, cut anywhere. A record separator
 * (U+001E, RFC 7464) begins anew, so what knows of whole messages sets one before each.
 *
 * Understood are `{"sensor": "W01", "state": "lifted"}` (or `returned`), `{"tag": "12", "lifted": true}`,
 * `{"code": "…"}`, `{"presence": true, "sensor": "…"}`, `{"sensor": "W01", "grams": 123}`, and the events themselves.
 */
(function () {
  "use strict";
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  var decoders = (shanhuo.decoders = shanhuo.decoders || {});

  /** Longest object, in characters; a longer one is noise. */
  var LONGEST = 4096;
  /** Longest text that is taken from one. */
  var TEXT = 128;
  var LIFTED = ["lift", "lifted", "up", "picked", "picked-up", "pickup", "removed"];
  var RETURNED = ["return", "returned", "down", "placed", "put-back", "putback", "back"];

  /** @typedef {{text: string, depth: number, quoted: boolean, escaped: boolean, last: string, broken: boolean, weights: any}} Memory */

  /** @returns {Memory} */
  function fresh() {
    return { text: "", depth: 0, quoted: false, escaped: false, last: "", broken: false, weights: null };
  }

  /**
   * @param {Memory | null} memory
   * @param {string} chunk
   * @param {{threshold?: number}} [settings]
   * @returns {{memory: Memory, events: Object[]}}
   */
  function decode(memory, chunk, settings) {
    var now = /** @type {Memory} */ (Object.assign(fresh(), memory));
    /** @type {Object[]} */
    var events = [];
    for (var place = 0; place < chunk.length; place += 1) {
      var whole = step(now, chunk[place]);
      if (whole) take(now, events, whole, settings || {});
    }
    return { memory: now, events: events };
  }

  /** @param {Memory} now @param {string} character @returns {string} An object that is whole; mostly empty. */
  function step(now, character) {
    if (character === "\x1E") {
      forget(now);
      return "";
    }
    var isEnd = character === "\n" || character === "\r";
    // No text goes over lines, and no object begins on a new line where a name is due: what came before was cut off.
    var isAnew = character === "{" && now.depth > 0 && now.broken && ":,[".indexOf(now.last) < 0;
    if ((isEnd && now.quoted) || isAnew || now.text.length >= LONGEST) forget(now);
    if (isEnd) {
      now.broken = now.depth > 0;
      return "";
    }
    if (!now.depth) {
      if (character !== "{") return "";
      now.text = "{";
      now.depth = 1;
      now.last = "{";
      return "";
    }
    now.text += character;
    if (now.quoted) {
      if (now.escaped) now.escaped = false;
      else if (character === "\\") now.escaped = true;
      else if (character === '"') now.quoted = false;
      return "";
    }
    if (character === " " || character === "\t") return "";
    now.broken = false;
    now.last = character;
    if (character === '"') now.quoted = true;
    else if (character === "{") now.depth += 1;
    else if (character === "}") now.depth -= 1;
    if (now.depth) return "";
    var whole = now.text;
    forget(now);
    return whole;
  }

  /** @param {Memory} now */
  function forget(now) {
    Object.assign(now, fresh(), { weights: now.weights });
  }

  /** @param {Memory} now @param {Object[]} events @param {string} text @param {{threshold?: number}} settings */
  function take(now, events, text, settings) {
    var told;
    try {
      told = JSON.parse(text);
    } catch (wrong) {
      return;
    }
    if (typeof told.grams === "number" && name(told.sensor)) {
      var weighed = decoders.weight.step(now.weights, name(told.sensor), told.grams, settings);
      now.weights = weighed.memory;
      weighed.events.forEach(function (/** @type {Object} */ event) { events.push(event); });
      return;
    }
    var event = eventOf(told);
    if (event) events.push(event);
  }

  /** @param {any} value @returns {string} */
  function name(value) {
    return typeof value === "string" || typeof value === "number" ? String(value).slice(0, TEXT) : "";
  }

  /** @param {Object<string, any>} told @returns {Object | null} */
  function eventOf(told) {
    /** @type {Object<string, string>} */
    var where = {};
    if (name(told.sensor)) where.sensor = name(told.sensor);
    var tag = name(told.tag);
    var present = told.type === "presence" ? told.present : told.presence;
    if (typeof present === "boolean" || present === 0 || present === 1) {
      return Object.assign({ type: "presence", present: Boolean(present) }, where);
    }
    var code = name(told.code);
    if (code) return { type: "scan", code: shanhuo.codes.stripped(code) };
    if (tag) where.tag = shanhuo.codes.key(tag);
    if (!where.tag && !where.sensor) return null;
    var isLifted = liftedOf(told);
    return isLifted === null ? null : Object.assign({ type: isLifted ? "lift" : "return" }, where);
  }

  /** @param {Object<string, any>} told @returns {boolean | null} */
  function liftedOf(told) {
    if (typeof told.lifted === "boolean") return told.lifted;
    if (told.lifted === 0 || told.lifted === 1) return told.lifted === 1;
    var state = name(told.state || told.event || told.type).toLowerCase().replace(/[\s_]/g, "-");
    if (LIFTED.indexOf(state) >= 0) return true;
    return RETURNED.indexOf(state) >= 0 ? false : null;
  }

  decoders.json = { decode: decode };
})();

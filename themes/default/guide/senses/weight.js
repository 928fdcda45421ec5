/**
 * Scales beneath the goods: a sudden loss is a lift, a sudden gain a return.
 *
 * How much stands there is learnt from the first reading and follows slow changes (warmth, damp), so nobody calibrates.
 * As a decoder of its own it reads lines such as `W01 512.5`, `W01:512g` and `W01=0.5 kg`.
 */
(function () {
  "use strict";
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  var decoders = (shanhuo.decoders = shanhuo.decoders || {});

  /** Loss or gain that counts, in grams, unless `settings.threshold` says otherwise. */
  var THRESHOLD = 20;
  /** Part of a small difference that the known weight moves by. */
  var DRIFT = 0.125;
  /** Sensors that are remembered; more are noise. */
  var MOST = 256;
  /** Longest line. */
  var LONGEST = 128;

  /** @typedef {Object<string, {grams: number, lifted: boolean}>} Weights */

  /**
   * @param {Weights | null} memory
   * @param {string} sensor
   * @param {number} grams
   * @param {{threshold?: number}} [settings]
   * @returns {{memory: Weights, events: Object[]}}
   */
  function step(memory, sensor, grams, settings) {
    var known = memory || {};
    var before = Object.prototype.hasOwnProperty.call(known, sensor) ? known[sensor] : null;
    if (!isFinite(grams) || (!before && Object.keys(known).length >= MOST)) return { memory: known, events: [] };
    var threshold = (settings && settings.threshold) || THRESHOLD;
    /** @type {Object[]} */
    var events = [];
    var now = { grams: grams, lifted: before ? before.lifted : false };
    if (before && grams <= before.grams - threshold) {
      now.lifted = true;
      events.push({ type: "lift", sensor: sensor });
    } else if (before && grams >= before.grams + threshold) {
      // More than before without a lift is a shelf that was filled.
      if (before.lifted) events.push({ type: "return", sensor: sensor });
      now.lifted = false;
    } else if (before) {
      now.grams = before.grams + (grams - before.grams) * DRIFT;
    }
    var after = Object.assign({}, known);
    after[sensor] = now;
    return { memory: after, events: events };
  }

  /**
   * @param {{rest: string, weights: Weights | null} | null} memory
   * @param {string} chunk
   * @param {{threshold?: number}} [settings]
   * @returns {{memory: {rest: string, weights: Weights | null}, events: Object[]}}
   */
  function decode(memory, chunk, settings) {
    var lines = ((memory ? memory.rest : "") + chunk).split(/[\r\n]/);
    // Only the end of an overlong line is kept, with a mark before it that no reading begins with.
    var rest = lines.pop() || "";
    var now = { rest: rest.length > LONGEST ? "\x00" + rest.slice(-LONGEST) : rest, weights: memory ? memory.weights : null };
    /** @type {Object[]} */
    var events = [];
    lines.forEach(function (line) {
      if (line.length > LONGEST) return;
      var found = /^\s*([A-Za-z][\w-]{0,31})\s*[\s:=,;]\s*([+-]?\d{1,7}(?:\.\d{1,4})?)\s*(k?g)?\s*$/.exec(line);
      if (!found) return;
      var weighed = step(now.weights, found[1], Number(found[2]) * (found[3] === "kg" ? 1000 : 1), settings);
      now.weights = weighed.memory;
      weighed.events.forEach(function (event) { events.push(event); });
    });
    return { memory: now, events: events };
  }

  decoders.weight = { decode: decode, step: step };
})();

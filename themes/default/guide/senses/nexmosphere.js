/**
 * Nexmosphere controllers: X-talk messages of a serial port, such as `XR[PU002]`, `X001A[1]` and `X001B[TD=UID:04A2]`.
 *
 * A message ends at its bracket, so neither line ends nor packets matter; whatever is no message is noise. What an
 * address means is told by `settings.sensors` (address → kind):
 *
 * - `pickup`  wired and wireless pick-up, light: 0 stands, 1 to 3 lifted, 4 more is an alarm. Any address without a kind.
 * - `magnetic` the same the other way round: 3 stands, 0 lifted.
 * - `presence` X-Eye by infrared: a distance zone, near from 1 to `settings.near` (9).
 * - `motion` X-Eye by radar: an amount of movement, 0 is none.
 * - `ignore` says nothing.
 *
 * Tags (`XR…` of the older antenna, `TD`/`TR` of the newer one), zones with `Dz=` and scales with `PU=`/`PB=` tell what
 * they are by themselves. Cameras that guess at a person's sex and age are not listened to.
 */
(function () {
  "use strict";
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  var decoders = (shanhuo.decoders = shanhuo.decoders || {});

  /** Longer than any message, so that what is kept of noise holds the beginning of one. */
  var KEPT = 128;
  /** Which of the newer antenna's fields a display's tags are written in → how they look. */
  var FORMS = [
    { name: "UID", pattern: /^[0-9A-F]{8,}$/ },
    { name: "TNR", pattern: /^\d{1,5}$/ },
    { name: "LB1", pattern: /^./ },
  ];

  /**
   * @typedef {{rest: string, tag: {number: string, lifted: boolean} | null, present: Object<string, boolean>,
   *   fields: Object<string, string>}} Memory
   * `rest`: what may be the beginning of a message; `tag`: the first line of two that tell of a tag;
   * `fields`: address → names of the fields that its antenna has told.
   */

  /**
   * @param {Memory | null} memory What `decode` returned before.
   * @param {string} chunk What came since, however it was cut.
   * @param {{sensors?: Object<string, string>, near?: number, tags?: string[]}} [settings]
   * @returns {{memory: Memory, events: Object[]}}
   */
  function decode(memory, chunk, settings) {
    var now = memory
      ? { rest: memory.rest, tag: memory.tag, present: memory.present, fields: memory.fields }
      : { rest: "", tag: null, present: {}, fields: {} };
    /** @type {Object[]} */
    var events = [];
    var parts = (now.rest + chunk).split("]");
    now.rest = (parts.pop() || "").slice(-KEPT);
    parts.forEach(function (part) {
      var found = /(?:XR\[P([UB])(\d{1,5})|X(\d{3})([AB])\[([^[\]\r\n]{0,64}))$/.exec(part.slice(-KEPT));
      if (!found) return;
      if (found[1]) {
        flush(now, events);
        now.tag = { number: shanhuo.codes.key(found[2]), lifted: found[1] === "U" };
      } else if (found[4] === "A") {
        value(now, events, "X" + found[3], found[5], settings || {});
      } else {
        flush(now, events);
        told(now, events, "X" + found[3], found[5], settings || {});
      }
    });
    return { memory: now, events: events };
  }

  /** A tag whose second line did not come is told without its antenna. @param {Memory} now @param {Object[]} events */
  function flush(now, events) {
    if (now.tag) events.push({ type: now.tag.lifted ? "lift" : "return", tag: now.tag.number });
    now.tag = null;
  }

  /**
   * @param {Memory} now
   * @param {Object[]} events
   * @param {string} sensor
   * @param {string} text What stands in the brackets of a short message.
   * @param {{sensors?: Object<string, string>, near?: number}} settings
   */
  function value(now, events, sensor, text, settings) {
    if (!/^\d{1,3}$/.test(text)) return flush(now, events);
    var number = Number(text);
    if (now.tag && number === (now.tag.lifted ? 1 : 0)) {
      events.push({ type: now.tag.lifted ? "lift" : "return", tag: now.tag.number, sensor: sensor });
      now.tag = null;
      return;
    }
    flush(now, events);
    var kind = (settings.sensors || {})[sensor] || "pickup";
    if (kind === "presence") presence(now, events, sensor, number >= 1 && number <= (settings.near || 9));
    else if (kind === "motion") presence(now, events, sensor, number > 0);
    else if (kind === "pickup" || kind === "light") lifted(events, sensor, (number & 3) !== 0, number);
    else if (kind === "magnetic") lifted(events, sensor, (number & 3) === 0, number);
  }

  /** @param {Object[]} events @param {string} sensor @param {boolean} isLifted @param {number} number */
  function lifted(events, sensor, isLifted, number) {
    if (number < 8) events.push({ type: isLifted ? "lift" : "return", sensor: sensor });
  }

  /** Told when it changes, not with every step. @param {Memory} now @param {Object[]} events @param {string} sensor @param {boolean} isPresent */
  function presence(now, events, sensor, isPresent) {
    if (now.present[sensor] === isPresent) return;
    now.present = Object.assign({}, now.present);
    now.present[sensor] = isPresent;
    events.push({ type: "presence", present: isPresent, sensor: sensor });
  }

  /**
   * @param {Memory} now
   * @param {Object[]} events
   * @param {string} sensor
   * @param {string} text What stands in the brackets of a long message.
   * @param {{sensors?: Object<string, string>, near?: number, tags?: string[]}} settings
   */
  function told(now, events, sensor, text, settings) {
    if ((settings.sensors || {})[sensor] === "ignore") return;
    var zone = /^Dz=(\d{1,2}|AB|XX)$/i.exec(text);
    if (zone) {
      var near = /^AB$/i.test(zone[1]) || (/^\d/.test(zone[1]) && Number(zone[1]) <= (settings.near || 99));
      return presence(now, events, sensor, near);
    }
    var item = /^P([UB])=(\d{1,3})$/.exec(text);
    if (item) {
      events.push({ type: item[1] === "U" ? "lift" : "return", tag: shanhuo.codes.key(item[2]), sensor: sensor });
      return;
    }
    var tag = /^T([DR])=(.+)$/.exec(text);
    if (!tag) return;
    var chosen = field(now, sensor, tag[2], settings.tags || []);
    // The antenna sees a tag that is there; one that it loses was lifted.
    if (chosen) events.push({ type: tag[1] === "R" ? "lift" : "return", tag: shanhuo.codes.key(chosen), sensor: sensor });
  }

  /**
   * An antenna tells one field of a tag, or several, in one message or in one each. One of them counts: the one that the
   * display's tags are written in, as soon as it has been seen; until then the first.
   *
   * @param {Memory} now
   * @param {string} sensor
   * @param {string} text Such as `UID:04A2` or `UID:04A2 TNR:00042`.
   * @param {string[]} tags Tags of the display.
   * @returns {string} The value that counts; empty where another message has it.
   */
  function field(now, sensor, text, tags) {
    /** @type {Object<string, string>} */
    var values = {};
    text.split(/(?=(?:UID|TNR|LB[123]):)/).forEach(function (part) {
      var found = /^(UID|TNR|LB[123]):([^,;]*)/.exec(part);
      if (found && found[2].trim()) values[found[1]] = found[2].trim();
    });
    var names = Object.keys(values);
    if (!names.length) return "";
    var seen = (now.fields[sensor] || "").split(" ").filter(Boolean);
    var known = seen.concat(names.filter(function (name) { return seen.indexOf(name) < 0; }));
    now.fields = Object.assign({}, now.fields);
    now.fields[sensor] = known.join(" ");
    var keys = tags.map(shanhuo.codes.key);
    var matching = names.filter(function (name) { return keys.indexOf(shanhuo.codes.key(values[name])) >= 0; });
    if (matching.length) return values[matching[0]];
    var form = FORMS.filter(function (each) {
      return known.indexOf(each.name) >= 0 && keys.length > 0 && keys.every(function (one) { return each.pattern.test(one); });
    })[0];
    var wanted = form ? form.name : known[0];
    return values[wanted] || "";
  }

  /**
   * What has waited for a second line long enough is told without it.
   *
   * @param {Memory | null} memory
   * @returns {{memory: Memory | null, events: Object[]}}
   */
  function settle(memory) {
    if (!memory || !memory.tag) return { memory: memory, events: [] };
    var now = Object.assign({}, memory);
    /** @type {Object[]} */
    var events = [];
    flush(now, events);
    return { memory: now, events: events };
  }

  decoders.nexmosphere = { decode: decode, settle: settle };
})();

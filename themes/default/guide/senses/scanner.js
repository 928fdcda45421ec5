/**
 * Readers on a serial line, and whatever else sends a code a line: each line is a scan.
 */
(function () {
  "use strict";
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  var decoders = (shanhuo.decoders = shanhuo.decoders || {});

  /** Longest and shortest line that is a code. */
  var LONGEST = 512;
  var LEAST = 4;

  /**
   * @param {{rest: string} | null} memory
   * @param {string} chunk
   * @param {{prefix?: string, suffix?: string}} [settings]
   * @returns {{memory: {rest: string}, events: Object[]}}
   */
  function decode(memory, chunk, settings) {
    var ways = settings || {};
    var lines = ((memory ? memory.rest : "") + chunk).split(/[\r\n\t\x02\x03]/);
    // One character more than a code may have is enough to know that this line is none.
    var rest = (lines.pop() || "").slice(0, LONGEST + 1);
    /** @type {Object[]} */
    var events = [];
    lines.forEach(function (line) {
      if (line.length > LONGEST || /[\x00-\x1B\x7F\uFFFD]/.test(line)) return;
      if (ways.prefix && line.indexOf(ways.prefix) === 0) line = line.slice(ways.prefix.length);
      if (ways.suffix && line.slice(-ways.suffix.length) === ways.suffix) line = line.slice(0, -ways.suffix.length);
      var code = shanhuo.codes.stripped(line);
      if (code.length >= LEAST) events.push({ type: "scan", code: code });
    });
    return { memory: { rest: rest }, events: events };
  }

  decoders.scanner = { decode: decode };
})();

/**
 * What the screen senses: drivers hand events in, the display listens.
 *
 * An event is `{type: "lift" | "return", sensor?, tag?}`, `{type: "presence", present, sensor?}`, `{type: "scan", code}`,
 * or `{type: "silent" | "alive", source}` for a connection that is lost, or back.
 */
(function () {
  "use strict";
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});

  /** Milliseconds after which a decoder is asked for what it still holds. */
  var SETTLE = 150;
  var TYPES = ["lift", "return", "presence", "scan", "silent", "alive"];
  /** @type {Array<(event: Object) => void>} */
  var listeners = [];
  /** @typedef {{stop: () => void, connect?: () => Promise<boolean>, waits?: () => boolean}} Driver */
  /** @type {Object<string, (input: any, context: any) => Driver>} Kind of input → what starts it. */
  var drivers = {};

  /** @param {(event: Object) => void} listener @returns {() => void} Ends it. */
  function listen(listener) {
    listeners.push(listener);
    return function () {
      listeners = listeners.filter(function (each) { return each !== listener; });
    };
  }

  /** @param {any} event What is no event is dropped; a listener that fails does not keep it from the others. */
  function emit(event) {
    if (!event || TYPES.indexOf(event.type) < 0) return;
    listeners.slice().forEach(function (listener) {
      try {
        listener(event);
      } catch (wrong) {
        console.error(wrong);
      }
    });
  }

  /**
   * Begin to listen to everything that the display is connected with.
   *
   * @param {{inputs?: any[], slots?: Array<{tag?: string}>}} settings Those of the display.
   * @returns {{stop: () => void, connect: () => Promise<boolean>, waits: () => boolean}}
   *   `waits`: an input needs somebody's permission; `connect` asks for it, within a click or a touch.
   */
  function start(settings) {
    var tags = (settings.slots || []).map(function (slot) { return slot.tag || ""; }).filter(Boolean);
    /** @type {Object<string, number>} How many inputs of a kind there are. */
    var counts = {};
    /** @type {Driver[]} */
    var running = [];
    var rehearsed = Boolean(shanhuo.senses.isRehearsed && shanhuo.senses.isRehearsed());
    (settings.inputs || []).concat([{ kind: "rehearsal" }]).forEach(function (input) {
      var begin = drivers[input.kind];
      if (!begin || (rehearsed && (input.kind === "serial" || input.kind === "socket"))) return;
      counts[input.kind] = (counts[input.kind] || 0) + 1;
      running.push(begin(input, { tags: tags, number: counts[input.kind] - 1, emit: emit }));
    });
    return {
      stop: function () {
        running.splice(0).forEach(function (driver) { driver.stop(); });
      },
      connect: function () {
        var asked = running.filter(function (driver) { return driver.connect && driver.waits && driver.waits(); });
        return Promise.all(asked.map(function (driver) { return driver.connect ? driver.connect() : false; })).then(
          function (answers) { return answers.every(Boolean); }
        );
      },
      waits: function () {
        return running.some(function (driver) { return Boolean(driver.waits && driver.waits()); });
      },
    };
  }

  /**
   * What turns the data of one source into events; what is remembered of it stays in here.
   *
   * @param {any} input The input's settings.
   * @param {{tags: string[], emit: (event: Object) => void}} context
   * @returns {{take: (name: string, data: string) => void, forget: () => void}} `take`: the decoder's name, and data.
   */
  function decoding(input, context) {
    /** @type {any} */
    var memory = null;
    var timer = 0;
    var ways = Object.assign({ tags: context.tags }, input);

    /** @param {{memory: any, events: Object[]}} told */
    function keep(told) {
      memory = told.memory;
      told.events.forEach(context.emit);
    }
    return {
      take: function (name, data) {
        var known = shanhuo.decoders && Object.prototype.hasOwnProperty.call(shanhuo.decoders, name);
        if (!known) return;
        var decoder = shanhuo.decoders[name];
        keep(decoder.decode(memory, data, ways));
        if (!decoder.settle) return;
        window.clearTimeout(timer);
        timer = window.setTimeout(function () {
          keep(decoder.settle(memory));
        }, SETTLE);
      },
      forget: function () {
        window.clearTimeout(timer);
        memory = null;
      },
    };
  }

  shanhuo.senses = { listen: listen, emit: emit, start: start, drivers: drivers, decoding: decoding };
})();

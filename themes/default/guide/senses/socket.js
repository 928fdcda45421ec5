/**
 * Sensors behind a WebSocket: the bridge beside the screen, or a device that sends events as JSON itself.
 *
 * The bridge passes on raw data as `{"source", "decoder", "data"}`, says `{"beat": n}` every few seconds, and
 * `{"source", "state": "silent" | "alive"}` when something behind it is lost or back. Where it asks for a token, the page
 * is opened once with `#token=…`; it is remembered and taken out of the address.
 */
(function () {
  "use strict";
  var shanhuo = globalThis.shanhuo;

  var ADDRESS = "ws://127.0.0.1:8765/";
  /** Milliseconds until the next attempt, at first and at most. */
  var FIRST = 500;
  var MOST = 15000;
  /** Milliseconds without a beat after which a connection is held for dead; it has beaten before. */
  var SILENCE = 12000;
  /** Sources whose memory is kept. */
  var MOST_SOURCES = 64;
  var KEPT = "shanhuo-bridge-token";

  /** @returns {string} */
  function token() {
    var given = /[#&]token=([\w-]+)/.exec(location.hash);
    try {
      if (given) {
        localStorage.setItem(KEPT, given[1]);
        history.replaceState(null, "", location.href.replace(/[#&]token=[\w-]+/, ""));
      }
      return given ? given[1] : localStorage.getItem(KEPT) || "";
    } catch (refused) {
      return given ? given[1] : "";
    }
  }

  /**
   * @param {{url?: string, decoder?: string}} input
   * @param {{tags: string[], emit: (event: Object) => void}} context
   * @returns {{stop: () => void}}
   */
  function begin(input, context) {
    var url = input.url || ADDRESS;
    var word = token();
    var isStopped = false;
    /** @type {boolean | null} */
    var isAlive = null;
    var delay = FIRST;
    var retry = 0;
    var silence = 0;
    /** @type {WebSocket | null} */
    var socket = null;
    /** @type {Map<string, {take: (name: string, data: string) => void, forget: () => void}>} */
    var sources = new Map();
    /** @type {Set<string>} Sources behind the bridge that are lost. */
    var lost = new Set();

    /** @param {boolean} alive */
    function tell(alive) {
      if (isAlive === alive || isStopped) return;
      isAlive = alive;
      context.emit({ type: alive ? "alive" : "silent", source: url });
    }

    function open() {
      if (isStopped) return;
      try {
        socket = word ? new WebSocket(url, ["shanhuo", "token." + word]) : new WebSocket(url);
      } catch (wrong) {
        return again();
      }
      socket.onopen = function () {
        sources.clear();
        tell(true);
      };
      socket.onmessage = function (event) {
        delay = FIRST;
        if (typeof event.data === "string") take(event.data);
      };
      socket.onclose = again;
    }

    function again() {
      if (socket) socket.onopen = socket.onmessage = socket.onclose = null;
      socket = null;
      window.clearTimeout(silence);
      window.clearTimeout(retry);
      tell(false);
      // A little chance, so that all screens of a hall do not come back in one moment.
      if (!isStopped) retry = window.setTimeout(open, delay * (0.75 + Math.random() / 2));
      delay = Math.min(delay * 2, MOST);
    }

    /** @param {string} text */
    function take(text) {
      var told;
      try {
        told = JSON.parse(text);
      } catch (wrong) {
        told = null;
      }
      if (told && typeof told.beat === "number") {
        window.clearTimeout(silence);
        silence = window.setTimeout(dead, SILENCE);
      } else if (told && typeof told.source === "string" && /^(silent|alive)$/.test(told.state)) {
        change(told.source, told.state === "alive");
      } else if (told && typeof told.decoder === "string" && typeof told.data === "string") {
        decodingOf(String(told.source)).take(told.decoder, told.data);
      } else {
        var name = input.decoder || "json";
        // Each message is a whole; in JSON a separator before it says so.
        decodingOf("").take(name, (name === "json" ? "\x1E" : "") + text + "\n");
      }
    }

    /** @param {string} source @param {boolean} alive */
    function change(source, alive) {
      if (alive ? !lost.delete(source) : lost.has(source)) return;
      if (!alive) lost.add(source);
      sources.delete(source);
      context.emit({ type: alive ? "alive" : "silent", source: source });
    }

    /** @param {string} source */
    function decodingOf(source) {
      var known = sources.get(source);
      if (known) return known;
      if (sources.size >= MOST_SOURCES) sources.clear();
      var made = shanhuo.senses.decoding(input, context);
      sources.set(source, made);
      return made;
    }

    function dead() {
      var silent = socket;
      again();
      if (silent) silent.close();
    }

    open();
    return {
      stop: function () {
        isStopped = true;
        window.clearTimeout(silence);
        window.clearTimeout(retry);
        if (!socket) return;
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
      },
    };
  }

  shanhuo.senses.drivers.socket = begin;
})();

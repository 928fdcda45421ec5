/**
 * Sensors on a serial port of this machine, by Web Serial.
 *
 * A port that was permitted once (by a person, or by the policy file of an installed screen) is opened by itself, and
 * again when it comes back. Otherwise the input waits for `connect`.
 */
(function () {
  "use strict";
  var shanhuo = globalThis.shanhuo;

  /** Milliseconds until a lost port is looked for again, at first and at most. */
  var FIRST = 500;
  var MOST = 15000;

  /**
   * @param {{decoder?: string, baud?: number}} input
   * @param {{tags: string[], number: number, emit: (event: Object) => void}} context
   * @returns {{stop: () => void, connect: () => Promise<boolean>, waits: () => boolean}}
   */
  function begin(input, context) {
    /** @type {any} */
    var serial = /** @type {any} */ (navigator).serial;
    var source = "serial" + (context.number ? context.number + 1 : "");
    var decoding = shanhuo.senses.decoding(input, context);
    var isStopped = false;
    var isWaiting = false;
    var isOpen = false;
    /** @type {boolean | null} What was told last. */
    var isAlive = null;
    var delay = FIRST;
    var timer = 0;
    /** @type {any} */
    var reader = null;

    /** @param {boolean} alive */
    function tell(alive) {
      if (isAlive === alive || isStopped) return;
      isAlive = alive;
      context.emit({ type: alive ? "alive" : "silent", source: source });
    }

    function look() {
      window.clearTimeout(timer);
      if (isStopped || isOpen) return;
      serial.getPorts().then(
        function (/** @type {any[]} */ ports) {
          var port = ports[context.number];
          isWaiting = !port;
          if (port && !isOpen && !isStopped) return run(port);
          if (!port) again();
        },
        again
      );
    }

    function again() {
      tell(false);
      window.clearTimeout(timer);
      if (!isStopped) timer = window.setTimeout(look, delay);
      delay = Math.min(delay * 2, MOST);
    }

    /** @param {any} port @returns {Promise<void>} */
    function run(port) {
      isOpen = true;
      return port
        .open({ baudRate: input.baud || 115200, bufferSize: 4096 })
        .then(function () {
          decoding.forget();
          tell(true);
          return readAll(port);
        })
        .catch(function () {})
        .then(function () {
          return port.close();
        })
        .catch(function () {})
        .then(function () {
          isOpen = false;
          again();
        });
    }

    /** Reads until the port is gone; a framing or parity error gives another stream. @param {any} port @returns {Promise<void>} */
    function readAll(port) {
      var text = new TextDecoder();
      if (!port.readable || isStopped) return Promise.resolve();
      reader = port.readable.getReader();
      /** @returns {Promise<boolean>} Whether there may be another stream. */
      function next() {
        return reader.read().then(
          function (/** @type {{value?: Uint8Array, done: boolean}} */ piece) {
            if (piece.done) return false;
            delay = FIRST;
            decoding.take(input.decoder || "nexmosphere", text.decode(piece.value, { stream: true }));
            return next();
          },
          function () {
            return true;
          }
        );
      }
      return next().then(function (more) {
        reader.releaseLock();
        reader = null;
        return more ? readAll(port) : undefined;
      });
    }

    if (serial) {
      serial.addEventListener("connect", look);
      look();
    } else {
      tell(false);
    }
    return {
      stop: function () {
        isStopped = true;
        window.clearTimeout(timer);
        if (serial) serial.removeEventListener("connect", look);
        if (reader) reader.cancel().catch(function () {});
      },
      connect: function () {
        if (!serial) return Promise.resolve(false);
        return serial.requestPort().then(
          function () {
            look();
            return true;
          },
          function () {
            return false;
          }
        );
      },
      waits: function () {
        return Boolean(serial) && isWaiting;
      },
    };
  }

  shanhuo.senses.drivers.serial = begin;
})();

/**
 * Events from the simulator around the display: taken from the page that frames this one, and only from the same site.
 *
 * A display that no simulator frames, or whose address does not say `#simulator`, takes none. One that does has no other
 * sensors: what is tried out is not mixed with what happens at a shelf.
 */
(function () {
  "use strict";
  var shanhuo = globalThis.shanhuo;

  /** @returns {boolean} */
  function isRehearsed() {
    return window.parent !== window && /(^#|&)simulator(&|$)/.test(location.hash);
  }

  /**
   * @param {Object} input
   * @param {{emit: (event: Object) => void}} context
   * @returns {{stop: () => void}}
   */
  function begin(input, context) {
    /** @param {MessageEvent} event */
    function take(event) {
      // Pages read from files have no origin to compare; there the frame around is all that is known.
      var isOurs = event.source === window.parent && (event.origin === location.origin || location.protocol === "file:");
      if (!isOurs || !event.data || event.data.shanhuo !== 1 || event.data.type !== "sense") return;
      context.emit(event.data.event);
    }

    if (isRehearsed()) {
      window.addEventListener("message", take);
      window.parent.postMessage({ shanhuo: 1, type: "ready" }, location.protocol === "file:" ? "*" : location.origin);
    }
    return {
      stop: function () {
        window.removeEventListener("message", take);
      },
    };
  }

  shanhuo.senses.drivers.rehearsal = begin;
  shanhuo.senses.isRehearsed = isRehearsed;
})();

/** Days, hours and brightness by a clock that may be wrong: pure. */
(function () {
  "use strict";
  /** @type {any} */
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});

  /** The later of the clock's day and that of the data: a clock that has lost its battery stands in the past.
   * @param {string} day ISO 8601 @param {string} made ISO 8601 @returns {string} */
  function believed(day, made) {
    return day < made ? made : day;
  }

  /** @param {number} minute @param {[number, number]} span @returns {boolean} */
  function within(minute, span) {
    return span[0] < span[1] ? minute >= span[0] && minute < span[1] : minute >= span[0] || minute < span[1];
  }

  /** Lit at all times where no hours are told, or the clock is not believed.
   * @param {number} minute of the day @param {[number, number][]} hours @param {boolean} trusted @returns {boolean} */
  function isOpen(minute, hours, trusted) {
    return !hours.length || !trusted || hours.some((span) => within(minute, span));
  }

  /** Brightness in percent.
   * @param {number} minute of the day @param {[number, number][]} levels the earliest first @returns {number} */
  function level(minute, levels) {
    if (!levels.length) return 100;
    var before = levels.filter((each) => each[0] <= minute);
    return (before.length ? before[before.length - 1] : levels[levels.length - 1])[1];
  }

  /** Where the whole picture lies in a minute: on a slow round of at most 12 pixels about its middle.
   * @param {number} minute since any beginning @returns {[number, number]} pixels across and down */
  function drift(minute) {
    var round = (2 * Math.PI * (minute % 60)) / 60;
    return [Math.round(12 * Math.sin(round)), Math.round(12 * Math.sin(2 * round) * 0.5)];
  }

  shanhuo.clock = { believed: believed, isOpen: isOpen, level: level, drift: drift };
})();

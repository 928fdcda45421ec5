/** Keeps the display alive: the worker that holds its files, and a fresh start when nobody looks. */
(function () {
  "use strict";
  /** @type {any} */
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  var MINUTE = 60000;
  /** Hour of the night at which a page that has run for long begins anew. */
  var NIGHT = 4;
  var LONG = 12 * 60 * MINUTE;
  var isNew = false;

  /** @param {any} settings @param {() => any} stateOf */
  function start(settings, stateOf) {
    if (shanhuo.player) return; // which has the files, and loads the page anew itself
    var began = Date.now();
    var served = location.protocol === "http:" || location.protocol === "https:";
    if (served && "serviceWorker" in navigator) keepFiles();
    setInterval(() => {
      var state = stateOf();
      var rests = state.screen === "attract" || state.screen === "idle" || state.screen === "closed";
      var isNight = new Date().getHours() === NIGHT && Date.now() - began > LONG;
      if (rests && (isNew || isNight)) location.reload();
    }, MINUTE / 2);
  }

  function keepFiles() {
    navigator.serviceWorker.register("sw.js").catch(() => undefined);
    navigator.serviceWorker.addEventListener("message", (event) => {
      if (event.data === "shanhuo:kept") document.body.setAttribute("data-kept", "");
      if (event.data === "shanhuo:new") isNew = true;
    });
    navigator.serviceWorker.ready.then((registration) => {
      if (registration.active) registration.active.postMessage("shanhuo:kept?");
      setInterval(() => registration.update().catch(() => undefined), 30 * MINUTE);
    });
  }

  shanhuo.keeping = { start: start };
})();

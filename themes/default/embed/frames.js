/**
 * Frames that change their height: `<iframe data-shanhuo="its address" src="the same">`.
 *
 * Only the frame itself is believed, known by its window; where it has an origin, only that of its address; and never a
 * height that nobody could want.
 */
(function () {
  "use strict";
  var LEAST = 40;
  var MOST = 6000;

  /** @param {HTMLIFrameElement} frame */
  function originOf(frame) {
    var link = document.createElement("a");
    link.href = frame.src;
    return link.protocol + "//" + link.host;
  }

  function frames() {
    return /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll("iframe[data-shanhuo]"));
  }

  addEventListener("message", function (event) {
    var told = event.data;
    if (!told || told.shanhuo !== 1 || told.type !== "height" || typeof told.height !== "number") return;
    var known = frames();
    for (var i = 0; i < known.length; i += 1) {
      if (known[i].contentWindow !== event.source) continue;
      if (event.origin !== "null" && event.origin !== originOf(known[i])) return;
      if (!(told.height >= LEAST && told.height <= MOST)) return;
      known[i].style.setProperty("height", Math.ceil(told.height) + "px", "important");
    }
  });

  /** Frames that spoke before this script was here are asked to do so again. */
  function ask() {
    var known = frames();
    for (var i = 0; i < known.length; i += 1) {
      var inside = known[i].contentWindow;
      if (inside) inside.postMessage({ shanhuo: 1, type: "ask" }, "*");
    }
  }
  if (document.readyState === "complete") ask();
  else addEventListener("load", ask);
})();

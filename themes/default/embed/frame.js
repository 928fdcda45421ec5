/**
 * Inside a frame on somebody else's page: takes the theme that its address asks for, and tells how high it is.
 *
 * Nothing is told but an id and a height, so it may be told to anyone: in a sandbox this page has no origin, and the
 * page around it is not known (`"*"`).
 */
(function () {
  "use strict";
  var column = /** @type {HTMLElement} */ (document.querySelector(".sh-c"));
  var last = 0;

  var theme = /[#&]theme=(light|dark|auto)(&|$)/.exec(location.hash);
  if (theme) column.classList.add("sh-c--" + theme[1]);
  var layout = /[#&]layout=(list|cards|banner)(&|$)/.exec(location.hash);
  if (layout) {
    column.classList.remove("sh-c--list", "sh-c--cards", "sh-c--banner");
    column.classList.add("sh-c--" + layout[1]);
  }

  function tell() {
    var height = Math.ceil(column.getBoundingClientRect().height);
    // In a hidden frame everything is 0 high; that is nothing to go by.
    if (!height || height === last) return;
    last = height;
    parent.postMessage({ shanhuo: 1, type: "height", id: column.getAttribute("data-sh-id"), height: height }, "*");
  }

  if (parent === window) return;
  // Whoever comes late asks; the height is told again even if it is the same.
  addEventListener("message", function (event) {
    if (event.source === parent && event.data && event.data.shanhuo === 1 && event.data.type === "ask") {
      last = 0;
      tell();
    }
  });
  if (window.ResizeObserver) new ResizeObserver(tell).observe(column);
  addEventListener("load", tell);
  addEventListener("resize", tell);
  tell();
})();

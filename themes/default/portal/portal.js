/**
 * Lets the reader choose light or dark; without it the pages follow the system.
 * Sets `data-md-color-scheme` on the root before anything is drawn.
 */
(function () {
  "use strict";

  /** Name under which the choice is kept in this browser. */
  var KEY = "shanhuo-scheme";
  var root = document.documentElement;

  /** @returns {string | null} The scheme chosen earlier, `default` or `slate`. */
  function chosen() {
    try {
      return window.localStorage.getItem(KEY);
    } catch (error) {
      return null; // Storage is closed in some embedded browsers; the choice then lasts one page.
    }
  }

  /** @returns {boolean} Whether the page is dark now. */
  function isDark() {
    var scheme = root.getAttribute("data-md-color-scheme");
    return scheme ? scheme === "slate" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  /** @param {string} scheme `default` or `slate`. */
  function keep(scheme) {
    root.setAttribute("data-md-color-scheme", scheme);
    try {
      window.localStorage.setItem(KEY, scheme);
    } catch (error) {
      return;
    }
  }

  var earlier = chosen();
  if (earlier === "default" || earlier === "slate") {
    root.setAttribute("data-md-color-scheme", earlier);
  }

  document.addEventListener("DOMContentLoaded", function () {
    var button = /** @type {HTMLElement | null} */ (document.querySelector("[data-sh-scheme]"));
    if (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        keep(isDark() ? "default" : "slate");
      });
    }
  });
})();

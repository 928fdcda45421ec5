/**
 * Keeps what the reader has chosen: light or dark, and large type. Without it the pages follow the system, and large
 * type lasts as long as its address or its box.
 * Both are set on the root before anything is drawn, so that nothing moves.
 */
(function () {
  "use strict";

  /** Names under which the choices are kept in this browser. */
  var SCHEME = "shanhuo-scheme";
  var ELDER = "shanhuo-elder";
  /** An address that ends so is one for large type. */
  var ELDER_HASH = "#elder";
  var root = document.documentElement;

  /**
   * @param {string} name Name of a choice.
   * @returns {string | null} What was chosen earlier.
   */
  function kept(name) {
    try {
      return window.localStorage.getItem(name);
    } catch (error) {
      return null; // Storage is closed in some embedded browsers; the choice then lasts one page.
    }
  }

  /**
   * @param {string} name Name of a choice.
   * @param {string} value What is chosen.
   */
  function keep(name, value) {
    try {
      window.localStorage.setItem(name, value);
    } catch (error) {
      return;
    }
  }

  /** @returns {boolean} Whether the page is dark now. */
  function isDark() {
    var scheme = root.getAttribute("data-md-color-scheme");
    return scheme ? scheme === "slate" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  /** @param {string} scheme `default` or `slate`. */
  function setScheme(scheme) {
    root.setAttribute("data-md-color-scheme", scheme);
  }

  /** @param {boolean} on Whether type is large. */
  function setElder(on) {
    root.setAttribute("data-sh-elder", on ? "on" : "off");
    var box = document.getElementById("sh-elder");
    if (box instanceof HTMLInputElement) {
      box.checked = on;
    }
  }

  /** @param {boolean} on Whether the reader wants large type from now on. */
  function chooseElder(on) {
    setElder(on);
    keep(ELDER, on ? "on" : "off");
    if (!on && window.location.hash === ELDER_HASH) {
      window.location.replace("#"); // otherwise the address would ask for it again when it is opened
    }
  }

  var earlier = kept(SCHEME);
  if (earlier === "default" || earlier === "slate") {
    setScheme(earlier);
  }
  if (window.location.hash === ELDER_HASH) {
    chooseElder(true);
  } else {
    setElder(kept(ELDER) === "on");
  }

  window.addEventListener("hashchange", function () {
    if (window.location.hash === ELDER_HASH) {
      chooseElder(true);
    }
  });

  document.addEventListener("DOMContentLoaded", function () {
    setElder(root.getAttribute("data-sh-elder") === "on");
    var box = document.getElementById("sh-elder");
    if (box instanceof HTMLInputElement) {
      var ticked = box;
      ticked.addEventListener("change", function () {
        chooseElder(ticked.checked);
      });
    }
    if (window.location.protocol === "file:") {
      document.querySelectorAll('form[role="search"]').forEach(function (form) {
        form.setAttribute("action", form.getAttribute("action") + "index.html"); // a folder is no page there
      });
    }
    var button = document.querySelector("[data-sh-scheme]");
    if (button instanceof HTMLElement) {
      button.hidden = false;
      button.addEventListener("click", function () {
        var scheme = isDark() ? "default" : "slate";
        setScheme(scheme);
        keep(SCHEME, scheme);
      });
    }
  });
})();

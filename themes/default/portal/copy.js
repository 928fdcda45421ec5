/**
 * Buttons that copy a text of the page: `<button hidden data-sh-copy="id of the text" data-sh-copied="words after it">`.
 * Without this script they stay hidden and the text can be selected by hand.
 */
(function () {
  "use strict";

  /** How long a button says that it has copied, in milliseconds. */
  var SAID = 3000;

  /**
   * @param {HTMLElement} source What to select.
   * @returns {boolean} Whether the browser copied it; it does so in pages read from a file, too.
   */
  function copySelection(source) {
    var selection = window.getSelection();
    if (!selection) {
      return false;
    }
    selection.removeAllRanges();
    var range = document.createRange();
    range.selectNodeContents(source);
    selection.addRange(range);
    return document.execCommand("copy");
  }

  /**
   * @param {HTMLElement} source What to copy.
   * @returns {Promise<boolean>} Whether it was copied; if not, it is selected.
   */
  function copied(source) {
    if (!navigator.clipboard || !window.isSecureContext) {
      return Promise.resolve(copySelection(source));
    }
    return navigator.clipboard.writeText(source.innerText.trim()).then(
      function () {
        return true;
      },
      function () {
        return copySelection(source);
      }
    );
  }

  /** @param {HTMLButtonElement} button */
  function enable(button) {
    var source = document.getElementById(button.dataset.shCopy || "");
    var words = button.textContent;
    /** @type {number | undefined} */
    var timer;
    if (!source) {
      return;
    }
    var text = source;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      copied(text).then(function (done) {
        if (!done) {
          return;
        }
        button.textContent = button.dataset.shCopied || words;
        window.clearTimeout(timer);
        timer = window.setTimeout(function () {
          button.textContent = words;
        }, SAID);
      });
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("button[data-sh-copy]").forEach(function (button) {
      enable(/** @type {HTMLButtonElement} */ (button));
    });
  });
})();

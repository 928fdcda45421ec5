/** On a webmaster's own page: tries what the grades need and says in words which of them this page lets in. */
(function () {
  "use strict";
  var place = document.getElementById("shanhuo-test");
  var line = document.getElementById("shanhuo-test-script");
  if (!place || !line) return;
  var told = place;
  var frame = told.querySelector("iframe");
  var report = document.createElement("ul");
  /** @type {Object<string, boolean>} What this page lets in. */
  var allowed = Object.create(null);
  var isFrameSeen = false;
  /** How long a frame may take to answer, in milliseconds. */
  var PATIENCE = 3000;

  /** @param {string} name */
  function word(name) {
    return told.getAttribute("data-" + name) || "";
  }

  /** @param {string} name @param {boolean} good */
  function say(name, good) {
    allowed[name] = good;
    var entry = document.createElement("li");
    entry.setAttribute("data-test", name);
    entry.setAttribute("data-good", String(good));
    entry.textContent = word(name) + ": " + word(good ? "allowed" : "blocked");
    report.appendChild(entry);
  }

  function tellBest() {
    say("frame", isFrameSeen);
    var grade = allowed.style ? "B" : "A";
    if (isFrameSeen) grade = "D";
    if (allowed.element && allowed.fetch) grade = "E";
    var verdict = document.createElement("p");
    verdict.setAttribute("data-best", grade);
    verdict.textContent = word("advice").replace("{grade}", grade);
    told.appendChild(report);
    told.appendChild(verdict);
  }

  addEventListener("message", function (event) {
    if (frame && event.source === frame.contentWindow && event.data && event.data.shanhuo === 1) isFrameSeen = true;
  });

  function test() {
    var picture = told.querySelector("img");
    var hidden = told.querySelector("p[style]");
    say("picture", Boolean(picture && picture.complete && picture.naturalWidth));
    say("style", Boolean(hidden) && getComputedStyle(/** @type {Element} */ (hidden)).display === "none");
    say("element", Boolean(window.customElements && Element.prototype.attachShadow));
    // A frame that is refused has nobody who could answer.
    if (frame && frame.contentWindow) frame.contentWindow.postMessage({ shanhuo: 1, type: "ask" }, "*");
    var answered = window.fetch ? fetch(word("base") + "self-test.svg", { credentials: "omit" }) : Promise.reject();
    answered.then(
      function () {
        say("fetch", true);
      },
      function () {
        say("fetch", false);
      }
    );
    setTimeout(tellBest, PATIENCE);
  }

  line.hidden = true;
  if (document.readyState === "complete") test();
  else addEventListener("load", test);
})();

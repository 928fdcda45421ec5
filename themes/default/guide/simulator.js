/**
 * The simulator: what is done to the drawing of the shelf is handed to the display in the frame as if sensors had told it.
 *
 * By messages, because pages that are read from files may not reach into each other's frames.
 */
(function () {
  "use strict";
  /** @type {any} */
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});

  /** Pixels that goods are drawn up before they count as lifted. */
  var LIFTED = 28;
  /** Milliseconds between two touches of a chattering contact. */
  var CHATTER = 30;
  /** Milliseconds that a tour rests at each thing. */
  var REST = 3500;
  /** Entries that the log keeps. */
  var MOST = 40;
  /** A source that the silence is told of. */
  var SOURCE = "simulator";

  /** @type {Object<string, string>} */
  var words = {};
  /** @type {HTMLElement} */
  var glass;
  /** @type {HTMLIFrameElement} */
  var frame;
  /** @type {HTMLSelectElement} */
  var layouts;
  /** Goods that were touched last. @type {HTMLElement | null} */
  var last = null;
  /** @type {Object<string, any>} What decoders remember. */
  var memories = {};
  var tour = 0;

  /** @param {string} selector @returns {any} */
  function one(selector) {
    return document.querySelector(selector);
  }

  /** @returns {HTMLElement[]} */
  function goods() {
    return Array.prototype.slice.call(document.querySelectorAll("[data-slot]"));
  }

  /** @param {Object<string, any>} event @param {string} told */
  function send(event, told) {
    var target = location.protocol === "file:" ? "*" : location.origin;
    if (frame.contentWindow) frame.contentWindow.postMessage({ shanhuo: 1, type: "sense", event: event }, target);
    log(told, JSON.stringify(event));
  }

  /** @param {string} told @param {string} detail */
  function log(told, detail) {
    var list = one("[data-log]");
    var entry = document.createElement("p");
    entry.textContent = told;
    var code = document.createElement("code");
    code.className = "sh-sim__event";
    code.textContent = detail;
    entry.appendChild(code);
    list.appendChild(entry);
    while (list.children.length > MOST) list.firstElementChild.remove();
    list.scrollTop = list.scrollHeight;
  }

  /** @param {HTMLElement} button @returns {boolean} */
  function isOn(button) {
    return button.getAttribute("aria-pressed") === "true";
  }

  /** @param {HTMLElement} button @param {boolean} lifted What a contact says of goods. */
  function touch(button, lifted) {
    /** @type {Object<string, string>} */
    var event = { type: lifted ? "lift" : "return" };
    if (button.dataset.sensor) event.sensor = button.dataset.sensor;
    if (button.dataset.tag) event.tag = button.dataset.tag;
    send(event, words[lifted ? "lift" : "return"].replace("{name}", button.dataset.name || "").replace("{slot}", button.dataset.slot || ""));
  }

  /** @param {HTMLElement} button @param {boolean} lifted */
  function hold(button, lifted) {
    last = button;
    if (isOn(button) === lifted) return;
    button.setAttribute("aria-pressed", String(lifted));
    touch(button, lifted);
  }

  /** Goods are pressed, or drawn up and put back. @param {HTMLElement} button */
  function enable(button) {
    var start = 0;
    var moved = false;
    /** @type {number | null} */
    var pointer = null;

    button.addEventListener("pointerdown", function (event) {
      if (event.button) return;
      pointer = event.pointerId;
      start = event.clientY + (isOn(button) ? LIFTED : 0);
      moved = false;
      button.setPointerCapture(event.pointerId);
    });
    button.addEventListener("pointermove", function (event) {
      if (event.pointerId !== pointer) return;
      var up = start - event.clientY;
      var before = isOn(button) ? LIFTED : 0;
      if (Math.abs(up - before) < 6 && !moved) return;
      moved = true;
      button.classList.add("sh-sim__goods--held");
      button.style.transform = "translateY(" + -Math.max(0, Math.min(up, 120)) + "px)";
      hold(button, up > LIFTED);
    });
    /** @param {PointerEvent} event */
    function drop(event) {
      if (event.pointerId !== pointer) return;
      pointer = null;
      button.classList.remove("sh-sim__goods--held");
      button.style.transform = "";
    }
    button.addEventListener("pointerup", drop);
    button.addEventListener("pointercancel", drop);
    button.addEventListener("click", function () {
      // A drag ends with a click as well; it has said what it had to.
      if (!moved) hold(button, !isOn(button));
      moved = false;
    });
  }

  /** A contact that chatters: many touches, and at the end the other state than before. */
  function chatter() {
    var button = last || goods()[0];
    if (!button) return;
    var target = !isOn(button);
    var chosen = button;
    log(words.chatter + " · " + (button.dataset.name || ""), "");
    for (var count = 0; count < 9; count += 1) {
      window.setTimeout(touch, count * CHATTER, chosen, count % 2 === 0 ? target : !target);
    }
    chosen.setAttribute("aria-pressed", String(target));
    last = chosen;
  }

  function allBack() {
    goods().forEach(function (button) {
      hold(button, false);
    });
  }

  /** Lifts one thing after the other, each third time two at once. @param {HTMLElement} act */
  function startTour(act) {
    var all = goods();
    if (!all.length) return;
    var at = 0;
    function step() {
      if (at % 3 !== 2) allBack();
      hold(all[at % all.length], true);
      at += 1;
    }
    act.textContent = words.tour_stop;
    tour = window.setInterval(step, REST);
    step();
  }

  /** @param {HTMLElement} act */
  function stopTour(act) {
    window.clearInterval(tour);
    tour = 0;
    act.textContent = words.tour;
    allBack();
  }

  /** @type {Object<string, (act: HTMLElement) => void>} */
  var acts = {
    all: allBack,
    chatter: chatter,
    tour: function (act) {
      act.setAttribute("aria-pressed", String(!tour));
      if (tour) stopTour(act);
      else startTour(act);
    },
    presence: function (act) {
      var present = !isOn(act);
      act.setAttribute("aria-pressed", String(present));
      send({ type: "presence", present: present }, words[present ? "present" : "absent"]);
    },
    silence: function (act) {
      var silent = !isOn(act);
      act.setAttribute("aria-pressed", String(silent));
      send({ type: silent ? "silent" : "alive", source: SOURCE }, words[silent ? "silent" : "alive"]);
    },
    unknown: function () {
      send({ type: "lift", tag: "0000DEAD" }, words.unknown);
    },
  };

  /** @type {Object<string, (form: any) => void>} */
  var forms = {
    scan: function (form) {
      var code = shanhuo.codes.stripped(form.elements.code.value);
      if (code) send({ type: "scan", code: code }, words.scan);
    },
    raw: function (form) {
      var name = form.elements.decoder.value;
      var told = shanhuo.decoders[name].decode(memories[name] || null, form.elements.data.value, {});
      memories[name] = told.memory;
      if (!told.events.length) log(words.nothing, "");
      told.events.forEach(function (/** @type {any} */ event) {
        send(event, name);
      });
    },
  };

  /** Sets the screen to its own size and scales it into its place. */
  function fit() {
    var chosen = layouts.options[layouts.selectedIndex];
    var width = Number(chosen.dataset.width);
    var height = Number(chosen.dataset.height);
    var room = glass.parentElement ? glass.parentElement.clientWidth : width;
    var rim = glass.offsetWidth - glass.clientWidth;
    // Beside the shelf it may be as tall as the window; above it, it leaves room for the shelf.
    var tallest = window.matchMedia("(max-width: 68em)").matches ? window.innerHeight * 0.4 : window.innerHeight - 160;
    var scale = Math.min((room - rim) / width, Math.max(160, tallest) / height, 1);
    frame.width = String(width);
    frame.height = String(height);
    frame.style.transform = "scale(" + scale + ")";
    glass.style.width = Math.round(width * scale) + rim + "px";
    glass.style.height = Math.round(height * scale) + rim + "px";
  }

  /** Another screen is another page: the frame is made anew. */
  function change() {
    var address = (frame.getAttribute("src") || "").split("#")[0];
    var next = /** @type {HTMLIFrameElement} */ (frame.cloneNode());
    next.src = address + "#simulator&layout=" + layouts.value;
    told(false);
    glass.replaceChild(next, frame);
    frame = next;
    fit();
  }

  /** @param {boolean} connected */
  function told(connected) {
    var state = one("[data-state]");
    state.textContent = words[connected ? "connected" : "waiting"];
    state.classList.toggle("sh-sim__state--on", connected);
  }

  function start() {
    words = JSON.parse(document.body.dataset.words || "{}");
    glass = one("[data-glass]");
    frame = one(".sh-sim__frame");
    layouts = one("[data-layouts]");
    window.addEventListener("message", function (event) {
      if (event.source !== frame.contentWindow || !event.data || event.data.shanhuo !== 1) return;
      if (event.data.type === "ready") told(true);
    });
    goods().forEach(enable);
    document.querySelectorAll("[data-act]").forEach(function (act) {
      act.addEventListener("click", function () {
        acts[act.getAttribute("data-act") || ""](/** @type {HTMLElement} */ (act));
      });
    });
    document.querySelectorAll("[data-form]").forEach(function (form) {
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        forms[form.getAttribute("data-form") || ""](form);
      });
    });
    layouts.addEventListener("change", change);
    window.addEventListener("resize", fit);
    change();
  }

  // Scripts of the display have come before; they wait for settings that this page does not have.
  start();
})();

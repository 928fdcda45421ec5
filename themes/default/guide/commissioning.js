/**
 * Setting up: each product is lifted once, and its slot learns which sensor or tag that was.
 *
 * It begins where the address ends in `#commissioning`, or after the title was pressed for five seconds, and only where
 * a player is there to keep what was learnt.
 */
(function () {
  "use strict";
  /** @type {any} */
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  var LONG_PRESS = 5000;
  /** @type {{slot: string, sensor: string, tag: string}[]} */
  var learnt = [];
  var at = 0;
  /** @type {HTMLElement|null} */
  var sheet = null;

  /** @param {any} settings @param {(name: string) => string} words */
  function start(settings, words) {
    if (!shanhuo.player || !settings.slots.length) return;
    var title = /** @type {HTMLElement} */ (document.querySelector('[data-w="title"]'));
    var timer = 0;
    title.addEventListener("pointerdown", () => {
      timer = window.setTimeout(() => begin(settings, words), LONG_PRESS);
    });
    ["pointerup", "pointercancel", "pointerleave"].forEach((name) => {
      title.addEventListener(name, () => window.clearTimeout(timer));
    });
    if (/(^#|&)commissioning(&|$)/.test(location.hash)) begin(settings, words);
  }

  /** @param {any} settings @param {(name: string) => string} words */
  function begin(settings, words) {
    if (sheet) return;
    learnt = [];
    at = 0;
    sheet = document.createElement("section");
    sheet.className = "sh-g-commissioning";
    sheet.setAttribute("role", "dialog");
    document.body.appendChild(sheet);
    show(settings, words);
  }

  function isOpen() {
    return sheet !== null;
  }

  function close() {
    if (sheet) sheet.remove();
    sheet = null;
  }

  /** Takes a lift while it is set up; tells whether it did, so that the screen behind does not move.
   * @param {any} event @param {any} settings @param {(name: string) => string} words @returns {boolean} */
  function take(event, settings, words) {
    if (!sheet) return false;
    if (event.type !== "lift" || at >= settings.slots.length) return event.type !== "tick";
    var sensor = event.sensor || "";
    var tag = event.tag || "";
    if (learnt.some((each) => each.sensor === sensor && each.tag === tag)) return true;
    learnt.push({ slot: settings.slots[at].slot, sensor: sensor, tag: tag });
    at += 1;
    show(settings, words);
    return true;
  }

  /** @param {any} settings @param {(name: string) => string} words */
  function show(settings, words) {
    if (!sheet) return;
    var isDone = at >= settings.slots.length;
    sheet.textContent = "";
    line("h1", "sh-g-commissioning__title", words("commissioning"));
    if (isDone) line("p", "sh-g-commissioning__now", words("commissioning.done"));
    else {
      var slot = settings.slots[at];
      var goods = shanhuo.goods.get(document.documentElement.lang, slot.product);
      var name = goods ? goods.name : slot.product;
      line("p", "sh-g-commissioning__now", words("commissioning.lift").replace("{slot}", slot.slot).replace("{name}", name));
    }
    var list = document.createElement("ol");
    list.className = "sh-g-commissioning__list";
    learnt.forEach((each) => {
      var entry = document.createElement("li");
      entry.textContent = each.slot + " ← " + (each.tag || each.sensor);
      list.appendChild(entry);
    });
    sheet.appendChild(list);
    if (!isDone) {
      act(words("commissioning.skip"), () => {
        at += 1;
        show(settings, words);
      });
    }
    act(words("commissioning.keep"), () => keep(words));
    act(words("commissioning.cancel"), close);
  }

  /** @param {(name: string) => string} words */
  function keep(words) {
    var skipped = (shanhuo.learnt || []).filter((/** @type {any} */ old) => {
      return !learnt.some((each) => each.slot === old.slot || (each.sensor === old.sensor && each.tag === old.tag));
    });
    shanhuo.player.learn(learnt.concat(skipped)).then((/** @type {boolean} */ isKept) => {
      if (isKept) location.replace(location.pathname + location.search);
      else line("p", "sh-g-commissioning__fault", words("commissioning.fault"));
    });
  }

  /** @param {string} tag @param {string} name @param {string} text */
  function line(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    if (sheet) sheet.appendChild(element);
  }

  /** @param {string} text @param {() => void} does */
  function act(text, does) {
    var button = document.createElement("button");
    button.className = "sh-g-act";
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      does();
    });
    if (sheet) sheet.appendChild(button);
  }

  shanhuo.commissioning = { start: start, take: take, isOpen: isOpen };
})();

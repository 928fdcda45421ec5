/** The display's page: hands events to the state machine and puts its state onto the screen. */
(function () {
  "use strict";
  /** @type {any} */
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  /** Milliseconds between two looks at the clock. */
  var TICK = 200;
  /** Goods in the row of what stands on the shelf. */
  var MOST_CARDS = 24;
  /** @type {any} */
  var settings;
  /** @type {any} */
  var state;
  /** What stands on the screen. */
  var shown = "";
  var today = "";
  /** What listens to sensors; asks for a port where that needs a hand. @type {any} */
  var senses = null;
  /** Kind of what happened last. */
  var lastEvent = "";

  /** @param {string} name @returns {HTMLElement} */
  function place(name) {
    return /** @type {HTMLElement} */ (document.querySelector('[data-g="' + name + '"]'));
  }

  /** @param {string} name @returns {string} */
  function words(name) {
    return settings.words[state.language][name] || "";
  }

  /** @param {string} tag @param {string} name @param {string} [text] @returns {HTMLElement} */
  function made(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  /** A button that asks for something. @param {string} text @param {string} name @param {Object<string, string>} data */
  function button(text, name, data) {
    var element = made("button", name, text);
    element.setAttribute("type", "button");
    Object.keys(data).forEach((key) => element.setAttribute("data-" + key, data[key]));
    return element;
  }

  /** The one way in: whatever happens, to the eye or to a sensor.
   * @param {any} event */
  function happen(event) {
    if (shanhuo.commissioning && shanhuo.commissioning.take(event, settings, words)) return;
    var now = performance.now();
    if (event.type !== "tick") lastEvent = event.type;
    var next = shanhuo.machine.step(state, event, settings, now);
    if (next === state) return;
    state = next;
    show();
  }

  /** Names of what is on the screen: what is equal needs no new picture. */
  function key() {
    var slide = state.screen === "attract" || state.screen === "idle" ? state.slide : "";
    return [state.screen, state.items.join(), state.language, state.question, slide].join("|");
  }

  function show() {
    showNotice();
    showSilent();
    if (key() === shown) return;
    var language = document.documentElement.lang !== state.language;
    shown = key();
    if (language) showLanguage();
    document.body.setAttribute("data-screen", state.screen);
    document.querySelectorAll("[data-screen].sh-g-screen").forEach((section) => {
      /** @type {HTMLElement} */ (section).hidden = section.getAttribute("data-screen") !== state.screen;
    });
    var rests = state.screen === "attract" || state.screen === "idle" || state.screen === "closed";
    /** @type {HTMLElement} */ (document.querySelector(".sh-g-bar__back")).hidden = rests;
    /** @type {HTMLElement} */ (document.querySelector(".sh-g-bar__ask")).hidden = state.screen === "ask" || !shanhuo.asking;
    if (state.screen !== "ask" && shanhuo.asking) shanhuo.asking.leave();
    screens[state.screen]();
  }

  /** Runs *then* with goods as soon as they are there, unless the screen has gone on.
   * @param {string[]} ids @param {(goods: any[]) => void} then */
  function withGoods(ids, then) {
    var wanted = shown;
    /** @type {any[]} */
    var found = [];
    var left = ids.length;
    ids.forEach((id, at) => {
      shanhuo.goods.want(state.language, id, (/** @type {any} */ goods) => {
        found[at] = goods;
        left -= 1;
        if (!left && wanted === shown) then(found.filter(Boolean));
      });
    });
  }

  /** Prices past their day give way to the words of the shelf label. @param {HTMLElement} part */
  function fade(part) {
    part.querySelectorAll("[data-until]").forEach((element) => {
      element.classList.toggle("sh-g-price--old", (element.getAttribute("data-until") || "") < today);
    });
  }

  /** @type {Object<string, () => void>} */
  var screens = {
    attract: function () {
      var list = settings.playlist.length ? settings.playlist : settings.goods;
      withGoods([list[state.slide % list.length]], (goods) => {
        var slide = place("slide");
        slide.innerHTML = goods.length ? goods[0].slide : "";
        var invitation = made("p", "sh-g-invite", words(settings.slots.length ? "invite" : "invite.touch"));
        slide.appendChild(invitation);
      });
    },
    item: function () {
      withGoods(state.items, (goods) => {
        var item = place("item");
        item.innerHTML = goods.length ? goods[0].item : "";
        fade(item);
        addActs(item);
      });
    },
    compare: function () {
      withGoods(state.items, (goods) => {
        var compare = place("compare");
        compare.textContent = "";
        compare.appendChild(tableOf(goods));
      });
    },
    ask: function () {
      if (shanhuo.asking) shanhuo.asking.show(place("ask"), state, settings, happen);
    },
    idle: function () {
      var list = settings.playlist.length ? settings.playlist : settings.goods;
      withGoods([list[state.slide % list.length]], (goods) => {
        place("idle").innerHTML = goods.length ? goods[0].slide : "";
        place("idle").appendChild(made("p", "sh-g-invite", words("invite.touch")));
      });
    },
    closed: function () {},
  };

  /** What one can do with the thing in the hand: ask about it. @param {HTMLElement} item */
  function addActs(item) {
    var acts = /** @type {HTMLElement|null} */ (item.querySelector('[data-g="acts"]'));
    if (!acts || !shanhuo.asking) return;
    shanhuo.asking.chips(state, settings).forEach((/** @type {string} */ text) => {
      acts && acts.appendChild(button(text, "sh-g-act sh-g-act--chip", { do: "question", text: text }));
    });
  }

  /** @param {any[]} goods @returns {HTMLElement} */
  function tableOf(goods) {
    var table = made("table", "sh-g-table");
    var head = made("tr", "sh-g-table__head");
    head.appendChild(made("td", "sh-g-table__corner"));
    goods.forEach((each) => {
      var cell = made("th", "sh-g-table__goods");
      cell.setAttribute("scope", "col");
      cell.innerHTML = each.card;
      head.appendChild(cell);
    });
    table.appendChild(head);
    settings.lines[state.language].forEach((/** @type {[string, string]} */ line, /** @type {number} */ at) => {
      if (goods.every((each) => !each.compared[at])) return;
      var row = made("tr", "sh-g-table__row sh-g-table__row--" + line[0]);
      var name = made("th", "sh-g-table__name", line[1]);
      name.setAttribute("scope", "row");
      row.appendChild(name);
      goods.forEach((each) => {
        var isOld = (line[0] === "price" || line[0] === "per") && each.until && each.until < today;
        row.appendChild(made("td", "sh-g-table__value", isOld ? words("label_price") : each.compared[at] || "–"));
      });
      table.appendChild(row);
    });
    return table;
  }

  function showNotice() {
    var notice = place("notice");
    notice.hidden = !state.notice;
    if (state.notice) notice.textContent = words("unknown") + " " + words("unknown.text");
  }

  function showSilent() {
    var silent = place("silent");
    silent.hidden = !state.silent.length;
    silent.textContent = state.silent.length ? words("silent") : "";
    /** @type {HTMLElement} */ (document.querySelector('[data-do="connect"]')).hidden = !(senses && senses.waits());
  }

  function showLanguage() {
    document.documentElement.lang = state.language;
    document.querySelectorAll("[data-w]").forEach((element) => {
      element.textContent = words(element.getAttribute("data-w") || "");
    });
    place("made").textContent = words("made").replace("{day}", words("date"));
    var languages = place("languages");
    languages.textContent = "";
    languages.setAttribute("aria-label", words("language"));
    if (settings.languages.length > 1) {
      settings.languages.forEach((/** @type {string} */ language) => {
        var own = settings.words[language];
        var choice = button(own.short, "sh-g-act sh-g-act--language", { do: "language", language: language });
        choice.setAttribute("aria-label", own.name);
        choice.setAttribute("lang", language);
        choice.setAttribute("aria-pressed", String(language === state.language));
        languages.appendChild(choice);
      });
    }
    showCards();
  }

  function showCards() {
    var cards = place("cards");
    var language = state.language;
    var ids = settings.goods.slice(0, MOST_CARDS);
    cards.textContent = "";
    ids.forEach((/** @type {string} */ id) => {
      var room = made("div", "sh-g-cards__room");
      cards.appendChild(room);
      shanhuo.goods.want(language, id, (/** @type {any} */ goods) => {
        if (goods && state.language === language) room.innerHTML = goods.card;
      });
    });
  }

  /** @param {Event} event */
  function pressed(event) {
    var target = /** @type {Element} */ (event.target).closest("[data-do]");
    if (!target) return;
    /** @param {string} name */
    var told = (name) => target && target.getAttribute("data-" + name);
    var does = told("do");
    if (does === "connect") return senses && senses.connect();
    if (does === "listen") return listen(/** @type {HTMLElement} */ (target));
    happen({ type: does, product: told("product"), language: told("language"), text: told("text") });
  }

  /** Plays or stops what there is to hear, with its words beside it. @param {HTMLElement} act */
  function listen(act) {
    var sound = /** @type {HTMLAudioElement|null} */ (document.querySelector('[data-g="sound"]'));
    var captions = /** @type {HTMLElement|null} */ (document.querySelector('[data-g="captions"]'));
    if (!sound) return;
    var stops = !sound.paused;
    var settle = (/** @type {boolean} */ plays) => {
      act.textContent = words(plays ? "stop" : "listen");
      if (captions) captions.hidden = !plays;
      var article = act.closest(".sh-g-item");
      if (article) article.classList.toggle("sh-g-item--heard", plays);
    };
    settle(!stops);
    sound.onended = () => settle(false);
    if (stops) {
      sound.pause();
      sound.currentTime = 0;
    } else {
      sound.play().catch(() => settle(true)); // where nothing may sound, the words still stand there
    }
  }

  /** The day and the minute where the display stands. @param {Date} date @returns {{day: string, minute: number}} */
  function local(date) {
    var parts = /** @type {Object<string, string>} */ ({});
    new Intl.DateTimeFormat("en-GB", {
      timeZone: settings.zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(date)
      .forEach((part) => (parts[part.type] = part.value));
    return { day: parts.year + "-" + parts.month + "-" + parts.day, minute: +parts.hour * 60 + +parts.minute };
  }

  var lastMinute = -1;

  function tick() {
    var date = new Date();
    var minute = Math.floor(date.getTime() / 60000);
    var open = state.open;
    if (minute !== lastMinute) {
      lastMinute = minute;
      var here = local(date);
      today = shanhuo.clock.believed(here.day, settings.made);
      var trusted = today === here.day;
      open = shanhuo.clock.isOpen(here.minute, settings.hours, trusted);
      var at = shanhuo.clock.drift(minute);
      place("stage").style.transform = "translate(" + at[0] + "px," + at[1] + "px)";
      var level = trusted ? shanhuo.clock.level(here.minute, settings.levels) : 100;
      document.documentElement.style.setProperty("--sh-g-dark", String(1 - level / 100));
      fade(document.body);
    }
    happen({ type: "tick", open: open });
  }

  /** Slots as they were found where the display stands, over those of the data.
   * @param {any[]} slots @param {{slot: string, sensor: string, tag: string}[]} found */
  function learnt(slots, found) {
    return slots.map((slot) => {
      var own = found.find((each) => each.slot === slot.slot);
      return own ? Object.assign({}, slot, { sensor: own.sensor || slot.sensor, tag: own.tag || slot.tag }) : slot;
    });
  }

  function start() {
    settings = shanhuo.display;
    if (!settings) return;
    settings.slots = learnt(settings.slots, shanhuo.learnt || []);
    var layout = /layout=([a-z-]+)/.exec(location.hash); // to see how it would look on another screen
    if (layout) document.documentElement.setAttribute("data-layout", layout[1]);
    state = shanhuo.machine.first(settings, performance.now());
    document.addEventListener("click", pressed);
    document.addEventListener("pointerdown", () => happen({ type: "touch" }));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") happen({ type: "back" });
    });
    if (shanhuo.senses) {
      shanhuo.senses.listen(happen);
      senses = shanhuo.senses.start(settings);
    }
    tick();
    document.documentElement.lang = "";
    show();
    setInterval(tick, TICK);
    shanhuo.goods.wantAll(settings.languages, settings.goods, () => {
      document.body.setAttribute("data-ready", "");
      if (shanhuo.asking) shanhuo.asking.ready(settings.languages[0], () => undefined);
    });
    if (shanhuo.player) shanhuo.player.report = report;
    if (shanhuo.commissioning) shanhuo.commissioning.start(settings, words);
    if (shanhuo.keeping) shanhuo.keeping.start(settings, () => state);
  }

  /** What the player is told: that the page lives, and nothing of a visitor. */
  function report() {
    var rests = state.screen === "attract" || state.screen === "idle" || state.screen === "closed";
    return { state: state.screen, event: lastEvent, idle: rests };
  }

  shanhuo.screen = { happen: happen, state: () => state };
  document.addEventListener("DOMContentLoaded", start);
})();

/**
 * The state machine of a display: pure, without clock, page or sensors.
 *
 * `step(state, event, settings, now)` returns the next state; the same object where nothing changed. Events are those of
 * the senses (lift, return, scan, presence, silent, alive), of the page (show, ask, question, back, language)
 * and `tick`, which lets time pass.
 *
 * A lift counts at once, since a shopper waits for it. A return counts only once it has lasted `timings.settle`, so a
 * contact that chatters while a hand takes or puts back a thing neither flashes nor sticks.
 */
(function () {
  "use strict";
  /** @type {any} */
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});

  /**
   * @typedef {{slot: string, product: string, sensor: string, tag: string}} Slot
   * @typedef {{settle: number, linger: number, idle: number, rest: number, held: number, ask: number, notice: number,
   *   slide: number}} Timings  Milliseconds.
   * @typedef {{slots: Slot[], goods: string[], alone: string[], codes: Object<string, string>, languages: string[],
   *   timings: Timings}} Settings  `alone`: goods that are never compared, since a warning stands on them.
   * @typedef {{key: string, product: string, at: number}} Held
   * @typedef {{screen: "attract"|"item"|"compare"|"ask"|"idle"|"closed", items: string[], held: Held[],
   *   leaving: {key: string, at: number}[], question: string, language: string, last: number, released: number,
   *   slide: number, slid: number, present: boolean|null, silent: string[], open: boolean,
   *   notice: {kind: "unknown", code: string, at: number}|null}} State
   * @typedef {{type: string, sensor?: string, tag?: string, code?: string, product?: string, text?: string,
   *   language?: string, present?: boolean, source?: string, open?: boolean}} Happening
   */

  /** @param {Settings} settings @param {number} now @returns {State} */
  function first(settings, now) {
    return {
      screen: "attract",
      items: [],
      held: [],
      leaving: [],
      question: "",
      language: settings.languages[0],
      last: now,
      released: now,
      slide: 0,
      slid: now,
      present: null,
      silent: [],
      open: true,
      notice: null,
    };
  }

  /** @param {State} state @param {Partial<State>} changes @returns {State} */
  function changed(state, changes) {
    return Object.assign({}, state, changes);
  }

  /** @param {string|undefined} tag @param {Settings} settings @returns {Slot|undefined} */
  function slotOfTag(tag, settings) {
    var key = tag ? shanhuo.codes.key(tag) : "";
    return key ? settings.slots.find((slot) => !!slot.tag && shanhuo.codes.key(slot.tag) === key) : undefined;
  }

  /** A tag tells the goods, wherever they lie; a sensor tells the place.
   * @param {Happening} event @param {Settings} settings @returns {Slot|undefined} */
  function slotOf(event, settings) {
    var sensor = event.sensor || "";
    return slotOfTag(event.tag, settings) || settings.slots.find((slot) => !!sensor && slot.sensor === sensor);
  }

  /** The latest two different goods that are held, the newest last; one whose warning must be read stands alone.
   * @param {Held[]} held @param {Settings} settings @returns {string[]} */
  function shownOf(held, settings) {
    var items = held.map((each) => each.product).filter((product, place, all) => all.lastIndexOf(product) === place);
    var warned = items.filter((product) => settings.alone.includes(product));
    return warned.length ? warned.slice(-1) : items.slice(-2);
  }

  /** @param {State} state @param {string[]} items @param {number} now @param {Partial<State>} [more] @returns {State} */
  function showing(state, items, now, more) {
    return changed(
      state,
      Object.assign(
        { screen: items.length > 1 ? "compare" : "item", items: items, question: "", last: now, released: now, notice: null },
        more
      )
    );
  }

  /** @param {State} state @param {Settings} settings @param {number} now @returns {State} */
  function resting(state, settings, now) {
    return changed(state, {
      screen: state.open ? "attract" : "closed",
      items: [],
      question: "",
      language: settings.languages[0],
      last: now,
      slid: now,
      notice: null,
    });
  }

  /** @param {State} state @param {string} code @param {number} now @returns {State} */
  function unknown(state, code, now) {
    var told = { notice: { kind: /** @type {"unknown"} */ ("unknown"), code: code, at: now }, last: now };
    return changed(state, state.screen === "idle" ? Object.assign({ screen: "attract", slid: now }, told) : told);
  }

  /** @param {State} state @param {Happening} event @param {Settings} settings @param {number} now @returns {State} */
  function lift(state, event, settings, now) {
    var slot = slotOf(event, settings);
    if (!slot) return unknown(state, event.tag || event.sensor || "", now);
    var key = slot.slot;
    var leaving = state.leaving.filter((each) => each.key !== key);
    if (state.held.some((each) => each.key === key)) {
      if (leaving.length === state.leaving.length) return state;
      // Taken again as soon as it was put down; where somebody went back meanwhile, it is shown once more.
      if (!state.items.length) return showing(state, [slot.product], now, { leaving: leaving });
      return changed(state, { leaving: leaving });
    }
    var held = state.held.concat({ key: key, product: slot.product, at: now });
    // What is on its way back is no longer compared with: who puts one down and takes the next wants to see the next.
    var inHand = held.filter((each) => !leaving.some((other) => other.key === each.key));
    return showing(state, shownOf(inHand, settings), now, { held: held, leaving: leaving });
  }

  /** @param {State} state @param {Happening} event @param {Settings} settings @param {number} now @returns {State} */
  function putBack(state, event, settings, now) {
    var slot = slotOf(event, settings);
    var key = slot ? slot.slot : "";
    if (!slot || !state.held.some((each) => each.key === key)) return state;
    if (state.leaving.some((each) => each.key === key)) return state;
    return changed(state, { leaving: state.leaving.concat({ key: key, at: now }) });
  }

  /** Which goods a scanned text stands for; "" where it is none of ours.
   * @param {string} text @param {Settings} settings @returns {string} */
  function goodsOf(text, settings) {
    var read = shanhuo.codes.read(text);
    var slot = slotOfTag(read.tag || read.text, settings);
    return settings.codes[read.code || read.gtin || ""] || (slot ? slot.product : "");
  }

  /** A scan beside something in the hand asks for both.
   * @param {State} state @param {string} product @param {Settings} settings @param {number} now @returns {State} */
  function scanned(state, product, settings, now) {
    var hand = state.held.length ? state.held[state.held.length - 1].product : product;
    var both = hand !== product && ![hand, product].some((each) => settings.alone.includes(each));
    return showing(state, both ? [hand, product] : [product], now);
  }

  /** @param {State} state @param {Settings} settings @param {number} now @returns {State} */
  function back(state, settings, now) {
    if (state.screen === "ask" && state.items.length) return showing(state, state.items, now);
    if (state.screen === "compare") return showing(state, state.items.slice(-1), now);
    return resting(state, settings, now);
  }

  /** @param {State} state @param {Settings} settings @param {number} now @returns {State} */
  function settled(state, settings, now) {
    var gone = state.leaving.filter((each) => now - each.at >= settings.timings.settle).map((each) => each.key);
    var forgotten = state.held
      .filter((each) => now - Math.max(each.at, state.last) >= settings.timings.held)
      .map((each) => each.key);
    var away = gone.concat(forgotten);
    if (!away.length) return state;
    var held = state.held.filter((each) => !away.includes(each.key));
    var leaving = state.leaving.filter((each) => !away.includes(each.key));
    var next = changed(state, { held: held, leaving: leaving, released: now });
    if (state.screen === "ask" || !held.length) return next;
    var items = shownOf(held, settings);
    if (items.join() === state.items.join()) return next;
    return showing(next, items, now);
  }

  /** @param {State} state @param {Settings} settings @param {number} now @returns {State} */
  function elapsed(state, settings, now) {
    var timings = settings.timings;
    var quiet = now - Math.max(state.last, state.released);
    var patience = state.present === false ? Math.min(timings.idle, timings.linger) : timings.idle;
    if (state.notice && now - state.notice.at >= timings.notice) return changed(state, { notice: null });
    if (state.screen === "item" || state.screen === "compare") {
      if (state.held.length) return state;
      var wasHeld = state.released > state.last;
      return quiet >= (wasHeld ? timings.linger : patience) ? resting(state, settings, now) : state;
    }
    if (state.screen === "ask") {
      if (quiet < timings.ask) return state;
      var items = shownOf(state.held, settings);
      return items.length ? showing(state, items, now) : resting(state, settings, now);
    }
    if (state.screen === "attract") {
      if (!state.present && now - state.last >= timings.rest) return changed(state, { screen: "idle" });
      if (now - state.slid >= timings.slide) return changed(state, { slide: state.slide + 1, slid: now });
    }
    return state;
  }

  /** @param {State} state @param {Happening} event @param {Settings} settings @param {number} now @returns {State} */
  function passed(state, event, settings, now) {
    var next = state;
    if (typeof event.open === "boolean" && event.open !== state.open) {
      next = changed(next, { open: event.open });
      var waits = next.screen === "attract" || next.screen === "idle" || next.screen === "closed";
      if (waits) next = resting(next, settings, now);
    }
    return elapsed(settled(next, settings, now), settings, now);
  }

  /** @param {State} state @param {Happening} event @param {Settings} settings @param {number} now @returns {State} */
  function present(state, event, settings, now) {
    var is = !!event.present;
    if (is && state.screen === "idle") return changed(resting(state, settings, now), { present: true });
    return state.present === is ? state : changed(state, { present: is });
  }

  /** @param {State} state @param {Happening} event @param {Settings} settings @param {number} now @returns {State} */
  function step(state, event, settings, now) {
    switch (event.type) {
      case "lift":
        return lift(state, event, settings, now);
      case "return":
        return putBack(state, event, settings, now);
      case "scan":
        var product = goodsOf(event.code || "", settings);
        return product ? scanned(state, product, settings, now) : unknown(state, event.code || "", now);
      case "show":
        return event.product ? showing(state, [event.product], now) : state;
      case "ask":
        return changed(state, { screen: "ask", question: "", last: now, notice: null });
      case "question":
        return changed(state, { screen: "ask", question: event.text || "", last: now, notice: null });
      case "back":
        return back(state, settings, now);
      case "touch":
        return state.screen === "idle" || state.screen === "closed"
          ? changed(state, { screen: "attract", last: now, slid: now })
          : changed(state, { last: now });
      case "language":
        return event.language && settings.languages.includes(event.language)
          ? changed(state, { language: event.language, last: now })
          : state;
      case "presence":
        return present(state, event, settings, now);
      case "silent":
        return state.silent.includes(event.source || "")
          ? state
          : changed(state, { silent: state.silent.concat(event.source || "") });
      case "alive":
        return state.silent.includes(event.source || "")
          ? changed(state, { silent: state.silent.filter((each) => each !== event.source) })
          : state;
      case "tick":
        return passed(state, event, settings, now);
      default:
        return state;
    }
  }

  shanhuo.machine = { first: first, step: step };
})();

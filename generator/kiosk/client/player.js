// @ts-check
"use strict";

/**
 * Ties a display's page to the player that serves it: tells that the page lives, and loads it
 * anew when there is a newer pack, or a new day, and nobody stands before the screen.
 *
 * The player sends this behind `slots.js`; where no player is, none of it is there.
 *
 * @typedef {object} Slot
 * @property {string} slot
 * @property {string} sensor
 * @property {string} tag
 *
 * @typedef {object} Told  What the player says with the script.
 * @property {string} version  Pack that this page belongs to.
 * @property {string} edition  Changes when the page should be loaded anew.
 * @property {string} day  The day to go by, should the clock be behind the pack.
 * @property {number} seconds  Between two signs of life.
 *
 * @typedef {object} State  What the display says of itself; words of its own, nothing of a visitor's.
 * @property {string} state
 * @property {string} event  Kind of the last event.
 * @property {boolean} idle  Whether nobody uses the screen.
 */
(() => {
  const page = /** @type {any} */ (window);
  const shanhuo = (page.shanhuo = page.shanhuo || {});
  /** @type {Told} */
  const told = shanhuo.told;
  /** Milliseconds after which a page that is never idle is loaded anew all the same. */
  const PATIENCE = 60 * 60 * 1000;
  let errors = 0;
  let outdated = 0;
  let leaving = false;

  const player = {
    version: told.version,
    day: told.day,
    /** Set by the display. @type {(() => State) | null} */
    report: null,

    /**
     * Keep which sensor stands in which slot.
     * @param {Slot[]} slots  All of them; none to forget what was learnt.
     * @returns {Promise<boolean>}  Whether the player has kept them.
     */
    learn(slots) {
      return post("/slots", { slots }).then((answer) => answer.ok, () => false);
    },
  };
  shanhuo.player = player;

  /**
   * @param {string} address
   * @param {object} value
   * @returns {Promise<Response>}
   */
  function post(address, value) {
    const headers = { "Content-Type": "application/json" };
    return fetch(address, { method: "POST", headers, body: JSON.stringify(value), cache: "no-store" });
  }

  /** @returns {State} */
  function state() {
    try {
      if (player.report) return player.report();
    } catch (error) {
      errors += 1;
    }
    return { state: "", event: "", idle: player.report === null };
  }

  function beat() {
    const now = state();
    post("/heartbeat", { state: now.state, event: now.event, version: told.version, errors })
      .then((answer) => answer.json())
      .then((answer) => follow(answer.edition, now.idle), () => undefined);
  }

  /**
   * @param {unknown} edition  What the player would send now.
   * @param {boolean} idle
   */
  function follow(edition, idle) {
    if (typeof edition !== "string" || edition === told.edition || leaving) {
      if (edition === told.edition) outdated = 0;
      return;
    }
    outdated = outdated || Date.now();
    if (!idle && Date.now() - outdated < PATIENCE) return;
    leaving = true;
    // Asked for first: a page that goes to where nobody answers never comes back.
    fetch("/", { cache: "no-store" })
      .then((answer) => {
        if (answer.ok) window.location.replace("/");
        else leaving = false;
      })
      .catch(() => (leaving = false));
  }

  window.addEventListener("error", () => (errors += 1));
  window.addEventListener("unhandledrejection", () => (errors += 1));
  window.addEventListener("load", () => {
    beat();
    window.setInterval(beat, told.seconds * 1000);
  });
})();

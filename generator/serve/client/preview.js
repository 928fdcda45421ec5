// @ts-check
"use strict";

/**
 * Keeps an open page in step with the files: reloads it when the site has changed, and lays
 * what is wrong over it while the last good page stays beneath.
 *
 * @typedef {object} Item  One thing that is wrong; plain texts.
 * @property {"error" | "warning"} level
 * @property {string} word  The level in words.
 * @property {string} code
 * @property {string} place  `file:line`.
 * @property {string} field
 * @property {string} message
 * @property {string} mend
 *
 * @typedef {object} Situation  What the server knows after its last build.
 * @property {string} version  Digest of the edition that is served; empty where there is none.
 * @property {boolean} broken  Whether the last build did not publish.
 * @property {string} title
 * @property {string} note
 * @property {Item[]} items
 * @property {string} more  Says how many items are not listed.
 * @property {{mend: string, fold: string, lost: string, label: string}} words
 * @property {string} language
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** The edition that this page belongs to. */
  const version = script.dataset.version ?? "";
  const base = new URL(".", script.src);
  /** Milliseconds that the server may be away before the reader is told. */
  const PATIENCE = 2500;

  // A page in a frame goes with the page around it.
  if (window.top !== window) return;

  /**
   * @param {string} name
   * @param {string} className
   * @param {string} [text]
   * @returns {HTMLElement}
   */
  function element(name, className, text = "") {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  class Overlay {
    constructor() {
      this.host = document.createElement("shanhuo-preview");
      const root = this.host.attachShadow({ mode: "open" });
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = new URL("overlay.css", base).href;
      this.panel = element("section", "panel");
      this.pill = element("button", "pill");
      this.lost = element("p", "lost");
      this.lost.setAttribute("role", "status");
      this.panel.hidden = this.pill.hidden = this.lost.hidden = true;
      /** What was shown last, so that a panel that was folded stays so. */
      this.shown = "";
      this.host.hidden = true;
      style.addEventListener("load", () => (this.host.hidden = false));
      root.append(style, this.panel, this.pill, this.lost);
      this.pill.addEventListener("click", () => this.fold(false));
      this.panel.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.fold(true);
      });
      document.documentElement.append(this.host);
    }

    /** @param {Situation} situation */
    show(situation) {
      this.lost.textContent = situation.words.lost;
      this.host.lang = situation.language;
      const shown = JSON.stringify([situation.broken, situation.items]);
      if (shown === this.shown) return;
      this.shown = shown;
      if (situation.items.length === 0) {
        this.panel.hidden = this.pill.hidden = true;
        return;
      }
      const level = situation.broken ? "error" : "warning";
      this.panel.className = `panel ${level}`;
      this.pill.className = `pill ${level}`;
      this.pill.textContent = situation.title;
      this.panel.setAttribute("aria-label", situation.words.label);
      this.panel.replaceChildren(this.head(situation), this.list(situation));
      this.fold(!situation.broken, false);
    }

    /**
     * @param {boolean} folded
     * @param {boolean} [byHand]  Whether the reader did it: then the focus goes along.
     */
    fold(folded, byHand = true) {
      this.panel.hidden = folded;
      this.pill.hidden = !folded;
      if (byHand) (folded ? this.pill : this.panel.querySelector("button"))?.focus();
    }

    /** @param {Situation} situation */
    head(situation) {
      const head = element("header", "");
      const title = element("h2", "", situation.title);
      title.setAttribute("role", "status");
      const fold = element("button", "", situation.words.fold);
      fold.addEventListener("click", () => this.fold(true));
      head.append(title, element("p", "note", situation.note), fold);
      return head;
    }

    /** @param {Situation} situation */
    list(situation) {
      const list = element("ol", "");
      for (const item of situation.items) {
        const entry = element("li", item.level);
        const place = element("p", "place", item.place);
        if (item.field) place.append(element("span", "field", item.field));
        if (item.code) place.append(element("span", "code", item.code));
        const message = element("p", "message");
        message.append(element("span", "level", item.word), item.message);
        entry.append(place, message);
        if (item.mend) entry.append(element("p", "mend", situation.words.mend + item.mend));
        list.append(entry);
      }
      if (situation.more) list.append(element("li", "more", situation.more));
      return list;
    }
  }

  const overlay = new Overlay();
  let wasBroken = false;
  /** @type {EventSource | undefined} */
  let stream;
  let patience = 0;

  /** @param {Situation} situation */
  function receive(situation) {
    if (situation.version !== version || (wasBroken && !situation.broken)) {
      stream?.close();
      location.reload(); // The browser keeps the scroll position.
      return;
    }
    wasBroken = situation.broken;
    overlay.show(situation);
  }

  function connect() {
    if (stream || document.visibilityState === "hidden") return;
    const opened = new EventSource(new URL("events", base));
    stream = opened;
    opened.addEventListener("situation", (event) => receive(JSON.parse(event.data)));
    opened.addEventListener("open", () => {
      clearTimeout(patience);
      patience = 0;
      overlay.lost.hidden = true;
    });
    opened.addEventListener("error", () => {
      patience ||= setTimeout(() => (overlay.lost.hidden = false), PATIENCE);
      if (opened.readyState !== EventSource.CLOSED || stream !== opened) return;
      stream = undefined;
      setTimeout(connect, PATIENCE);
    });
  }

  function disconnect() {
    stream?.close();
    stream = undefined;
    clearTimeout(patience);
    patience = 0;
  }

  // A browser opens six connections to a host at most (HTTP/1.1), so a page that nobody looks at
  // keeps none; it is told everything when it is looked at again.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") disconnect();
    else connect();
  });
  window.addEventListener("pagehide", disconnect);
  window.addEventListener("pageshow", connect);
  connect();
})();

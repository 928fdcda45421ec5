/**
 * The page on which the guide is asked: reads what the guide knows as scripts, so that it works from a folder of files
 * too, asks its rules, and shows what an answer rests on.
 */
(function () {
  "use strict";

  /** Files of facts up to which all of them are read. */
  const MOST_KEPT = 64;
  /** Milliseconds after which whoever asks is told that records are being looked up. */
  const PATIENCE = 300;
  /** @type {HTMLElement | null} */
  const found = document.querySelector("[data-sh-ask]");
  if (found === null) {
    return;
  }
  const page = found;
  const all = /** @type {any} */ (globalThis);
  const shanhuo = (all.shanhuo = all.shanhuo || {});
  const { language, root, version, rules, characters, names, facts } = /** @type {Object<string, string>} */ (
    page.dataset
  );
  const form = /** @type {HTMLFormElement} */ (page.querySelector("[data-sh-form]"));
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const room = /** @type {HTMLElement} */ (page.querySelector("[data-sh-answer]"));

  /** @type {Map<string, Promise<void>>} File → whether it is there. */
  const read = new Map();
  /** What was talked of before. */
  let context = /** @type {any} */ ({});
  let asked = 0;

  /** @param {string} path From the site's root. @returns {Promise<void>} */
  function load(path) {
    let waiting = read.get(path);
    if (waiting === undefined) {
      waiting = new Promise(function (done, failed) {
        const script = document.createElement("script");
        script.src = `${root}${path}?v=${version}`;
        script.onload = () => done();
        script.onerror = function () {
          read.delete(path);
          failed(new Error(path));
        };
        document.head.append(script);
        script.remove();
      });
      read.set(path, waiting);
    }
    return waiting;
  }

  /** @returns {Promise<void>} */
  async function ready() {
    await load(rules);
    await Promise.all([load(characters), load(names)]);
  }

  /** @param {number} number @returns {string} */
  function fileOf(number) {
    return facts.replace(/0(?=\.js$)/, String(number));
  }

  /** @param {string} question */
  async function ask(question) {
    asked += 1;
    const own = asked;
    page.setAttribute("aria-busy", "true");
    const late = setTimeout(function () {
      if (own === asked) {
        show(question, { answer: page.dataset.waiting, facts: [], suggestions: [] });
      }
    }, PATIENCE);
    try {
      await ready();
      const planned = shanhuo.ask.plan(question, context, language);
      await Promise.all(planned.files.map((/** @type {number} */ number) => load(fileOf(number))));
      const told = shanhuo.ask.answer(question, { language, context });
      if (own === asked) {
        context = told.context;
        show(question, told);
        keep();
      }
    } catch (fault) {
      if (own === asked) {
        show(question, { answer: page.dataset.failed, facts: [], suggestions: [] });
      }
    } finally {
      clearTimeout(late);
      if (own === asked) {
        page.removeAttribute("aria-busy");
      }
    }
  }

  /** Reads the rest of a small site's facts while nobody waits, so that further questions need no network. */
  function keep() {
    const isSaving = /** @type {any} */ (navigator).connection && /** @type {any} */ (navigator).connection.saveData;
    const count = shanhuo.ask.files(language);
    if (count <= MOST_KEPT && !isSaving && "requestIdleCallback" in window) {
      requestIdleCallback(function () {
        for (let number = 0; number < count; number += 1) {
          load(fileOf(number)).catch(() => undefined);
        }
      });
    }
  }

  /** @param {string} tag @param {string} name @param {string} [text] @returns {HTMLElement} */
  function made(tag, name, text) {
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text || "";
    return element;
  }

  /** @param {string} question @param {any} told */
  function show(question, told) {
    room.textContent = "";
    room.append(made("p", "sh-ask__asked", question), made("p", "sh-ask__told", told.answer));
    const rests = told.facts.filter((/** @type {any} */ fact) => fact.date || fact.source);
    if (rests.length > 0) {
      const list = made("ul", "sh-ask__facts");
      list.append(...rests.map(factOf));
      room.append(list);
    }
    if (told.suggestions.length > 0) {
      const list = made("ul", "sh-ask__questions");
      list.setAttribute("aria-label", page.dataset.further || "");
      for (const text of told.suggestions) {
        const entry = document.createElement("li");
        entry.append(questionOf(text));
        list.append(entry);
      }
      room.append(list);
    }
  }

  /** @param {any} fact @returns {HTMLElement} */
  function factOf(fact) {
    const entry = made("li", "sh-ask__fact", fact.value);
    const rests = made("span", "sh-ask__rests");
    if (fact.date) {
      rests.append(`${page.dataset.date}${fact.date} `);
    }
    if (fact.source) {
      rests.append(page.dataset.source || "");
      if (/^https?:\/\//.test(fact.source.url || "")) {
        const link = /** @type {HTMLAnchorElement} */ (made("a", "sh-link", fact.source.title));
        link.href = fact.source.url;
        link.rel = "noopener external";
        rests.append(link);
      } else {
        rests.append(fact.source.title);
      }
    }
    entry.append(rests);
    return entry;
  }

  /** @param {string} text @returns {HTMLElement} */
  function questionOf(text) {
    const button = made("button", "sh-ask__question", text);
    button.setAttribute("type", "button");
    button.setAttribute("data-sh-question", "");
    return button;
  }

  // Rules and names are on their way while somebody types; a fault is told when a question meets it.
  field.addEventListener("focus", () => ready().catch(() => undefined), { once: true });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const question = field.value.trim();
    if (question) {
      ask(question);
    }
  });
  page.addEventListener("click", function (event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-sh-question]");
    if (button !== null) {
      field.value = button.textContent || "";
      ask(field.value);
      field.focus({ preventScroll: true });
    }
  });
  field.addEventListener("focus", () => ready().catch(() => undefined), { once: true });

  const given = new URLSearchParams(location.search).get("q");
  if (given) {
    field.value = given;
    ask(given);
  }
  page.setAttribute("data-sh-ready", "");
})();

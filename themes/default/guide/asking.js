/**
 * The guide that is asked: questions to touch, a line to type in, and answers with what they rest on.
 *
 * The rules and what they know come as scripts, loaded once somebody may ask; nothing is asked of any other machine.
 */
(function () {
  "use strict";
  /** @type {any} */
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  /** Facts beneath an answer. */
  var MOST_FACTS = 4;
  /** Script → whether it is there, or who waits for it. @type {Object<string, true|((is: boolean) => void)[]>} */
  var loaded = {};
  /** What was talked of before. @type {any} */
  var context = null;
  /** Which question the context belongs to, so that none is answered twice. */
  var asked = "";
  /** @type {any} */
  var hearing = null;

  /** @param {string} src @param {(is: boolean) => void} done */
  function load(src, done) {
    var known = loaded[src];
    if (known === true) return done(true);
    if (known) {
      known.push(done);
      return;
    }
    loaded[src] = [done];
    var script = document.createElement("script");
    script.src = shanhuo.display.top + src;
    /** @param {boolean} is */
    var settle = (is) => {
      script.remove();
      var waiting = /** @type {((is: boolean) => void)[]} */ (loaded[src]);
      if (is) loaded[src] = true;
      else delete loaded[src];
      waiting.forEach((each) => each(is));
    };
    script.onload = () => settle(true);
    script.onerror = () => settle(false);
    document.head.appendChild(script);
  }

  /** One after the other, since each needs those before. @param {string[]} sources @param {(is: boolean) => void} done */
  function loadAll(sources, done) {
    if (!sources.length) return done(true);
    load(sources[0], (is) => (is ? loadAll(sources.slice(1), done) : done(false)));
  }

  /** All at once, in any order. @param {string[]} sources @param {(is: boolean) => void} done */
  function loadEach(sources, done) {
    var waiting = sources.length;
    var are = true;
    if (!waiting) return done(true);
    sources.forEach((source) =>
      load(source, (is) => {
        are = are && is;
        waiting -= 1;
        if (!waiting) done(are);
      })
    );
  }

  /** @param {string} language @param {(is: boolean) => void} done */
  function ready(language, done) {
    loadAll(["guide/shared/ask.js", "ask/characters.js", "ask/names." + language.toLowerCase() + ".js"], done);
  }

  /** @param {string} question @param {any} before @param {string} language @param {(answer: any) => void} done null where it cannot be answered */
  function answered(question, before, language, done) {
    ready(language, (is) => {
      if (!is) return done(null);
      var planned = shanhuo.ask.plan(question, before, language);
      var files = planned.files.map((/** @type {number} */ each) => "ask/facts/" + language.toLowerCase() + "/" + each + ".js");
      loadEach(files, (are) => {
        done(are ? shanhuo.ask.answer(question, { language: language, context: before }) : null);
      });
    });
  }

  /** @param {string} tag @param {string} name @param {string} [text] */
  function made(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    return element;
  }

  /** @param {any} settings @param {string} language @returns {string[]} */
  function questions(settings, language) {
    return settings.words[language].questions;
  }

  /** Questions beside the thing in the hand. @param {any} state @param {any} settings @returns {string[]} */
  function chips(state, settings) {
    return questions(settings, state.language).slice(0, 3);
  }

  /** @param {string} text @returns {HTMLElement} */
  function chip(text) {
    var act = made("button", "sh-g-act sh-g-act--chip", text);
    act.setAttribute("type", "button");
    act.setAttribute("data-do", "question");
    act.setAttribute("data-text", text);
    return act;
  }

  /** Some engines that know the interface end the page when they are asked, so a display has to name it among its inputs.
   * @param {any} settings @returns {boolean} */
  function hears(settings) {
    return settings.inputs.some((/** @type {any} */ each) => each.kind === "speech");
  }

  /** @param {HTMLElement} part @param {any} state @param {any} settings @param {(event: any) => void} happen */
  function show(part, state, settings, happen) {
    var words = settings.words[state.language];
    var about = state.items.length ? state.items[state.items.length - 1] : "";
    part.textContent = "";
    var told = made("div", "sh-g-told");
    told.setAttribute("aria-live", "polite");
    part.appendChild(told);
    var side = made("div", "sh-g-asks");
    part.appendChild(side);
    if (about) {
      var room = made("div", "sh-g-asks__goods");
      side.appendChild(room);
      shanhuo.goods.want(state.language, about, (/** @type {any} */ goods) => {
        if (goods) room.innerHTML = goods.card;
      });
    }
    var list = made("div", "sh-g-asks__chips");
    questions(settings, state.language).forEach((text) => list.appendChild(chip(text)));
    side.appendChild(formOf(words, state, happen, hears(settings)));
    if (!state.question) {
      told.appendChild(made("p", "sh-g-told__answer", words["ask.hint"]));
      list.classList.add("sh-g-asks__chips--first");
      told.appendChild(list);
      return;
    }
    side.insertBefore(list, side.lastChild);
    told.appendChild(made("p", "sh-g-told__question", state.question));
    var wanted = state.question;
    var before = asked.split("|")[0] === about && context ? context : { record: about, previous: [] };
    asked = about + "|" + wanted;
    answered(wanted, before, state.language, (answer) => {
      if (asked !== about + "|" + wanted) return;
      context = answer ? answer.context : null;
      tell(told, answer, words);
    });
  }

  /** @param {HTMLElement} told @param {any} answer @param {any} words */
  function tell(told, answer, words) {
    told.appendChild(made("p", "sh-g-told__answer", answer ? answer.answer : words["ask.none"]));
    if (!answer) return;
    var facts = made("ul", "sh-g-told__facts");
    answer.facts.slice(0, MOST_FACTS).forEach((/** @type {any} */ fact) => {
      var entry = made("li", "sh-g-told__fact");
      entry.appendChild(made("strong", "sh-g-told__value", fact.value));
      var source = [fact.source ? fact.source.title : "", fact.date || ""].filter(Boolean).join(" · ");
      if (source) entry.appendChild(made("span", "sh-g-quiet", source));
      facts.appendChild(entry);
    });
    if (answer.facts.length) told.appendChild(facts);
    var further = made("div", "sh-g-asks__chips");
    answer.suggestions.slice(0, MOST_FACTS).forEach((/** @type {string} */ text) => further.appendChild(chip(text)));
    if (answer.suggestions.length) told.appendChild(further);
  }

  /** @param {any} words @param {any} state @param {(event: any) => void} happen @param {boolean} canHear @returns {HTMLElement} */
  function formOf(words, state, happen, canHear) {
    var form = /** @type {HTMLFormElement} */ (made("form", "sh-g-asks__form"));
    var field = /** @type {HTMLInputElement} */ (made("input", "sh-g-asks__field"));
    field.type = "text";
    field.maxLength = 200;
    field.setAttribute("aria-label", words["ask.hint"]);
    field.setAttribute("enterkeyhint", "send");
    var send = made("button", "sh-g-act", words["ask.send"]);
    send.setAttribute("type", "submit");
    form.appendChild(field);
    form.appendChild(send);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (field.value.trim()) happen({ type: "question", text: field.value.trim() });
    });
    field.addEventListener("input", () => happen({ type: "touch" }));
    if (canHear) speech(state.language, (listen) => {
      var say = made("button", "sh-g-act", words["ask.say"]);
      say.setAttribute("type", "button");
      say.addEventListener("click", () => listen((text) => happen({ type: "question", text: text })));
      form.appendChild(say);
    });
    return form;
  }

  /**
   * Where the platform itself understands speech, on this machine and without asking another, it may be used.
   *
   * @param {string} language @param {(listen: (done: (text: string) => void) => void) => void} offer
   */
  function speech(language, offer) {
    var Recognition = /** @type {any} */ (globalThis).SpeechRecognition;
    if (!Recognition || typeof Recognition.available !== "function") return;
    var tag = /^zh/i.test(language) ? "zh-CN" : language;
    Recognition.available({ langs: [tag], processLocally: true })
      .then((/** @type {string} */ is) => {
        if (is !== "available") return;
        offer((done) => {
          hearing = new Recognition();
          hearing.lang = tag;
          hearing.processLocally = true;
          hearing.onresult = (/** @type {any} */ event) => done(event.results[0][0].transcript);
          hearing.start();
        });
      })
      .catch(() => undefined);
  }

  /** Forgets what was talked of: the next shopper begins anew. */
  function leave() {
    context = null;
    asked = "";
    if (hearing) hearing.abort();
    hearing = null;
  }

  shanhuo.asking = { show: show, chips: chips, leave: leave, ready: ready };
})();

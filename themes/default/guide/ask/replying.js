/**
 * Replies: the parts of every answer, and what it looks like when nothing is told.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { resolving } = ask;
  const { MOST_NAMES, indexOf, contextOf, siteIn, factsIn } = ask.knowing;

  class Reply {
    /** @param {string} question @param {{language: string, context?: any}} options */
    constructor(question, options) {
      this.language = options.language;
      this.index = indexOf(options.language);
      this.words = siteIn(options.language).texts;
      this.site = siteIn(options.language);
      this.context = contextOf(options.context);
      this.decided = resolving.resolve(question, this.context, this.index);
      this.question = this.decided.told;
      /** @type {any[]} Facts of the answer made last. */
      this.chosen = [];
    }

    /** @param {any} entry @returns {any[]} */
    factsOf(entry) {
      return factsIn(this.language).get(entry.key) || [];
    }

    /** @param {string} key @param {Object<string, string>} [filled] @returns {string} */
    text(key, filled) {
      return this.words[key].replace(
        /\{(\w+)\}/g,
        (/** @type {string} */ _, /** @type {string} */ name) => (filled || {})[name] || ""
      );
    }

    /** @param {any[]} entries @returns {string} */
    named(entries) {
      return [...new Set(entries.map((entry) => entry.name))].slice(0, MOST_NAMES).join(this.site.joint);
    }

    /**
     * @param {string[]} sentences
     * @param {any[]} facts
     * @param {{refused?: boolean, entry?: any}} [more]
     * @returns {Answer}
     */
    made(sentences, facts, more) {
      this.chosen = facts;
      const entry = (more && more.entry) || null;
      const isChinese = this.language.startsWith("zh");
      return {
        answer: [...new Set(sentences.filter(Boolean))].join(isChinese ? "" : " "),
        facts: facts.map(({ record, field, value, date, source }) => ({ record, field, value, date, source })),
        refused: Boolean(more && more.refused),
        context: {
          record: entry ? entry.key : this.context.record,
          previous: this.decided.intents.slice(0, 3).map((/** @type {any} */ each) => each.id),
          waiting: this.decided.act === "which" || Boolean(this.decided.each)
        },
        suggestions: this.suggestions(entry)
      };
    }

    /** @param {any} entry @returns {string[]} */
    suggestions(entry) {
      if (this.decided.act === "which" || this.decided.act === "list" || this.decided.each) {
        return this.decided.targets.slice(0, MOST_NAMES).map((/** @type {any} */ each) => each.name);
      }
      if (entry === null || entry.kind !== "product") {
        return [];
      }
      const asked = this.decided.intents.map((/** @type {any} */ each) => each.id);
      const has = new Set(this.factsOf(entry).map((fact) => fact.field));
      const fields = {
        price: "price",
        origin: "origin",
        prepare: "preparation",
        shelf_life: "shelf_life",
        certificate: "certificate",
        buy: "buy"
      };
      return Object.entries(fields)
        .filter(([intent, field]) => asked.indexOf(intent) < 0 && has.has(field))
        .map(([intent]) => this.text(`suggest_${intent}`, { name: entry.name }))
        .slice(0, 4);
    }

    /** @param {string} key @param {Object<string, string>} [filled] @param {any} [entry] @returns {Answer} */
    refusal(key, filled, entry) {
      const whom = this.site.contact ? this.text("contact", { contact: this.site.contact }) : "";
      return this.made([this.text(key, filled), whom], [], { refused: true, entry });
    }

    /** @param {any[]} entries @returns {any[]} Their names as facts. */
    asFacts(entries) {
      return entries
        .slice(0, MOST_NAMES)
        .map((entry) => ({ record: entry.key, field: "name", value: entry.name, date: null, source: null }));
    }

    /** @param {any[]} targets @returns {Answer} */
    which(targets) {
      if (targets.length === 0) {
        return this.made([this.text("which_any")], []);
      }
      return this.made([this.text("which", { names: this.named(targets) })], []);
    }
  }

  ask.Reply = Reply;
})();

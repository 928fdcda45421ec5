/**
 * Whether a question is beside what a record says, or asks what nothing else answers.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon } = ask;

  const OF_CLOCK = /几点|开门|关门|营业时间|上班|周末|中午|早上|晚上|\bwhat time|\bhours\b|\bclose/;
  /** Intents that nothing but a fact of their own answers. */
  const EXACT = new Set(["phone", "website"]);
  const EXACT_OR_HOURS = new Set([...EXACT, "hours"]);
  /** Whom a thing may harm, as asked → as written. */
  const HARMED = [
    [/婴儿|婴幼儿|宝宝|一岁|小孩|孩子|儿童|\bbab|\binfant|\bchild|\bkid|\bmonth.olds?\b/, /婴儿|小孩|孩子|儿童|\bbab|\binfant|\bchild/],
    [/孕妇|怀孕|孕期|\bpregnan/, /孕|\bpregnan/],
    [/未成年|小孩|学生|儿子|女儿|初中|高中|\bminor|\bteenage|\b(?:fif|six|seven)teen\b/, /未成年|\bminor|\bunder.?age/],
    [/老人|长辈|牙口|\bold\b|\belderly/, /老人|牙口|\bold people|\belderly|\bteeth/],
    [/发芽|发绿|变绿|\bsprout|\bgreen/, /发芽|发了芽|转绿|sprout|turn.*green/],
    [/有毒|毒|\bpoison|\btoxi/, /毒|龙葵素|solanine|poison/]
  ];

  class Doubting extends ask.Choosing {
    /**
     * @param {any} entry
     * @param {any[]} facts What would be told.
     * @param {boolean} [isTelling] Whether they share so much with the question that a word of it may be missing.
     * @returns {boolean} Whether the question is about a thing of which the record says nothing.
     */
    isBeside(entry, facts, isTelling) {
      const ids = this.decided.intents.map((/** @type {any} */ each) => each.id);
      if (ids.some((/** @type {string} */ id) => EXACT.has(id)) && facts.every((fact) => !EXACT.has(fact.field))) {
        return facts.every((fact) => !/电话|网|微信|phone|web|wechat|https?:/.test(forms.folded(fact.sentence)));
      }
      const isOfHours = (/** @type {any} */ fact) => /^(?:hours|notice|status)$/.test(fact.field) || /\d[:：]\d|营业|开放|open/i.test(fact.sentence);
      if (entry.kind === "placement" && ids.indexOf("hours") >= 0 && OF_CLOCK.test(this.question.folded) && !facts.some(isOfHours)) {
        return true;
      }
      if (!this.question.chinese) {
        return this.isBesideEnglish(entry, facts);
      }
      const asked = this.question.masked.match(lexicon.SUBJECTS) || [];
      const isSent = ids.indexOf("shipping") >= 0;
      const addressed = isSent ? this.question.masked.replace(lexicon.SENT, "寄") : this.question.masked;
      const masked = addressed.replace(/([\u4e00-\u9fff])不\1/g, "$1").replace(lexicon.IDLE, " ");
      const rest = ask.understanding
        .residueOf(masked, this.question.mentions.length > 0 ? null : this.question.kind)
        .split(" ")
        .filter((/** @type {string} */ word) => word.length > 1 && !/^[a-z0-9.%]+$/.test(word));
      if (ids.indexOf("origin") >= 0 && /用的?是?哪里的|原料.{0,4}哪里/.test(this.question.bare)) {
        return true; // where its parts come from is another question
      }
      const told = this.toldOf(entry);
      return (
        asked.some((/** @type {string} */ word) => told.indexOf(word) < 0) ||
        (!isTelling || asked.length > 0 || rest.length > 2) && rest.some(
          (/** @type {string} */ word) =>
            forms.pairs(word).filter((/** @type {string} */ pair) => told.indexOf(pair) >= 0).length * 3 <= word.length - 1 &&
            ![...word].every((/** @type {string} */ sign) => told.indexOf(sign) >= 0)
        )
      );
    }

    /** @returns {string[]} Words of an English question that neither ask nor fill. */
    contentWords() {
      return ask.english
        .subjects(this.question.masked, this.decided.intents)
        .filter((/** @type {string} */ word) => !lexicon.IDLE_EN.has(word));
    }

    /** @param {any[]} targets @returns {boolean} Whether an English question has words that are in none of the names. */
    isOfOtherThings(targets) {
      const { kind } = this.question;
      const said = new Set(forms.tokens([...targets.map((entry) => entry.all), kind ? kind.word : ""].join(" ")));
      return this.contentWords().some((word) => !said.has(word) && !/^(?:tea|oil|goods|fruit|food|veget|honei|wine|fish|meat|rice|egg|snack|servic|experienc|tour)/.test(word));
    }

    /** @param {any} entry @param {any[]} facts @returns {boolean} The same of a question in English, by its words. */
    isBesideEnglish(entry, facts) {
      if (entry.kind === "figure" || lexicon.SPELT.some((/** @type {any} */ each) => each[1].test(this.question.bare))) {
        return false;
      }
      if (ask.english.isUnmeasured(this.question.masked, facts)) {
        return true;
      }
      const words = this.contentWords();
      const told = new Set(forms.tokens(forms.folded([this.toldIn(entry), ...facts.map((fact) => fact.sentence)].join(" "))));
      return words.some((/** @type {string} */ word) => !told.has(word));
    }

    /** @param {any} entry @returns {string} All that is written of it and in its stories, and what it is called. */
    toldOf(entry) {
      return forms.bare(this.toldIn(entry));
    }

    /** @param {any} entry @returns {string} The same with blanks and punctuation. */
    toldIn(entry) {
      const stories = (entry.links.stories || [])
        .map((/** @type {string} */ id) => this.index.entries.get(`story/${id}`))
        .filter(Boolean);
      const all = [entry, ...stories].flatMap((each) => this.factsOf(each)).map((fact) => fact.sentence + fact.value);
      const beside =
        entry.kind === "figure"
          ? [...this.index.entries.values()].filter((each) =>
              each.kind === "figure"
                ? each.links.owners.some((/** @type {string} */ key) => entry.links.owners.indexOf(key) >= 0)
                : entry.links.owners.indexOf(each.key) >= 0
            )
          : [];
      return forms.folded([entry.all, ...beside.map((each) => each.all), ...all].join(" "));
    }

    /** @param {any[]} facts @returns {boolean} Whether they tell of the year that was asked for, if any. */
    isOfYear(facts) {
      const years = this.question.masked.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) || [];
      if (this.decided.intents.some((/** @type {any} */ each) => each.id === "certificate" || each.id === "origin")) {
        return true; // what is so now is told, whatever the question takes for granted
      }
      return years.every((/** @type {string} */ year) =>
        facts.some((fact) => fact.sentence.indexOf(year) >= 0 || (fact.date || "").startsWith(year))
      );
    }

    /** @param {any[]} targets @param {boolean} isOfCure Whether it is asked what the thing does for the body: that is refused, and the warning stands beside. @returns {Answer | null} What is written of whom the thing harms, where that is asked. */
    warning(targets, isOfCure) {
      const facts = this.warnings(targets);
      const sentences = facts.map((fact) => fact.sentence);
      return facts.length === 0
        ? null
        : this.made(isOfCure ? [this.text("refuse_health"), ...sentences] : sentences, facts, { refused: isOfCure, entry: targets[0] });
    }

    /** @param {any[]} targets @returns {any[]} The same as facts, at most two. */
    warnings(targets) {
      const asked = HARMED.filter(([cue]) => cue.test(this.question.folded)).map(([, written]) => written);
      const facts = targets
        .flatMap((entry) => this.factsOf(entry))
        .filter((fact) => asked.some((written) => written.test(forms.folded(fact.sentence))))
        .filter((fact) => /^(?:description|preparation|price_note|allergens|storage)$/.test(fact.field));
      return facts.slice(0, 2);
    }

    /** @returns {boolean} Whether a number to call, an address or hours are asked for, beside which nothing is an answer. */
    isOfExact() {
      const [target] = this.decided.targets;
      if (target && target.kind === "product" && !this.decided.intents.some((/** @type {any} */ { id }) => EXACT.has(id))) {
        return false; // when a visit begins stands in what is written of it
      }
      return this.decided.intents.some(
        (/** @type {any} */ { id }) => EXACT_OR_HOURS.has(id) && (id !== "hours" || OF_CLOCK.test(this.question.folded))
      );
    }

    /** @returns {boolean} Whether a question says nothing but what the rules know. */
    isPlain() {
      if (lexicon.SPELT.some((/** @type {any} */ each) => each[1].test(this.question.bare))) {
        return true;
      }
      return this.question.chinese
        ? this.question.residue.replace(lexicon.IDLE, "").replace(/\s/g, "") === ""
        : this.contentWords().length === 0;
    }

    /** @param {string} field @returns {boolean} Whether it is one of those beside which nothing is an answer. */
    isExact(field) {
      return EXACT_OR_HOURS.has(field);
    }

    /** @param {string} id Of an intent. @returns {boolean} Whether nothing but a fact of its own answers it. */
    isOfNothingElse(id) {
      return EXACT.has(id);
    }
  }

  ask.Doubting = Doubting;
})();

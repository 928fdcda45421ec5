/**
 * Where no intent answers: the sentence that shares most with the question, as the rules find it.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon, retrieval } = ask;

  /** Fields of prose, in which a single character may be looked for. */
  const TOLD_AT_LENGTH = new Set(["description", "preparation", "storage", "summary", "net_content"]);
  /** Fields of prose and of short notes, of which the closest sentence is told. */
  const PROSE = new Set([
    "description", "preparation", "storage", "net_content", "price_note", "summary", "ingredients", "allergens",
    "landscape", "history"
  ]);
  /** Kinds of records whose prose tells of them alone. */
  const PASSED = ["product", "story", "campaign", "origin", "supplier", "channel", "placement", "event", "organisation"];
  const LEAST_MEASURED = 0.25;
  const ANY_NUMBER =
    /\d|[二三四五六七八九十百千万两半]+(?:多|余|来)?(?:吨|公斤|千克|[斤克元户人名家种款盒袋台次成倍米亩升度枚箱瓶罐天年月条场]|个|小时|分钟)/;
  const LEAST_OF_PAGE = 0.55;
  /** Share of the best score at which a second sentence is told as well. */
  const CLOSE = 0.6;
  /** Kinds that say how something is done; others only tell of it. */
  const HOW = new Set(["page", "letter", "channel"]);

  /** @param {string} sentence @returns {string} Without what says when it was. */
  function undated(sentence) {
    return forms.folded(sentence).replace(/(?:(?:\d{4}年)?\d+月)?\d+日|\d{4}年(?:\d+月)?/g, "");
  }

  class Searching extends ask.Doubting {
    /** @param {any} fact @returns {number} Pairs of signs that its sentence shares with the question. */
    sharedPairs(fact) {
      const text = forms.bare(forms.folded(fact.sentence));
      return forms
        .pairs(this.question.masked.replace(lexicon.IDLE, " ").replace(lexicon.PARTICLES, " "))
        .filter((/** @type {string} */ pair) => !/[〇\s]/.test(pair) && text.indexOf(pair) >= 0).length;
    }

    /** @returns {RegExp | null} How a sentence must look that tells the number which is asked for; null where none is. */
    measured() {
      const { bare, masked } = this.question;
      const said = masked.match(/\d+(?:\.\d+)?/);
      if (said !== null) {
        return new RegExp(`(?<!\\d)${said[0].replace(".", "\\.")}(?!\\d)`);
      }
      if (/多久|多长时间|几(?:天|个月|年|个?小时|分钟|周)|哪年|哪天|什么时候|几月|几点/.test(bare)) {
        return /[\d一二三四五六七八九十百两半几][^，。；]{0,2}(?:天|月|年|小时|分钟|周|日|夜|秒|点|季)/;
      }
      if (/有?多(?:甜|大|高|长|远|老|深|宽|辣|咸|浓|厚|重)/.test(bare)) {
        return ANY_NUMBER;
      }
      const found = /(?:多少|几)(?:个|块)?([\u4e00-\u9fff])/.exec(bare);
      if (found === null) {
        return /多少|几(?!乎)/.test(bare) ? ANY_NUMBER : null;
      }
      const unit = /[人位名]/.test(found[1]) ? "[人位名]" : found[1] === "度" ? "[度℃%]" : found[1] === "钱" ? "[元钱]" : found[1];
      return /[度克斤升枚个户种款家处场台次份袋箱瓶罐盒件只成倍米亩两条路样条层道遍钱杯勺滴片人位名吨]/.test(found[1])
        ? new RegExp(`[\\d一二三四五六七八九十百千万两半][^，。；]{0,2}${unit}`)
        : ANY_NUMBER;
    }

    /** @param {any} entry A page. @returns {any[]} Its sentences by how much they share with the question. */
    passagesOf(entry) {
      const masked = this.question.bare.replace(lexicon.IDLE, " ");
      return retrieval.passages(this.factsOf(entry), masked, this.toldOf(entry));
    }

    /** @param {any} entry @param {number} least @returns {any[]} The sentence of prose that shares most signs with the question. */
    passage(entry, least) {
      if (!this.question.chinese || PASSED.indexOf(entry.kind) < 0) {
        return [];
      }
      const stories = (entry.links.stories || [])
        .map((/** @type {string} */ id) => this.index.entries.get(`story/${id}`))
        .filter(Boolean);
      const facts = [entry, ...stories].flatMap((each) => this.factsOf(each)).filter((fact) => PROSE.has(fact.field) && !/^[\d.]+\s*\D{1,3}$/.test(fact.value));
      const masked = this.question.masked.replace(lexicon.IDLE, " ").replace(/〇/g, " ");
      const measured = this.measured();
      const [best, next] = retrieval
        .passages(facts, masked, this.toldOf(entry))
        .filter((/** @type {any} */ { fact }) => measured === null || measured.test(undated(fact.sentence)))
        .filter((/** @type {any} */ { pairs, signs }) => pairs > 0 || signs > 2 || (measured !== null && signs >= (measured === ANY_NUMBER ? 2 : 1)));
      const enough = measured !== null && (measured !== ANY_NUMBER || entry.kind === "story") ? LEAST_MEASURED : least;
      if (best === undefined || best.score < enough) {
        return [];
      }
      const isClose =
        next !== undefined && next.score >= enough && next.score >= best.score * (measured === null ? 0.98 : CLOSE);
      return isClose ? [best.fact, next.fact] : [best.fact];
    }

    /** @param {any} entry @returns {any[]} Sentences of the record and of its stories that say what was asked. */
    nearest(entry) {
      const words = this.apart(
        this.question.chinese
          ? retrieval.piecesOf(this.question.residue)
          : retrieval.wordsOf(this.question.masked, false),
        entry.key
      );
      if (words.length === 0 && this.question.chinese && entry.kind !== "product") {
        words.push(...this.apart(retrieval.wordsOf(this.question.masked, true), entry.key));
      }
      const stories =
        entry.kind === "product"
          ? entry.links.stories.map((/** @type {string} */ id) => this.index.entries.get(`story/${id}`)).filter(Boolean)
          : [];
      const isOfOne = words.every((/** @type {string} */ word) => word.length < 2) && this.question.chinese;
      const facts = [entry, ...stories]
        .flatMap((each) => this.factsOf(each))
        .filter((fact) => !isOfOne || TOLD_AT_LENGTH.has(fact.field));
      const isLoose =
        words.some((/** @type {string} */ word) => word.length < 2) &&
        entry.kind !== "product" &&
        entry.kind !== "channel";
      const least = entry.kind === "product" ? 0.5 : 0.6;
      const found = isLoose
        ? []
        : retrieval.best(facts, words, this.question.chinese, least, this.question.chinese ? 1 : 2);
      const asksNumber = /how (?:much|many)/.test(this.question.folded);
      const measured = this.question.chinese ? this.measured() : asksNumber ? ANY_NUMBER : null;
      return found.filter((/** @type {any} */ fact) => measured === null || measured.test(undated(fact.sentence)));
    }

    /** @param {string} sentence @returns {boolean} Whether it tells a number that is not part of a name. */
    hasNumber(sentence) {
      const names = [...this.index.entries.values()].flatMap((entry) => entry.names);
      const rest = names
        .filter((/** @type {string} */ name) => /\d/.test(name))
        .reduce((/** @type {string} */ text, /** @type {string} */ name) => text.split(name).join(" "), sentence);
      return ANY_NUMBER.test(undated(rest));
    }

    /** @param {any[]} targets @returns {Answer} */
    prose(targets) {
      const words = this.question.chinese
        ? retrieval.wordsOf(this.question.bare, true)
        : retrieval.wordsOf(this.question.folded, false);
      const asksHow = /怎么|如何|怎样|咋|\bhow (?:do|can|to)\b/.test(this.question.folded);
      const asked = targets.filter((entry) => entry && (!asksHow || HOW.has(entry.kind)));
      const facts = asked.flatMap((entry) => this.factsOf(entry)).filter((fact) => fact.field !== "products");
      const notes = this.decided.intents.filter((/** @type {any} */ each) => each.says !== undefined);
      const noted = retrieval.best(
        facts.filter((fact) => notes.some((/** @type {any} */ each) => each.says.test(forms.folded(fact.sentence)))),
        words,
        this.question.chinese,
        0.25,
        2
      );
      if (noted.length > 0) {
        return this.made([noted[0].sentence], [noted[0]], { entry: this.index.entries.get(noted[0].record) });
      }
      const isShort = words.length < 3 && /怎么办|咋办|怎么处理/.test(this.question.bare);
      const found = isShort
        ? retrieval.best(
            facts.filter((fact) => fact.record.startsWith("page/")),
            words,
            true,
            1
          )
        : retrieval.telling(facts, words, this.question.chinese);
      const asksNumber = /多少|几|how (?:much|many)/.test(this.question.folded);
      if (found.length === 0 && this.question.chinese) {
        const pages = targets
          .filter((entry) => entry && entry.kind === "page")
          .flatMap((entry) => this.passagesOf(entry))
          .sort((one, other) => other.score - one.score);
        const page = pages.length > 0 ? this.index.entries.get(pages[0].fact.record) : null;
        if (page !== null && pages[0].score >= LEAST_OF_PAGE && (pages[0].pairs > 1 || (pages[0].pairs > 0 && pages[0].score > 0.75)) && !this.isBeside(page, [pages[0].fact])) {
          found.push(pages[0].fact);
        }
      }
      const isTold = found.length > 0 && (!asksNumber || this.hasNumber(found[0].sentence));
      if (!isTold || !this.isOfYear(found)) {
        return this.refusal(this.question.mentions.length === 0 ? "unknown_thing" : "unknown");
      }
      return this.made([found[0].sentence], [found[0]], { entry: this.index.entries.get(found[0].record) });
    }
  }

  ask.Searching = Searching;
})();

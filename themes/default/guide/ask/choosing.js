/**
 * Which facts of a record answer, as the rules choose them: by the fields that an intent names.
 */

(function () {
  "use strict";

  const ask = /** @type {any} */ (globalThis).shanhuo.ask;
  const { forms, lexicon, retrieval } = ask;

  /** Fields of which only those are told that share words with the question. */
  const CHOSEN = new Set(["figure", "description", "history", "agreement", "target", "value"]);
  /** Fields that say at which channel. */
  const BY_CHANNEL =
    /^(?:price|shipping|price_here|minimum_order|case_quantity|buyers|availability|price_note|total|buy|stock_price)$/;
  /** Intents that ask too little by themselves where another one asks more. */
  const VAGUE = new Set(["about", "many", "sells", "kind", "policy", "parts"]);
  /** Likewise, of products. */
  const VAGUE_OF_GOODS = new Set([
    "where",
    "dates",
    "organiser",
    "status",
    "events",
    "capacity",
    "duration",
    "operator"
  ]);
  /** Intents of which a word more can ask for another thing. */
  const STRICT = new Set(["net", "many", "sells", "parts", "case", "capacity", "firms", "about", "kind"]);

  /** @param {any} intent Of notes. @param {string} kind @param {any} fact @returns {boolean} Whether the fact says what is asked for. */
  function isAnswer(intent, kind, fact) {
    const fields = intent.fields[kind] || [];
    return fields.indexOf(fact.field) >= 0 && intent.says.test(forms.folded(fact.sentence));
  }

  class Choosing extends ask.Reply {
    /** @param {any} entry @returns {any[]} Intents that the record's kind can answer, the vague ones only alone. */
    applicable(entry) {
      const all = this.factsOf(entry);
      const fitting = this.decided.intents.filter(
        (/** @type {any} */ each) =>
          ((each.fields[entry.kind] || []).length > 0 || (each.fields["*"] && !each.fields[entry.kind])) &&
          (each.says === undefined || this.isNoted(each, entry.kind, all))
      );
      const asksWhat = fitting.some((/** @type {any} */ each) => each.id === "sells");
      const isVague = (/** @type {any} */ each) =>
        (each.id === "buy" && asksWhat && entry.kind === "channel") ||
        (VAGUE.has(each.id) && !(each.id === "sells" && (entry.kind === "channel" || entry.kind === "origin"))) ||
        (each.id === "origin" && asksWhat && entry.kind === "origin") ||
        (entry.kind === "product" && VAGUE_OF_GOODS.has(each.id));
      const clear = fitting.filter((/** @type {any} */ each) => !isVague(each));
      const has = new Set(this.factsOf(entry).map((/** @type {any} */ fact) => fact.field));
      const answered = clear.filter((/** @type {any} */ each) =>
        (each.fields[entry.kind] || []).some((/** @type {string} */ field) => has.has(field))
      );
      return (answered.length > 0 ? answered : clear.length > 0 && entry.kind === "product" ? clear : fitting).slice(
        0,
        3
      );
    }

    /** @param {any[]} facts @returns {any[]} Those of the channel that was named, where one was. */
    ofChannels(facts) {
      const { channels } = this.decided;
      if (channels.length === 0 || /网上|线上|线下|online|offline|in person/.test(this.question.folded)) {
        return facts;
      }
      return facts.filter(
        (fact) =>
          !BY_CHANNEL.test(fact.field) ||
          channels.some((/** @type {string} */ name) => fact.sentence.indexOf(name) >= 0)
      );
    }

    /** @param {any[]} facts @returns {any[]} Those with the number or mark that was said, where one has it. */
    ofNumbers(facts) {
      const marks = this.question.folded.match(/[a-z]*\d{5,}/g) || [];
      const found = facts.filter((fact) =>
        marks.some((/** @type {string} */ mark) => forms.folded(fact.sentence).indexOf(mark) >= 0)
      );
      return found.length > 0 ? found : facts;
    }

    /** @param {any[]} all @returns {any[]} Without sums of money where people, bodies or things are to be counted. */
    counted(all) {
      const isMoney = (/** @type {any} */ fact) => /\bCNY\b|[¥￥€]|元/.test(fact.value);
      return lexicon.COUNTED.test(this.question.masked)
        ? all.filter((fact) => (fact.field !== "figure" && fact.field !== "value") || !isMoney(fact))
        : all;
    }

    /** @param {any} entry @returns {any[]} */
    about(entry) {
      const all = this.counted(this.factsOf(entry));
      if (this.decided.fields.length > 0) {
        return all.filter((fact) => this.decided.fields.indexOf(fact.field) >= 0).slice(0, 2);
      }
      if (/来源(?!地)|出处|哪里?来的数|数.{0,4}哪儿?里?来|依据是|谁说的|\bsources?\b/.test(this.question.masked)) {
        return this.sourced(all);
      }
      if (entry.kind === "figure") {
        return all.filter((fact) => fact.field === "value");
      }
      const intents = this.applicable(entry);
      if (intents.length === 0) {
        return this.unasked(entry, all);
      }
      if (intents.every((/** @type {any} */ each) => STRICT.has(each.id)) && !this.isSaid(all)) {
        return [];
      }
      const words = retrieval.wordsOf(this.question.masked, this.question.chinese);
      /** @type {any[]} */
      const facts = [];
      for (const intent of intents) {
        const fields = intent.fields[entry.kind] || intent.fields["*"];
        const isVague = VAGUE.has(intent.id);
        const isCount = intent.id === "many" || intent.id === "firms" || intent.id === "capacity";
        for (const field of fields) {
          if (intent.id === "buy" && field === "availability" && facts.length > 0) {
            continue;
          }
          if (
            isCount &&
            field === "products" &&
            !/产品|商品|款|种|件|货|product|goods|kind|item/.test(this.question.masked)
          ) {
            continue;
          }
          const told = all.filter(
            (fact) =>
              fact.field === field &&
              (!intent.only || intent.only.test(forms.folded(fact.sentence))) &&
              (intent.says === undefined || isAnswer(intent, entry.kind, fact))
          );
          const found = field === "slot" && entry.kind === "placement" ? this.ofSlots(told) : this.ofNumbers(this.ofChannels(told));
          const chosen =
            intent.says !== undefined
              ? this.closest(told, words, intent.near === true)
              : field === "description" && intent.id === "website"
              ? found.filter((fact) => /网|微信|web|wechat/.test(forms.folded(fact.sentence)))
              : CHOSEN.has(field) && entry.kind !== "figure" && intent.id !== "about" && !intent.only
                ? this.bestOf(found, words, intent.id)
                : isVague && intent.id === "about" && field === "description"
                  ? found.slice(0, 2)
                  : found;
          facts.push(...chosen.filter((fact) => facts.indexOf(fact) < 0));
          if (chosen.length > 0 && isVague && field !== "summary" && field !== "plaque") {
            break;
          }
        }
        facts.push(...this.toldOn(intent.id, all, facts, words));
      }
      const rest = facts.length > 0 && this.question.chinese ? retrieval.piecesOf(this.question.residue) : [];
      if (rest.some((/** @type {string} */ word) => word.length > 1)) {
        const others = all.filter((fact) => fact.field === "description" && facts.indexOf(fact) < 0);
        facts.push(...retrieval.best(others, this.apart(rest, entry.key), true, 0.6).slice(0, 1));
      }
      return facts;
    }

    /**
     * @param {string} intent
     * @param {any[]} all
     * @param {any[]} facts Found so far.
     * @param {string[]} words
     * @returns {any[]} Sentences of prose on the same subject, those first that share words with the question.
     */
    toldOn(intent, all, facts, words) {
      const topic = /** @type {Object<string, RegExp>} */ (lexicon.TOPICS)[intent];
      if (topic === undefined || facts.length === 0) {
        return [];
      }
      const isChinese = this.language.startsWith("zh");
      const sentences = all.filter((fact) => fact.field === "description" && topic.test(forms.folded(fact.sentence)));
      const scored = sentences.map((fact) => ({ fact, score: retrieval.shared(fact, words, isChinese) }));
      scored.sort((one, other) => other.score - one.score);
      const least = intent === "prepare" || intent === "origin" || intent === "season" ? 1 : 0;
      return scored
        .filter(({ score }) => score >= least)
        .slice(0, 2)
        .map(({ fact }) => fact);
    }

    /** @param {any[]} all @returns {boolean} Whether what else was said is in the record at all. */
    isSaid(all) {
      const rest = this.question.chinese
        ? ask.understanding.residueOf(this.question.masked.replace(lexicon.IDLE, " "), this.question.kind)
        : "";
      const words = retrieval.piecesOf(rest).filter((/** @type {string} */ word) => word.length > 1);
      return words.length === 0 || all.some((fact) => retrieval.shared(fact, words, true) * 2 >= words.length);
    }

    /** @param {string[]} words @param {string} record @returns {string[]} Those that are not of its name anyway. */
    apart(words, record) {
      const { all } = this.index.entries.get(record);
      const mentioned = this.question.mentions.map((/** @type {any} */ each) => each.text).join(" ");
      const said = new Set(forms.tokens(`${all} ${mentioned}`));
      return words.filter((word) => (forms.hasHan(word) ? forms.bare(all).indexOf(word) < 0 : !said.has(word)));
    }

    /** @param {any[]} found @param {string[]} words @param {string} intent @returns {any[]} Those that share words with the question; of few sums all. */
    bestOf(found, words, intent) {
      const others = lexicon.SAID.filter((/** @type {any} */ [cue]) => cue.test(this.question.masked)).flatMap(
        (/** @type {any} */ [, said]) => said
      );
      const record = found.length > 0 ? found[0].record : "";
      const chosen = record ? retrieval.best(found, this.apart(words, record), this.question.chinese, 0.2) : [];
      const isPlain = this.question.residue.replace(/\s/g, "").length < 2;
      const best = chosen.length > 0 || !isPlain ? chosen : retrieval.best(found, others, this.question.chinese, 0.1);
      if (
        best.length === 0 &&
        found.length > 0 &&
        found[0].field === "description" &&
        found[0].record.startsWith("channel/")
      ) {
        return found.slice(0, 2);
      }
      return best.length === 0 &&
        intent === "progress" &&
        found.length < 5 &&
        this.question.residue.replace(/\s/g, "").length < 2 &&
        found.every((fact) => fact.field === "figure")
        ? found
        : best;
    }

    /** @param {any[]} all @returns {any[]} */
    sourced(all) {
      const found = all.find((fact) => fact.source !== null);
      return found === undefined
        ? []
        : [{ ...found, sentence: `${found.sentence}${this.text("source", { source: found.source.title })}` }];
    }

    /** @param {any[]} found @param {string[]} words @param {boolean} near Whether none but those that share words will do. @returns {any[]} At most two: those that share words with the question first. */
    closest(found, words, near) {
      const scored = found.map((fact) => ({ fact, score: retrieval.shared(fact, words, this.question.chinese) }));
      scored.sort((one, other) => other.score - one.score);
      const chosen = near ? scored.filter(({ score }) => score > 0) : scored;
      return chosen.slice(0, 2).map(({ fact }) => fact);
    }

    /** @param {any} intent @param {string} kind @param {any[]} facts @returns {boolean} Whether one of them says what is asked for. */
    isNoted(intent, kind, facts) {
      const words = intent.near ? retrieval.wordsOf(this.question.masked, this.question.chinese) : [];
      return facts.some(
        (fact) => isAnswer(intent, kind, fact) && (!intent.near || retrieval.shared(fact, words, this.question.chinese) > 0)
      );
    }

    /** @param {any[]} facts @returns {any[]} Of slots only those whose number or goods were named. */
    ofSlots(facts) {
      const { folded, mentions } = this.question;
      const codes = folded.match(/[a-z]\d{1,2}(?!\d)|\d{1,2}(?=号)/g) || [];
      const named = mentions.map((/** @type {any} */ each) => each.text);
      const chosen = facts.filter((fact) => codes.some((/** @type {string} */ code) => forms.folded(fact.sentence).indexOf(code) >= 0));
      return codes.length > 0
        ? chosen
        : facts.filter((fact) => named.some((/** @type {string} */ name) => forms.bare(forms.folded(fact.value)).indexOf(name) >= 0));
    }

    /** @param {any} entry @param {any[]} all @returns {any[]} What is told where a record alone was named. */
    unasked(entry, all) {
      if (this.decided.intents.length > 0) {
        return [];
      }
      const words = this.question.chinese
        ? this.question.residue.replace(/\s/g, "")
        : retrieval.wordsOf(this.question.masked, false).join("");
      if (this.decided.isFollowing || words.length > 0) {
        return [];
      }
      const fields = {
        product: ["summary", "origin", "price"],
        figure: ["value"],
        term: ["description", "preferred"],
        policy: ["summary"],
        campaign: ["summary", "dates"]
      };
      const wanted = /** @type {Object<string, string[]>} */ (fields)[entry.kind] || [
        "summary",
        "description",
        "where",
        "kind"
      ];
      const found = wanted.flatMap((field) => all.filter((fact) => fact.field === field).slice(0, 1));
      return found.slice(0, 3);
    }

    /** @param {any[]} targets @returns {Answer | null} What a note says of terms, though the question looks like one of those that are refused. */
    noted(targets) {
      const intents = this.decided.intents.filter((/** @type {any} */ each) => each.says !== undefined);
      const facts = targets.flatMap((entry) =>
        this.factsOf(entry).filter((/** @type {any} */ fact) => intents.some((/** @type {any} */ each) => isAnswer(each, entry.kind, fact)))
      );
      return facts.length === 0
        ? null
        : this.made(
            facts.slice(0, 2).map((fact) => fact.sentence),
            facts.slice(0, 2),
            { entry: targets[0] }
          );
    }
  }

  ask.Choosing = Choosing;
})();

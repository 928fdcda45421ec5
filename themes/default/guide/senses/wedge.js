/**
 * Readers of barcodes, QR codes and tags that type like a keyboard: which keys were a scan, and which a person's.
 *
 * `decode` takes one happening at a time:
 *
 * - `{type: "key", key, code, at, shift?, control?, alt?, composing?}` for a key that goes down, `{type: "release", key, at}`
 *   for one that comes up, as a browser tells them; `at` in milliseconds.
 * - `{type: "text", text, at}` for what an input method put into a field (`input`, `compositionend`).
 * - `{type: "pause", at}` when nothing has come for a while: some readers end without Enter.
 *
 * An input method takes keys away (`Process`, `Unidentified`, number 229) and gives text later, in the middle of a code.
 * So what is not told by a key is taken from its place on the keyboard, and where that is not told either, from the text.
 */
(function () {
  "use strict";
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});
  var decoders = (shanhuo.decoders = shanhuo.decoders || {});

  /** Longest code, in characters. */
  var LONGEST = 512;
  /** Milliseconds between two characters of a reader, at most, unless `settings.gap`; a quick typist needs 80 and more. */
  var GAP = 60;
  /** The same where an input method stands between. */
  var SLOW_GAP = 250;
  /** Mean of all gaps as a part of the longest; in milliseconds where an input method delayed some. */
  var MEAN = 2 / 3;
  var SLOW_MEAN = 60;
  /** Fewest characters of a code; without a terminator. */
  var LEAST = 4;
  var LEAST_ALONE = 8;

  /** Place on the keyboard → character without and with shift, on the keyboards that China uses. */
  /** @type {Object<string, string>} */
  var PLACES = {
    Minus: "-_", Equal: "=+", BracketLeft: "[{", BracketRight: "]}", Backslash: "\\|", Semicolon: ";:", Quote: "'\"",
    Comma: ",<", Period: ".>", Slash: "/?", Backquote: "`~", Space: "  ",
    NumpadDecimal: "..", NumpadSubtract: "--", NumpadAdd: "++", NumpadMultiply: "**", NumpadDivide: "//",
  };
  var OVER_DIGITS = ")!@#$%^&*(";
  /** What an input method makes of a key → the key's own character. */
  /** @type {Object<string, string>} */
  var FULL = { "。": ".", "、": "/", "·": "`", "“": '"', "”": '"', "‘": "'", "’": "'", "《": "<", "》": ">", "【": "[",
    "】": "]", "￥": "$", "…": "^", "—": "_", "「": "{", "」": "}", "\u3000": " " };

  /**
   * @typedef {{text: string, at: number, sum: number, gaps: number, open: number, slow: boolean, ended: boolean,
   *   alt: string, shift: boolean}} Memory
   * `text`: what has come at a reader's pace; `sum`, `gaps`: its pace; `open`: characters of it that only a later text
   * tells, marked in `text` by U+FFFD; `slow`: an input method delayed some; `ended`: the terminator came before that
   * text; `alt`: digits typed with Alt.
   */
  /**
   * @typedef {{type: string, key?: string, code?: string, text?: string, at: number, shift?: boolean, control?: boolean,
   *   alt?: boolean, composing?: boolean}} Happening
   */
  /** @typedef {{gap?: number, least?: number, prefix?: string, suffix?: string}} Settings */

  /** @returns {Memory} */
  function fresh() {
    return { text: "", at: 0, sum: 0, gaps: 0, open: 0, slow: false, ended: false, alt: "", shift: false };
  }

  /**
   * @param {Memory | null} memory
   * @param {Happening} happening
   * @param {Settings} [settings]
   * @returns {{memory: Memory, events: Object[], swallow: boolean}} `swallow`: this key ended a scan; what it would do
   *   to the page is not wanted. Never so for a key that a person pressed.
   */
  function decode(memory, happening, settings) {
    var now = /** @type {Memory} */ (Object.assign(fresh(), memory));
    var ways = settings || {};
    /** @type {Object[]} */
    var events = [];
    var isEnd = false;
    if (happening.type === "text") {
      filled(now, happening);
      if (now.ended && !now.open) finish(now, events, happening.at, ways, ways.least || LEAST);
    }
    else if (happening.type === "release") released(now, happening, ways);
    else if (happening.type === "pause") paused(now, events, happening.at, ways);
    else if (happening.type === "key") {
      if (isTerminator(happening)) {
        close(now, happening, ways);
        isEnd = finish(now, events, happening.at, ways, ways.least || LEAST);
      } else {
        pressed(now, happening, ways);
      }
    }
    return { memory: now, events: events, swallow: isEnd };
  }

  /** @param {Memory} now @param {Object[]} events @param {number} at @param {Settings} ways */
  function paused(now, events, at, ways) {
    if (now.open) Object.assign(now, fresh(), { at: at, shift: now.shift });
    else finish(now, events, at, ways, LEAST_ALONE);
  }

  /** @param {Happening} key */
  function isTerminator(key) {
    var name = key.key || "";
    var isTaken = name === "Process" || name === "Unidentified";
    return name === "Enter" || name === "Tab" || (isTaken && /^(Enter|NumpadEnter|Tab)$/.test(key.code || ""));
  }

  /** @param {Memory} now @param {Happening} key @param {Settings} ways */
  function pressed(now, key, ways) {
    var name = key.key || "";
    if (name === "Shift") now.shift = true;
    if (/^(Shift|CapsLock|NumLock|Alt|Control|Meta|Fn)/.test(name)) return;
    if (key.alt && /^Numpad\d$/.test(key.code || "")) {
      now.alt = (now.alt + (key.code || "").slice(6)).slice(-5);
      return;
    }
    var character = characterOf(key, now.shift);
    if (!character) {
      // Arrows, Backspace and the like: a person.
      Object.assign(now, fresh());
      return;
    }
    add(now, character, key.at, character === "\uFFFD", ways);
  }

  /** @param {Memory} now @param {Happening} key @param {Settings} ways */
  function released(now, key, ways) {
    if (key.key === "Shift") now.shift = false;
    if (key.key !== "Alt" || !now.alt) return;
    var number = Number(now.alt);
    now.alt = "";
    if (number > 0 && number < 0xfffe) add(now, String.fromCharCode(number), key.at, true, ways);
  }

  /**
   * @param {Happening} key
   * @param {boolean} shifted Whether a shift key went down before and has not come up.
   * @returns {string} Its character; U+FFFD where only a later text can tell; empty where it has none.
   */
  function characterOf(key, shifted) {
    var name = key.key || "";
    var code = key.code || "";
    if (name === "F8" || (key.control && (name === "]" || code === "BracketRight"))) return "\x1D";
    if (key.control) return "";
    var isTaken = name === "Process" || name === "Unidentified" || name === "Dead" || name === "";
    if (name.length === 1 && name.charCodeAt(0) < 0x80) return name;
    if (name.length === 1 && name.charCodeAt(0) === 0x1d) return name;
    if (isTaken || name.length === 1) return placed(code, Boolean(key.shift) || shifted) || (isTaken ? "\uFFFD" : plain(name));
    return "";
  }

  /** @param {string} code @param {boolean} shift @returns {string} */
  function placed(code, shift) {
    var letter = /^Key([A-Z])$/.exec(code);
    if (letter) return shift ? letter[1] : letter[1].toLowerCase();
    var digit = /^(Digit|Numpad)(\d)$/.exec(code);
    if (digit) return shift && digit[1] === "Digit" ? OVER_DIGITS[Number(digit[2])] : digit[2];
    return PLACES[code] ? PLACES[code][shift ? 1 : 0] : "";
  }

  /** @param {string} text @returns {string} Characters of full width as a keyboard has them. */
  function plain(text) {
    return text.replace(/[\uFF01-\uFF5E]/g, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xfee0); })
      .replace(/[^\x00-\x7F]/g, function (wide) { return FULL[wide] || wide; });
  }

  /**
   * @param {Memory} now
   * @param {string} character
   * @param {number} at
   * @param {boolean} isSlow Whether an input method stands between.
   * @param {Settings} ways
   */
  function add(now, character, at, isSlow, ways) {
    var gap = at - now.at;
    var limit = isSlow || now.slow ? SLOW_GAP : ways.gap || GAP;
    if (now.text && (gap > limit || gap < 0 || now.ended)) Object.assign(now, fresh(), { shift: now.shift });
    if (now.text) {
      now.sum += gap;
      now.gaps += 1;
    }
    now.at = at;
    now.slow = now.slow || isSlow;
    now.text = (now.text + character).slice(-LONGEST);
    if (character === "\uFFFD") now.open += 1;
  }

  /** @param {Memory} now @param {Happening} happening What an input method wrote. */
  function filled(now, happening) {
    var text = plain(happening.text || "");
    var open = now.text.indexOf("\uFFFD");
    if (!text || open < 0 || happening.at - now.at > SLOW_GAP) return;
    // The last so many characters of it are those that no key told; the others were told by keys and are there already.
    text = text.slice(-now.open);
    for (var place = 0; place < text.length; place += 1) now.text = now.text.replace("\uFFFD", function () { return text[place]; });
    now.open -= text.length;
    now.at = happening.at;
  }

  /** A terminator that comes too late ends what a person typed. @param {Memory} now @param {Happening} key @param {Settings} ways */
  function close(now, key, ways) {
    var limit = now.slow ? SLOW_GAP : 2 * (ways.gap || GAP);
    if (now.ended || key.at - now.at > limit || key.control || key.alt) Object.assign(now, fresh());
  }

  /**
   * @param {Memory} now
   * @param {Object[]} events
   * @param {number} at
   * @param {Settings} ways
   * @param {number} least
   * @returns {boolean} Whether it was a scan.
   */
  function finish(now, events, at, ways, least) {
    var text = now.text;
    var mean = MEAN * (ways.gap || GAP);
    var isQuick = now.sum <= now.gaps * (now.slow ? Math.max(SLOW_MEAN, mean) : mean);
    if (text.length >= least && isQuick && now.open && !now.ended) {
      now.ended = true;
      now.at = at;
      return false;
    }
    var isWhole = text.length >= least && !now.open;
    Object.assign(now, fresh(), { at: at, shift: now.shift });
    if (!isWhole || !isQuick) return false;
    var code = unwrapped(text, ways);
    if (!code) return false;
    events.push({ type: "scan", code: code });
    return true;
  }

  /** @param {string} text @param {Settings} ways @returns {string} The code without what the reader puts around it. */
  function unwrapped(text, ways) {
    if (ways.prefix && text.indexOf(ways.prefix) === 0) text = text.slice(ways.prefix.length);
    if (ways.suffix && text.slice(-ways.suffix.length) === ways.suffix) text = text.slice(0, -ways.suffix.length);
    return shanhuo.codes.stripped(text);
  }

  decoders.wedge = { decode: decode, fresh: fresh };
})();

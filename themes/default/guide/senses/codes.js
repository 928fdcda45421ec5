/**
 * What a scanned or typed text is: one of our addresses, a trade item number, a tag, or just text.
 *
 * Pure: it runs in a page and in QuickJS alike.
 */
(function () {
  "use strict";
  var shanhuo = (globalThis.shanhuo = globalThis.shanhuo || {});

  /** Characters of our own codes; see generator/contract/shelf_code.py. */
  var ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  /** Longest text that is looked at; a QR symbol holds more, none that stands on a shelf does. */
  var LONGEST = 512;
  /** What readers put in the place of FNC1 between two fields. */
  var SEPARATORS = /\{GS\}|<GS>|\^\]|\u241D|[\x1C-\x1F]/gi;
  /** A symbology identifier, as ISO/IEC 15424 has it: ]C1, ]d2, ]Q3. */
  var SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;
  /** GS1 application identifiers of fixed length → length of what follows; all others end at a separator. */
  var FIXED = { "00": 18, "01": 14, "02": 14, 11: 6, 12: 6, 13: 6, 15: 6, 16: 6, 17: 6, 20: 2 };

  /** @param {string} digits @returns {boolean} Whether the last digit checks the others (GS1 General Specifications 7.9). */
  function checks(digits) {
    var sum = 0;
    for (var place = digits.length - 2, weight = 3; place >= 0; place -= 1, weight = 4 - weight) {
      sum += Number(digits[place]) * weight;
    }
    return (10 - (sum % 10)) % 10 === Number(digits[digits.length - 1]);
  }

  /** @param {string} digits @returns {string} The number in fourteen digits; empty where it is none. */
  function gtin(digits) {
    if (!/^\d+$/.test(digits) || [8, 12, 13, 14].indexOf(digits.length) < 0 || !checks(digits)) return "";
    return digits.padStart(14, "0");
  }

  /** @param {string} code @returns {boolean} Whether it is one of our codes and holds. */
  function isShelfCode(code) {
    if (code.length !== 7) return false;
    var sum = 0;
    for (var place = 0; place < 7; place += 1) {
      var value = ALPHABET.indexOf(code[place]);
      if (value < 0) return false;
      sum += (place + 1) * value;
    }
    return sum % 31 === 0;
  }

  /**
   * @param {string} text An address without scheme and host.
   * @returns {{code?: string, gtin?: string, lot?: string}} What of ours stands in it.
   */
  function pathOf(text) {
    var plain = text.split(/[?#]/)[0];
    var shelf = /(?:^|\/)P\/([0-9A-Z]{7})(?:\/|$)/i.exec(plain);
    if (shelf && isShelfCode(shelf[1].toUpperCase())) return { code: shelf[1].toUpperCase() };
    var item = /(?:^|\/)01\/(\d{8,14})(?:\/|$)(.*)$/.exec(plain);
    var number = item ? gtin(item[1]) : "";
    if (!item || !number) return {};
    var lot = /(?:^|\/)10\/([^/]+)/.exec(item[2]);
    return lot ? { gtin: number, lot: decoded(lot[1]) } : { gtin: number };
  }

  /** @param {string} text @returns {string} The text without percent signs, where it can be read. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (wrong) {
      return text;
    }
  }

  /** @param {string} text @returns {Object<string, string> | null} Identifier → value of an element string in brackets. */
  function bracketed(text) {
    if (!/^\(\d{2,4}\)/.test(text)) return null;
    /** @type {Object<string, string>} */
    var fields = {};
    var pattern = /\((\d{2,4})\)([^(]*)/g;
    for (var found = pattern.exec(text); found; found = pattern.exec(text)) {
      fields[found[1]] = found[2].replace(/\x1D/g, "").trim();
    }
    return fields;
  }

  /** @param {string} text @returns {Object<string, string> | null} Identifier → value of an element string as it is encoded. */
  function encoded(text) {
    if (!/^(01|02)\d{14}/.test(text)) return null;
    /** @type {Object<string, string>} */
    var fields = {};
    var rest = text;
    while (rest) {
      var name = rest.slice(0, 2);
      var length = /** @type {Object<string, number>} */ (FIXED)[name];
      if (!length) {
        // Identifiers of three and four digits are not needed here; the field ends at the separator all the same.
        if (!/^\d{2}/.test(rest)) return null;
        var end = rest.indexOf("\x1D");
        var stop = end < 0 ? rest.length : end;
        fields[name] = rest.slice(2, stop);
        rest = rest.slice(stop + 1);
        continue;
      }
      var value = rest.slice(2, 2 + length);
      if (value.length < length || !/^\d+$/.test(value)) return null;
      fields[name] = value;
      rest = rest.slice(2 + length).replace(/^\x1D/, "");
    }
    return fields;
  }

  /**
   * @param {string} text What a reader sent.
   * @returns {string} The same without symbology identifier and leading FNC1; separators inside are one character each.
   */
  function stripped(text) {
    var plain = text.slice(0, LONGEST).replace(SEPARATORS, "\x1D");
    plain = plain.replace(/^[\s\x1D]+|[\s\x1D]+$/g, "").replace(SYMBOLOGY, "");
    return plain.replace(/^[\s\x1D]+|[\s\x1D]+$/g, "");
  }

  /**
   * @param {string} text Number of a tag, as a reader, a controller or an editor wrote it.
   * @returns {string} The same for all ways of writing it: `0x04:a2`, `04 A2` and `04A2`; `002` and `2`.
   */
  function key(text) {
    var plain = String(text).toUpperCase().replace(/[\s:._-]/g, "").replace(/^0X(?=[0-9A-F]+$)/, "");
    return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, "") : plain;
  }

  /**
   * @param {string} text What was scanned or typed.
   * @returns {Object<string, string>} What it is: `kind` is `link`, `gtin`, `tag` or `text`, `text` the code stripped.
   */
  function read(text) {
    var plain = stripped(String(text));
    var address = /^(https?):\/\/([^\s/?#]+)(\/\S*)?$/i.exec(plain);
    if (address) return Object.assign({ kind: "link", text: plain, host: address[2].toLowerCase() }, pathOf(address[3] || ""));
    var fields = bracketed(plain) || encoded(plain);
    var named = fields ? gtin(fields["01"] || fields["02"] || "") : "";
    if (fields && named) {
      /** @type {Object<string, string>} */
      var item = { kind: "gtin", text: plain, gtin: named };
      if (fields["10"]) item.lot = fields["10"];
      return item;
    }
    var number = gtin(plain.replace(/[\s-]/g, ""));
    if (number) return { kind: "gtin", text: plain, gtin: number };
    var typed = plain.toUpperCase().replace(/[\s-]/g, "");
    if (isShelfCode(typed)) return { kind: "link", text: plain, host: "", code: typed };
    if (isTag(plain)) return { kind: "tag", text: plain, tag: key(plain) };
    return { kind: "text", text: plain };
  }

  /**
   * @param {string} plain
   * @returns {boolean} Whether a reader of tags writes so: bytes in hexadecimal (EPC, UID), or the ten digits of EM4100.
   */
  function isTag(plain) {
    var bytes = plain.replace(/^0x/i, "").replace(/[\s:-]/g, "");
    if (/^\d{10}$/.test(bytes)) return true;
    if (!/^[0-9A-F]+$/i.test(bytes) || bytes.length % 2) return false;
    return bytes.length >= 16 || (bytes.length >= 8 && /[A-F]/i.test(bytes));
  }

  shanhuo.codes = { read: read, key: key, gtin: gtin, stripped: stripped, isShelfCode: isShelfCode };
})();

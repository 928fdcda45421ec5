/**
 * Readers that type: listens to the keys of the whole page, and undoes what a scan has typed into a field.
 *
 * What a person types is left alone: no key is kept back but the Enter or Tab that ended a scan.
 */
(function () {
  "use strict";
  var shanhuo = globalThis.shanhuo;

  /** Milliseconds without a key after which a code without terminator is whole. */
  var PAUSE = 300;
  /** Milliseconds for which an input method may still write what it has taken of a scan. */
  var LATE = 300;

  /** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

  /** @param {EventTarget | null} target @returns {Field | null} */
  function fieldOf(target) {
    if (target instanceof HTMLTextAreaElement) return target;
    return target instanceof HTMLInputElement && /^(text|search|url|tel|password|)$/.test(target.type) ? target : null;
  }

  /**
   * @param {any} input
   * @param {{emit: (event: Object) => void}} context
   * @returns {{stop: () => void}}
   */
  function begin(input, context) {
    /** @type {any} */
    var memory = null;
    /** @type {{field: Field, value: string} | null} What a field held before the first key of what may be a scan. */
    var before = null;
    /** @type {{field: Field, value: string, until: number} | null} What a field shall hold, whatever comes late. */
    var after = null;
    var timer = 0;
    var ways = { prefix: input.prefix, suffix: input.suffix, gap: input.gap, least: input.least };

    /** @param {any} happening @param {Event | null} event @param {Field | null} field */
    function take(happening, event, field) {
      var value = field ? field.value : "";
      var told = shanhuo.decoders.wedge.decode(memory, happening, ways);
      memory = told.memory;
      // This key may be the first of a scan; the field holds what it held before, since it is written to after this.
      var isFirst = memory.text.length === 1 && memory.gaps === 0 && memory.at === happening.at;
      if (isFirst && happening.type === "key") before = field ? { field: field, value: value } : null;
      window.clearTimeout(timer);
      if (memory.text) timer = window.setTimeout(pause, PAUSE);
      if (told.swallow && event) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if (told.events.length) restore();
      told.events.forEach(context.emit);
    }

    function pause() {
      take({ type: "pause", at: performance.now() }, null, null);
    }

    function restore() {
      if (!before) return;
      put(before.field, before.value);
      after = { field: before.field, value: before.value, until: performance.now() + LATE };
      before = null;
    }

    /** @param {Field} field @param {string} value */
    function put(field, value) {
      if (field.value === value) return;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
      if (event.repeat) return;
      after = null;
      take(
        {
          type: "key",
          key: event.key,
          code: event.code,
          at: event.timeStamp,
          shift: event.shiftKey,
          control: event.ctrlKey || event.metaKey,
          alt: event.altKey,
          composing: event.isComposing || event.keyCode === 229,
        },
        event,
        fieldOf(event.target)
      );
    }

    /** @param {KeyboardEvent} event */
    function released(event) {
      if (event.key === "Alt" || event.key === "Shift") take({ type: "release", key: event.key, at: event.timeStamp }, null, null);
    }

    /** @param {Event} event */
    function written(event) {
      var text = /** @type {InputEvent | CompositionEvent} */ (event).data;
      if (!event.isTrusted) return;
      if (after && event.target === after.field && performance.now() < after.until) put(after.field, after.value);
      if (text) take({ type: "text", text: text, at: event.timeStamp }, null, null);
    }

    document.addEventListener("keydown", pressed, true);
    document.addEventListener("keyup", released, true);
    document.addEventListener("input", written, true);
    document.addEventListener("compositionend", written, true);
    return {
      stop: function () {
        window.clearTimeout(timer);
        document.removeEventListener("keydown", pressed, true);
        document.removeEventListener("keyup", released, true);
        document.removeEventListener("input", written, true);
        document.removeEventListener("compositionend", written, true);
      },
    };
  }

  shanhuo.senses.drivers.keyboard = begin;
})();

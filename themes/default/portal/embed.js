/** On the page of one column for webmasters: writes what was chosen into the code of each grade and the previews. */
(function () {
  "use strict";
  var page = /** @type {HTMLElement | null} */ (document.querySelector("[data-sh-embed]"));
  var form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-sh-choices]"));
  if (!page || !form) return;
  var integrity = page.getAttribute("data-integrity") || "";
  var choices = form;
  /** @type {Object<string, string>} Id → the code as it came. */
  var first = {};
  ["grade-c-code", "grade-d-code", "grade-e-code"].forEach(function (id) {
    var code = document.getElementById(id);
    if (code) first[id] = code.textContent || "";
  });

  /** @param {string} name */
  function chosen(name) {
    var field = /** @type {HTMLInputElement} */ (choices.elements.namedItem(name));
    return field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
  }

  /** @param {Object<string, string>} values */
  function attributesOf(values) {
    return Object.keys(values)
      .filter(function (name) {
        return values[name];
      })
      .map(function (name) {
        return " " + name + '="' + values[name] + '"';
      })
      .join("");
  }

  /** @param {string} code @param {Object<string, string>} values */
  function written(code, values) {
    var looks = { theme: values.theme, layout: values.layout };
    var hash = new URLSearchParams(
      Object.entries(looks).filter(function (entry) {
        return entry[1];
      })
    ).toString();
    var sealed = chosen("integrity") ? ' integrity="' + integrity + '" crossorigin="anonymous"' : "";
    return code
      .replace(/(<shanhuo-[a-z]+ src="[^"]*")/, "$1" + attributesOf(values))
      .replace(/(<iframe src="[^"#]*)/, "$1" + (hash ? "#" + hash : ""))
      .replace(/(<script async src="[^"]*")/, "$1" + sealed);
  }

  function show() {
    var values = { theme: chosen("theme"), layout: chosen("layout"), limit: chosen("limit") };
    Object.keys(first).forEach(function (id) {
      /** @type {HTMLElement} */ (document.getElementById(id)).textContent = written(first[id], values);
    });
    document.querySelectorAll(".sh-embed__element").forEach(function (element) {
      Object.entries(values).forEach(function (entry) {
        if (entry[1]) element.setAttribute(entry[0], entry[1]);
        else element.removeAttribute(entry[0]);
      });
    });
  }

  choices.classList.add("sh-embed__choices--ready");
  choices.addEventListener("input", show);
  choices.addEventListener("submit", function (event) {
    event.preventDefault();
  });
})();

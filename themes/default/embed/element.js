/**
 * `<shanhuo-column>`, `<shanhuo-product>`, `<shanhuo-progress>`: a column in a shadow root, from one request for data.
 *
 * Attributes: `src` (the data), `lang`, `theme` (light, dark, auto), `layout` (list, cards, banner), `limit`,
 * `loading` (lazy, eager).  Events, which bubble: `shanhuo:ready`, `shanhuo:error`, and `shanhuo:select`, which the host
 * may cancel to open the address itself.  Until there is something to show, and when nothing comes, the element's own
 * content is seen.  Works beside scripts that have changed Array, Function and Element: only plain loops here.
 */
(function () {
  "use strict";
  if (!window.customElements || !window.fetch || !Element.prototype.attachShadow) return;
  if (customElements.get("shanhuo-column")) return;

  var STYLE = "/*column.css*/";
  var HOST =
    ":host{display:block!important}" +
    ":host([hidden]){display:none!important}";
  /** @type {Object<string, Promise<any>>} Address → data: what stands twice on a page is asked for once. */
  var asked = Object.create(null);
  /** @type {CSSStyleSheet | undefined} Shared by all; constructed sheets need no leave of the host's policy. */
  var sheet;

  /** @param {ShadowRoot} root */
  function dress(root) {
    if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(HOST + STYLE);
      }
      root.adoptedStyleSheets = [sheet];
    } else {
      var style = document.createElement("style");
      style.textContent = HOST + STYLE;
      root.appendChild(style);
    }
  }

  /**
   * @param {string} tag
   * @param {string} name Class.
   * @param {string} [text]
   * @returns {HTMLElement}
   */
  function made(tag, name, text) {
    var element = document.createElement(tag);
    element.className = "sh-c" + name;
    if (text) element.textContent = text;
    return element;
  }

  /**
   * @param {string} href
   * @returns {string} The address if it is one of the web, else none.
   */
  function safe(href) {
    return /^https?:\/\//i.test(href) ? href : "";
  }

  /** @param {any} item @param {string} address Of the data, from which pictures are counted. @returns {HTMLElement} */
  function itemOf(item, address) {
    var entry = made("li", "-item");
    var link = /** @type {HTMLAnchorElement} */ (made("a", "-link"));
    link.href = safe(item.href);
    link.setAttribute("data-id", item.id);
    if (item.picture) {
      var picture = /** @type {HTMLImageElement} */ (made("img", "-picture"));
      picture.loading = "lazy";
      picture.alt = "";
      picture.width = item.picture.width;
      picture.height = item.picture.height;
      if (item.picture.colour) picture.style.background = item.picture.colour;
      // One address for all widths would be counted from the host's page, so the smallest picture serves.
      picture.src = safe(new URL(item.picture.src, address).href);
      link.appendChild(picture);
    }
    var name = made("span", "-name", item.name);
    if (item.sample) name.appendChild(made("span", "-sample", item.sample));
    link.appendChild(name);
    var parts = [["price", item.price], ["origin", item.origin], ["note", item.price_note], ["gone", item.notice]];
    for (var i = 0; i < parts.length; i += 1) {
      if (parts[i][1]) {
        link.appendChild(document.createTextNode(" "));
        link.appendChild(made("span", "-" + parts[i][0], parts[i][1]));
      }
    }
    entry.appendChild(link);
    return entry;
  }

  /** @param {any} bar @param {HTMLElement} into */
  function addBar(bar, into) {
    into.appendChild(made("p", "-label", bar.label));
    if (!bar.mark) return;
    var whole = made("div", "-bar");
    var fill = made("span", "-fill");
    var goal = made("span", "-goal");
    fill.style.width = bar.fill + "%";
    goal.style.left = bar.mark + "%";
    whole.setAttribute("aria-hidden", "true");
    whole.appendChild(fill);
    whole.appendChild(goal);
    into.appendChild(whole);
  }

  /**
   * @param {any} data
   * @param {HTMLElement} host
   * @param {string} address Of the data.
   * @returns {HTMLElement}
   */
  function columnOf(data, host, address) {
    var layout = host.getAttribute("layout") || data.look;
    var limit = Number(host.getAttribute("limit")) || data.items.length;
    var column = made("section", " sh-c--" + layout + " sh-c--" + (host.getAttribute("theme") || "light"));
    column.setAttribute("aria-label", data.title);
    column.lang = data.lang;
    column.dir = data.dir;
    var head = made("div", "-head");
    var title = /** @type {HTMLAnchorElement} */ (made("a", "-title", data.title));
    title.href = safe(data.href);
    head.appendChild(title);
    if (data.partner) head.appendChild(made("span", "-partner", data.partner.name));
    column.appendChild(head);
    if (data.notice) column.appendChild(made("p", "-notice", data.notice));
    if (data.progress) addBar(data.progress, column);
    if (data.items.length) {
      var items = made("ul", "-items");
      items.setAttribute("role", "list");
      for (var i = 0; i < data.items.length && i < limit; i += 1) items.appendChild(itemOf(data.items[i], address));
      column.appendChild(items);
    }
    var foot = made("p", "-foot");
    var source = document.createElement("a");
    source.href = safe(data.source.href);
    source.textContent = data.source.name;
    foot.appendChild(made("span", "-day", data.texts.as_of));
    foot.appendChild(source);
    column.appendChild(foot);
    return column;
  }

  /**
   * @param {string} src
   * @param {string} language
   * @returns {string} Address of the data in that language; the plain one is the site's own.
   */
  function addressOf(src, language) {
    var address = new URL(src, document.baseURI).href;
    return language ? address.replace(/(\.[a-z-]+)?\.json$/, "." + language.toLowerCase() + ".json") : address;
  }

  /** @param {string} address */
  function dataOf(address) {
    if (!asked[address]) {
      asked[address] = fetch(address, { credentials: "omit" }).then(function (answer) {
        if (!answer.ok) throw new Error(address + ": " + answer.status);
        return answer.json();
      });
      asked[address].catch(function () {
        delete asked[address];
      });
    }
    return asked[address];
  }

  /** @param {HTMLElement} element @param {string} name @param {object} detail */
  function tell(element, name, detail) {
    return element.dispatchEvent(
      new CustomEvent("shanhuo:" + name, { bubbles: true, cancelable: true, composed: true, detail: detail })
    );
  }

  function define(/** @type {string} */ tag) {
    class Column extends HTMLElement {
      static get observedAttributes() {
        return ["src", "lang", "theme", "layout", "limit"];
      }

      constructor() {
        super();
        /** @type {IntersectionObserver | undefined} */
        this.watch = undefined;
        this.awaited = "";
        // A host's server may have sent the shadow root with the page; it is filled anew.
        var root = this.shadowRoot || this.attachShadow({ mode: "open" });
        root.textContent = "";
        dress(root);
        this.own = /** @type {Element} */ (document.createElement("slot"));
        root.appendChild(this.own);
        root.addEventListener("click", (event) => {
          var target = /** @type {Element} */ (event.target);
          var link = target.closest ? target.closest("a") : null;
          if (link && !tell(this, "select", { id: link.getAttribute("data-id"), href: link.href })) event.preventDefault();
        });
      }

      connectedCallback() {
        if (this.getAttribute("loading") !== "lazy" || !window.IntersectionObserver) {
          this.load();
          return;
        }
        this.watch = new IntersectionObserver(
          (entries) => {
            for (var i = 0; i < entries.length; i += 1) if (entries[i].isIntersecting) this.begin();
          },
          { rootMargin: "300px" }
        );
        this.watch.observe(this);
      }

      disconnectedCallback() {
        if (this.watch) this.watch.disconnect();
        this.watch = undefined;
      }

      attributeChangedCallback() {
        if (this.awaited) this.load();
      }

      begin() {
        this.disconnectedCallback();
        this.load();
      }

      load() {
        var src = this.getAttribute("src");
        if (!src) return;
        var address = addressOf(src, this.getAttribute("lang") || "");
        this.awaited = address;
        dataOf(address).then(
          (data) => {
            if (this.awaited !== address) return;
            var column = columnOf(data, this, address);
            this.own.parentNode.replaceChild(column, this.own);
            this.own = column;
            tell(this, "ready", { id: data.id, items: data.items.length });
          },
          (error) => {
            tell(this, "error", { message: String(error) });
          }
        );
      }
    }
    customElements.define(tag, Column);
  }

  define("shanhuo-column");
  define("shanhuo-product");
  define("shanhuo-progress");
})();

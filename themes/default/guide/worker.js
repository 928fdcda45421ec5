/**
 * Holds all files of one display, named by the small script that runs this: `shanhuo = {display, version, files}`.
 *
 * A version is taken whole or not at all, and what is held is answered before the network is asked.
 */
(function () {
  "use strict";
  /** @type {any} */
  var worker = self;
  /** @type {{display: string, version: string, files: string[]}} */
  var kept = worker.shanhuo;
  var START = "shanhuo-guide-" + kept.display + "-";
  var NAME = START + kept.version;
  var AT_ONCE = 6;

  /** @param {Cache} cache @param {string[]} files @returns {Promise<void>} */
  async function fill(cache, files) {
    var left = files.slice();
    async function next() {
      for (var file = left.shift(); file !== undefined; file = left.shift()) {
        var answer = await fetch(file, { cache: "no-cache" });
        if (!answer.ok) throw new Error(file + " " + answer.status);
        await cache.put(file, answer);
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }

  /** @param {string} word */
  async function tell(word) {
    var pages = await worker.clients.matchAll({ includeUncontrolled: true });
    pages.forEach((/** @type {any} */ page) => page.postMessage(word));
  }

  worker.addEventListener("install", (/** @type {any} */ event) => {
    worker.skipWaiting();
    event.waitUntil(caches.open(NAME).then((cache) => fill(cache, kept.files)));
  });

  worker.addEventListener("activate", (/** @type {any} */ event) => {
    event.waitUntil(
      (async () => {
        var names = await caches.keys();
        var old = names.filter((name) => name.startsWith(START) && name !== NAME);
        await worker.clients.claim();
        await Promise.all(old.map((name) => caches.delete(name)));
        await tell(old.length ? "shanhuo:new" : "shanhuo:kept");
      })()
    );
  });

  worker.addEventListener("message", (/** @type {any} */ event) => {
    if (event.data === "shanhuo:kept?") event.waitUntil(tell("shanhuo:kept"));
  });

  worker.addEventListener("fetch", (/** @type {any} */ event) => {
    if (event.request.method !== "GET") return;
    event.respondWith(
      (async () => {
        var cache = await caches.open(NAME);
        var url = new URL(event.request.url);
        if (url.pathname.endsWith("/")) url.pathname += "index.html";
        var held = await cache.match(url.href, { ignoreSearch: true });
        // Which sensor is under which slot is found out where the display stands, so the newest answer counts.
        if (url.pathname.endsWith("/slots.js")) return fetch(event.request).catch(() => held || Response.error());
        return held || fetch(event.request);
      })()
    );
  });
})();

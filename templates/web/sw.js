/* Kept for when there is no network: the core pages, as they were last seen. The network always
   comes first, so that a page is never older than it need be. `KEPT`, `CORE` and `OFFLINE` stand
   above; `KEPT` changes with what the pages say, and then all are fetched anew. */
"use strict";
self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(KEPT).then(function (kept) {
    return Promise.all(CORE.map(function (path) {
      /* Asks the server each time: a copy the browser has may be the one that was corrected. */
      return fetch(new Request(path, { cache: "no-cache" })).then(function (answer) {
        return answer.ok ? kept.put(path, answer) : undefined;
      });
    }));
  }).then(function () { return self.skipWaiting(); }));
});
self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) { return name.indexOf("lantian-") === 0 && name !== KEPT; }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});
self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(fetch(request).then(function (answer) {
    if (answer.ok) {
      var copy = answer.clone();
      event.waitUntil(caches.open(KEPT).then(function (kept) {
        return kept.match(request).then(function (known) { return known ? kept.put(request, copy) : undefined; });
      }));
    }
    return answer;
  }, function () {
    return caches.match(request, { ignoreSearch: true }).then(function (known) {
      if (known) return known;
      if (request.mode !== "navigate") return Response.error();
      /* The address of a folder means its first page. */
      if (/\/$/.test(new URL(request.url).pathname)) {
        return caches.match(new URL("index.html", request.url).href).then(function (first) { return first || lead(); });
      }
      return lead();
    });
  }));
});
function lead() {
  return Response.redirect(new URL(OFFLINE, self.registration.scope).href);
}

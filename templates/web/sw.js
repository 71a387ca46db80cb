/* Kept for when there is no network: the core pages, as they were last seen. The network always
   comes first, so that a page is never older than it need be. `CORE` and `KEPT` stand above. */
"use strict";
self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(KEPT).then(function (kept) { return kept.addAll(CORE); }).then(function () { return self.skipWaiting(); }));
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
      caches.open(KEPT).then(function (kept) {
        kept.match(request).then(function (known) { if (known) kept.put(request, copy); });
      });
    }
    return answer;
  }, function () {
    return caches.match(request, { ignoreSearch: true }).then(function (known) {
      if (known) return known;
      /* A page that is not kept leads home, where every link of the guide works. */
      return request.mode === "navigate" ? Response.redirect(new URL("index.html", self.registration.scope).href) : Response.error();
    });
  }));
});

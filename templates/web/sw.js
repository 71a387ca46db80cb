/* Kept for when there is no network: the core pages, as they were last seen. The network always
   comes first, so that a page is never older than it need be. `KEPT`, `CORE` and `OFFLINE` stand
   above; `KEPT` changes with what the pages say, and then all are fetched anew. */
"use strict";
/* Another site below the same domain may keep pages too: each has stores of its own. */
var OURS = "lantian " + self.registration.scope + " ";
var STORE = OURS + KEPT;
self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(STORE).then(function (kept) {
    return Promise.all(CORE.map(function (path) {
      /* Asks the server each time: a copy the browser has may be the one that was corrected. */
      return fetch(new Request(path, { cache: "no-cache" })).then(function (answer) {
        /* A server that is being mended: the browser tries again, and keeps what it has. */
        if (answer.status >= 500) throw new Error(path + ": " + answer.status);
        return answer.ok ? put(kept, path, answer) : undefined;
      });
    }));
  }).then(function () { return self.skipWaiting(); }));
});
self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) { return name.indexOf(OURS) === 0 && name !== STORE; }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});
self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  var asked = fetch(request);
  /* Both are told at once: later, a browser no longer lets an event be prolonged. */
  event.waitUntil(asked.then(function (answer) {
    if (!answer.ok) return undefined;
    var copy = answer.clone();
    return caches.open(STORE).then(function (kept) {
      return kept.match(request).then(function (known) { return known ? put(kept, request, copy) : undefined; });
    });
  }).catch(function () { /* no network, or no room left to keep it: the page itself is answered below */ }));
  event.respondWith(asked.catch(function () { return without(request); }));
});
/* Keeps an answer. One that was redirected would be refused where a page is asked for. */
function put(kept, request, answer) {
  if (!answer.redirected) return kept.put(request, answer);
  return answer.blob().then(function (body) {
    return kept.put(request, new Response(body, { headers: answer.headers }));
  });
}
/* What is answered without a network. */
function without(request) {
  return caches.open(STORE).then(function (kept) {
    var find = function (what) { return kept.match(what, { ignoreSearch: true }); };
    return find(request).then(function (known) {
      if (known) return known;
      if (request.mode !== "navigate") return Response.error();
      /* The address of a folder means its first page. */
      var folder = /\/$/.test(new URL(request.url).pathname);
      return (folder ? find(new URL("index.html", request.url).href) : Promise.resolve()).then(function (first) {
        if (first) return first;
        /* Led there and not answered in its place: its links begin at its own address. */
        var offline = new URL(OFFLINE, self.registration.scope).href;
        return find(offline).then(function (page) { return page ? Response.redirect(offline) : Response.error(); });
      });
    });
  });
}

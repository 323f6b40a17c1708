// Gives back a page kept for when there is no network: the door of a session, a workshop's report. Those pages name
// nobody; nothing else of Préau is kept.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", event => {
  if (event.request.method === "GET") {
    event.respondWith(answer(event.request));
  }
});

async function answer(request) {
  try {
    return await fetch(request);
  } catch (problem) {
    const kept = await caches.match(request, { ignoreVary: true });
    if (kept) {
      return kept;
    }
    throw problem;
  }
}

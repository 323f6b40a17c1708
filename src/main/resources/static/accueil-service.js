// Gives back the page of a door when there is no network. That page names nobody; nothing else of Préau is kept.
const CACHE = "accueil";

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
    const kept = await (await caches.open(CACHE)).match(request, { ignoreVary: true });
    if (kept) {
      return kept;
    }
    throw problem;
  }
}

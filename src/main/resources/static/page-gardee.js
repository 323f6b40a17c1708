// Keeps this page, with its style and scripts, for when it is opened without network.
async function garderPage(name) {
  if (!navigator.serviceWorker) {
    return;
  }
  await navigator.serviceWorker.register("/accueil-service.js", { scope: location.pathname });
  const parts = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")];
  const cache = await caches.open(name);
  await cache.addAll([location.pathname, ...parts.map(part => part.href ?? part.src)]);
}

// A page kept by the browser carries an old token: the same page, asked again, has a fresh one. Null without network.
async function pageFraiche() {
  const page = await fetch(location.pathname, { redirect: "manual", cache: "no-store" }).catch(() => null);
  return page?.ok ? new DOMParser().parseFromString(await page.text(), "text/html") : null;
}

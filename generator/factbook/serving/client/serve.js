// Reloads the page when what it shows has changed, at the place where its reader was.
(() => {
  const own = document.currentScript;
  const place = `factbook:${location.pathname}`;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    const [left, top] = kept.split(",").map(Number);
    addEventListener("load", () => scrollTo({ left, top, behavior: "instant" }));
  }
  const events = new EventSource(own.dataset.events);
  events.addEventListener("version", (event) => {
    if (event.data === own.dataset.version) return;
    events.close();
    sessionStorage.setItem(place, `${scrollX},${scrollY}`);
    location.reload();
  });
  addEventListener("pagehide", () => events.close());
})();

// Shows by itself what becomes of the page: it is fetched again when the service tells of a change, and its main and its
// title are put in place of the old ones. The browser connects again by itself when the connection breaks. A page that no
// service tells of is fetched from time to time.
const { live, reload } = document.body.dataset;
const events = live && new EventSource(live);
const timer = reload && setInterval(refresh, 1000 * reload);

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [before, now] = [document, fresh].map((page) => page.querySelector("main"));
  // A status also comes when nothing has changed, and a reader may be in the middle of the page.
  if (before.innerHTML !== now.innerHTML) {
    document.title = fresh.title;
    before.replaceWith(now);
  }
  if (!fresh.body.dataset.live) events?.close();
  if (!fresh.body.dataset.reload) clearInterval(timer);
}

for (const name of ["message", "status"]) events?.addEventListener(name, refresh);

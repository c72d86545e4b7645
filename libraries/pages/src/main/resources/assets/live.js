// Shows by itself what becomes of the page: it is fetched again when the service tells of a change, and its main and its
// title are put in place of the old ones. The browser connects again by itself when the connection breaks.
const events = new EventSource(document.body.dataset.live);

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
  if (!fresh.body.dataset.live) events.close();
}

for (const name of ["message", "status"]) events.addEventListener(name, refresh);

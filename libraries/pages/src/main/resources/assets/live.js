// Shows by itself what becomes of the page: it is fetched again when the service tells of a change, and its main and its
// title are put in place of the old ones. The browser connects again by itself when the connection breaks.
const events = new EventSource(document.body.dataset.live);

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.title = fresh.title;
  document.querySelector("main").replaceWith(fresh.querySelector("main"));
  if (!fresh.body.dataset.live) events.close();
}

for (const name of ["message", "status"]) events.addEventListener(name, refresh);

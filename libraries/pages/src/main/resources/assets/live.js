// Shows by itself what becomes of the page: it is fetched again when the service tells of a change, and its main and its
// title are put in place of the old ones. The browser connects again by itself when the connection breaks. A page that no
// service tells of is fetched from time to time, unless nobody looks at it. Where a reader types into the page, only the parts
// that are marked as fresh are put in place.
const { live, reload } = document.body.dataset;
const events = live && new EventSource(live);
const timer = reload && setInterval(refresh, 1000 * reload);

function parts(page) {
  const fresh = page.querySelectorAll("main [data-fresh]");
  return fresh.length ? [...fresh] : [page.querySelector("main")];
}

/** With all that the reader has opened, typed and pointed at. */
function replace(before, now) {
  const focus = before.contains(document.activeElement) && document.activeElement.id;
  for (const opened of before.querySelectorAll("details[open]")) {
    const words = opened.querySelector("summary").textContent;
    for (const same of now.querySelectorAll("details")) same.open ||= same.querySelector("summary").textContent === words;
  }
  const name = (field) => `${field.form?.getAttribute("action")} ${field.name}`;
  for (const typed of before.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    const first = typed.options ? [...typed.options].find((one) => one.defaultSelected)?.value : typed.defaultValue;
    const same = typed.value !== first && [...now.querySelectorAll(typed.localName)].find((field) => name(field) === name(typed));
    if (same) same.value = typed.value;
  }
  before.replaceWith(now);
  if (focus) document.getElementById(focus)?.focus();
}

async function refresh() {
  if (document.hidden && timer) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.title = fresh.title;
  const now = parts(fresh);
  parts(document).forEach((before, i) => {
    // A status also comes when nothing has changed, and a reader may be in the middle of the page.
    if (now[i] && before.innerHTML !== now[i].innerHTML) replace(before, now[i]);
  });
  if (!fresh.body.dataset.live) events?.close();
  if (!fresh.body.dataset.reload) clearInterval(timer);
}

for (const name of ["message", "status"]) events?.addEventListener(name, refresh);

// Keeps what is typed into a long form in this browser until it is saved, and offers it when the form is opened again: after
// a session has ended, a service was away, or the page was closed by mistake. Signing out forgets everything.
const PREFIX = "doors-kept/";
const DAYS = 14 * 86_400_000;
const form = document.querySelector("form[data-kept]");
let isSignedOut = false;
const saved = document.querySelector("[data-forget]");

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "[]").filter(({ at }) => Date.now() - at < DAYS);
  } catch {
    return [];
  }
}

function write(name, versions) {
  try {
    if (versions.length) localStorage.setItem(PREFIX + name, JSON.stringify(versions));
    else localStorage.removeItem(PREFIX + name);
  } catch {
    // Full, or not allowed: then the form works as it does without script.
  }
}

function typed() {
  return [...new FormData(form)].filter(([name, text]) => typeof text === "string" && name !== "_csrf");
}

function isSame(one, other) {
  const texts = (fields) => JSON.stringify(fields.map(([name, text]) => [name, text.replaceAll("\r\n", "\n")]));
  return texts(one) === texts(other);
}

function keep() {
  if (isSignedOut) return;
  const { kept, keptOf } = form.dataset;
  const offered = document.getElementById("kept");
  // What was offered and not answered yet is kept beside what is typed now.
  const before = offered.hidden ? [] : read(kept).slice(-1);
  write(kept, [{ of: keptOf, at: Date.now(), fields: typed() }, ...before]);
}

function offer() {
  const { kept } = form.dataset;
  const fresh = typed();
  const versions = read(kept).filter(({ fields }) => !isSame(fields, fresh));
  write(kept, versions);
  if (!versions.length) return;
  const note = document.getElementById("kept");
  note.hidden = false;
  document.getElementById("kept-restore").addEventListener("click", () => restore(versions[0].fields));
  document.getElementById("kept-forget").addEventListener("click", () => {
    write(kept, versions.slice(1));
    note.hidden = true;
  });
}

// The server shows the form with it, as it may have other entries than the one on the page.
function restore(fields) {
  const again = document.createElement("form");
  again.method = "post";
  again.action = form.action;
  const token = form.elements._csrf;
  for (const [name, value] of [...fields, ...(token ? [["_csrf", token.value]] : []), ["do.show", ""]]) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    again.append(field);
  }
  document.body.append(again);
  again.submit();
}

if (saved) {
  const { forget, forgetOf } = saved.dataset;
  write(forget, read(forget).filter((version) => version.of !== forgetOf));
}

if (form) {
  let timer;
  let isTouched = form.dataset.keptTyped === "true";
  if (isTouched) keep();
  else offer();
  form.addEventListener("input", () => {
    isTouched = true;
    clearTimeout(timer);
    timer = setTimeout(keep, 300);
  });
  form.addEventListener("submit", keep);
  addEventListener("pagehide", () => {
    clearTimeout(timer);
    if (isTouched) keep();
  });
}

document.querySelector('form[action="/logout"]')?.addEventListener("submit", () => {
  isSignedOut = true;
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX)) localStorage.removeItem(name);
    }
  } catch {
    // There is nothing to forget.
  }
});

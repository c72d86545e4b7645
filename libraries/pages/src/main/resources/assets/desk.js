// A part of the page that another service renders says so while that service is away, and no longer once it is back.
const last = new WeakMap();

function show(part, notes) {
  for (const [name, shown] of Object.entries(notes)) {
    for (const note of part?.querySelectorAll(name) ?? []) note.hidden = !shown;
  }
}

// A part that asks for itself again and again is put in place only when it says something else.
document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.isError || detail.xhr.status >= 400) return;
  show(detail.requestConfig.elt, { ".loading": false, ".away": false });
  if (last.get(detail.target) === detail.xhr.responseText) detail.shouldSwap = false;
  last.set(detail.target, detail.xhr.responseText);
});

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(failure, ({ detail }) => {
    show(detail.requestConfig?.elt ?? detail.elt, { ".loading": false, ".away": true });
  });
}

// A file is read into a text of the form. Files of old programs are not in UTF-8.
async function textOf(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

for (const field of document.querySelectorAll("[data-file-into]")) {
  field.hidden = false;
  field.querySelector("input").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (file) document.getElementById(field.dataset.fileInto).value = await textOf(file);
  });
}

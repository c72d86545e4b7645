// A part of the page that another service renders says so while that service is away.
function away(event) {
  const part = event.detail.target;
  part?.querySelector(".loading")?.setAttribute("hidden", "");
  part?.querySelector(".away")?.removeAttribute("hidden");
}

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(failure, away);
}

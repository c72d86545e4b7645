// The reader's own time, where the clock on the reader's wall shows another one than the clock at the place.
const language = document.documentElement.lang;

function words(options, from, to) {
  return new Intl.DateTimeFormat(language, options).formatRange(from, to);
}

for (const line of document.querySelectorAll("[data-own-time]")) {
  const { ownTime, from, to, zone } = line.dataset;
  const options = { dateStyle: "full", timeStyle: "short" };
  const [start, end] = [new Date(from), new Date(to)];
  const own = words(options, start, end);
  if (own !== words({ ...options, timeZone: zone }, start, end)) {
    line.textContent = ownTime.replace("{}", own);
    line.hidden = false;
  }
}

// <doors-meetup> shows a meetup and its form for an RSVP on a page of another site. docs/embedding.md tells how to use it.
// It asks the platform that it was loaded from, sends no cookies, and keeps what was typed until it has arrived.
const platform = new URL(import.meta.url).origin;

const WORDS = {
  en: {
    where: "Where", online: "Online; the address comes with a seat", more: "Everything about this evening",
    cancelled: "Cancelled", over: "This evening is over", opens: (when) => `RSVPs open on ${when}`,
    closed: "RSVPs are closed", free: (n) => (n === 1 ? "1 seat is free" : `${n} seats are free`),
    full: "All seats are taken", waiting: (n) => `All seats are taken, ${n === 1 ? "1 party waits" : `${n} parties wait`}`,
    name: "Your name", email: "Your e-mail address", guests: "Guests whom you bring", most: (n) => `None, or up to ${n}`,
    agreed: "I keep to the code of conduct.", read: "Read it", rsvp: "RSVP", wait: "Join the waitlist",
    privacy: "Your name and address are used for this evening only, and are deleted after it, or when you ask.",
    wrongname: "Please write your name as people call you, up to 100 characters and without links.",
    wrongemail: "Please write one e-mail address, such as ada@example.org.",
    wrongguests: (n) => `Please write a whole number from 0 to ${n}.`,
    wrongagreed: "Please read the code of conduct, and tick the box if you keep to it.",
    sending: "One moment …", asked: "Your request is on its way", decided: "It will be decided in a moment, and we write to you.",
    sure: "That was quick. If you are a person, please press the button once more.", trap: "Leave this empty",
    status: "See how your RSVP stands",
    many: "Too many RSVPs were asked for. Nothing that you typed is lost: please press the button again in some minutes.",
    away: "There was no answer. Nothing that you typed is lost: please press the button again in a moment. It counts once.",
    gone: "This meetup cannot be found any more.", unknown: "This cannot be shown at the moment.", none: "No meetup is announced at the moment.",
  },
  de: {
    where: "Wo", online: "Online; die Adresse kommt mit einem Platz", more: "Alles über diesen Abend",
    cancelled: "Abgesagt", over: "Dieser Abend ist vorbei", opens: (when) => `Anmeldung ab ${when}`,
    closed: "Die Anmeldung ist geschlossen", free: (n) => (n === 1 ? "1 Platz ist frei" : `${n} Plätze sind frei`),
    full: "Alle Plätze sind vergeben", waiting: (n) => `Alle Plätze sind vergeben, ${n === 1 ? "1 Anmeldung wartet" : `${n} Anmeldungen warten`}`,
    name: "Dein Name", email: "Deine E-Mail-Adresse", guests: "Gäste, die du mitbringst", most: (n) => `Keine oder bis zu ${n}`,
    agreed: "Ich halte mich an die Verhaltensregeln.", read: "Lesen", rsvp: "Anmelden", wait: "Auf die Warteliste",
    privacy: "Dein Name und deine Adresse dienen nur diesem Abend und werden danach gelöscht, oder wenn du darum bittest.",
    wrongname: "Bitte schreib deinen Namen, wie man dich nennt, mit höchstens 100 Zeichen und ohne Links.",
    wrongemail: "Bitte schreib eine E-Mail-Adresse wie ada@example.org.",
    wrongguests: (n) => `Bitte schreib eine ganze Zahl von 0 bis ${n}.`,
    wrongagreed: "Bitte lies die Verhaltensregeln und setz den Haken, wenn du dich daran hältst.",
    sending: "Einen Moment …", asked: "Deine Anfrage ist unterwegs", decided: "Sie wird gleich entschieden, und wir schreiben dir.",
    sure: "Das ging schnell. Wenn du ein Mensch bist, drück bitte noch einmal auf den Knopf.", trap: "Bitte leer lassen",
    status: "Nachsehen, wie es um deine Anmeldung steht",
    many: "Es kamen zu viele Anfragen. Was du geschrieben hast, ist noch da: Bitte drück in einigen Minuten noch einmal auf den Knopf.",
    away: "Es kam keine Antwort. Was du geschrieben hast, ist noch da: Bitte drück gleich noch einmal auf den Knopf. Es zählt nur einmal.",
    gone: "Dieses Treffen ist nicht mehr zu finden.", unknown: "Das kann gerade nicht gezeigt werden.", none: "Zurzeit ist kein Treffen angekündigt.",
  },
};

// Colours follow the page around it: its color-scheme says whether it is light or dark.
const STYLES = `
:host { display: block; font: inherit; line-height: 1.5; --accent: var(--doors-accent, light-dark(#1a56a8, #9cc4ff)); }
:host([hidden]) { display: none; }
section { background: var(--doors-background, Canvas); color: CanvasText; border: 1px solid light-dark(#767676, #8f8f8f); border-radius: .5rem; padding: 1rem; overflow-wrap: anywhere; }
h2 { margin: 0 0 .5rem; font-size: 1.25em; line-height: 1.25; } p { margin: .5rem 0; } small { display: block; }
a { color: var(--accent); } .bad { color: light-dark(#a3141f, #ffb0b0); } [role] { font-weight: 600; }
.trap { position: absolute; left: -10000px; } label { display: block; margin-top: .75rem; font-weight: 600; }
input { font: inherit; } input:not([type=checkbox]) { box-sizing: border-box; width: 100%; padding: .5rem; border: 1px solid light-dark(#767676, #8f8f8f); border-radius: .25rem; background: light-dark(#fff, #1c1c1e); color: light-dark(#000, #fff); }
button { font: inherit; font-weight: 600; margin: 1rem 0 0; padding: .6rem 1.2rem; min-height: 44px; border: 0; border-radius: .25rem; cursor: pointer; background: var(--accent); color: light-dark(#fff, #000); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } button[aria-disabled] { opacity: .8; }`;

function element(name, properties, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (key in made) made[key] = value;
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

class DoorsMeetup extends HTMLElement {
  static observedAttributes = ["meetup", "lang"];

  constructor() {
    super();
    const styles = new CSSStyleSheet();
    styles.replaceSync(STYLES);
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [styles];
    // Until there is more, what the page has inside the element: a link, for example.
    this.shadowRoot.append(element("slot"));
  }

  connectedCallback() {
    this.load();
  }

  attributeChangedCallback(name, before, now) {
    if (this.isConnected && before !== now) this.load();
  }

  async load() {
    const turn = (this.turn = {});
    const wanted = this.getAttribute("lang") ?? this.closest("[lang]")?.lang ?? navigator.language;
    const spoken = /^de\b/i.test(wanted) ? "de" : "en";
    // Dates as the reader writes them, where the page names no region.
    const region = navigator.languages.find((one) => one.startsWith(`${spoken}-`)) ?? { en: "en-GB", de: "de-DE" }[spoken];
    this.language = wanted.startsWith(`${spoken}-`) ? wanted : region;
    this.words = WORDS[spoken];
    const id = this.getAttribute("meetup");
    const answer = await this.ask(`/api/meetups/${id ? encodeURIComponent(id) : "next"}`);
    if (turn !== this.turn) return;
    if (answer?.ok) this.show(await answer.json());
    else this.replace(element("p", { role: "status" }, answer?.status === 404 ? (id ? this.words.gone : this.words.none) : this.words.unknown), element("slot"));
  }

  /** The answer, or undefined where there is none. */
  async ask(path, options) {
    try {
      return await fetch(platform + path, { credentials: "omit", ...options });
    } catch {
      return undefined;
    }
  }

  replace(...children) {
    const labelled = children[0].id ? { "aria-labelledby": children[0].id } : {};
    this.shadowRoot.replaceChildren(element("section", { lang: this.language, ...labelled }, ...children));
  }

  show(meetup) {
    const { words } = this;
    const page = `${platform}/meetups/${meetup.meetupId}`;
    const options = { dateStyle: "full", timeStyle: "short", timeZone: meetup.timeZone };
    const times = new Intl.DateTimeFormat(this.language, options);
    const zone = new Intl.DateTimeFormat(this.language, { timeZone: meetup.timeZone, timeZoneName: "long" })
      .formatToParts(new Date(meetup.startsAt)).find((part) => part.type === "timeZoneName").value;
    const [text, takes] = this.seats(meetup, times);
    const venue = meetup.venue;
    this.replace(
      element("h2", { id: "title" }, meetup.title),
      meetup.summary ? element("p", null, meetup.summary) : undefined,
      element("p", null, element("time", { dateTime: meetup.startsAt }, times.formatRange(new Date(meetup.startsAt), new Date(meetup.endsAt))), element("small", null, zone)),
      venue || meetup.online ? element("p", null, `${words.where}: ${venue ? [venue.name, venue.address].filter(Boolean).join(", ") : words.online}`) : undefined,
      element("p", { role: "status" }, text),
      takes ? this.form(meetup) : undefined,
      element("p", null, element("a", { href: page }, words.more)),
    );
  }

  /** Without the seats that organizers give by hand. */
  free({ seats }) {
    return seats.capacity - seats.confirmed - (seats.kept ?? 0);
  }

  /** How it stands with seats, in words, and whether it makes sense to ask for one. */
  seats(meetup, times) {
    const { words } = this;
    const now = Date.now();
    const free = this.free(meetup);
    const waiting = meetup.seats.waitlisted;
    if (meetup.status === "CANCELLED") return [words.cancelled, false];
    if (now >= Date.parse(meetup.endsAt)) return [words.over, false];
    if (now < Date.parse(meetup.rsvpOpensAt)) return [words.opens(times.format(new Date(meetup.rsvpOpensAt))), false];
    if (now >= Date.parse(meetup.rsvpClosesAt)) return [words.closed, false];
    if (free > 0) return [words.free(free), true];
    const room = meetup.waitlistCapacity === null || waiting < meetup.waitlistCapacity;
    return [waiting ? words.waiting(waiting) : words.full, room];
  }

  form(meetup) {
    const { words } = this;
    this.made = performance.now();
    this.sure = false;
    this.key = crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const field = (name, properties, hint) => element("div", null,
      element("label", { htmlFor: name }, words[name]),
      hint ? element("small", { id: `${name}-hint` }, hint) : undefined,
      element("input", { id: name, name, "aria-describedby": hint ? `${name}-hint ${name}-wrong` : `${name}-wrong`, ...properties }),
      element("small", { id: `${name}-wrong`, className: "bad" }));
    const conduct = /^https?:/.test(meetup.codeOfConductUrl ?? "") ? meetup.codeOfConductUrl : undefined;
    const form = element("form", { noValidate: true, onsubmit: (event) => (event.preventDefault(), this.send(meetup, form)) },
      field("name", { type: "text", autocomplete: "name", required: true }),
      field("email", { type: "email", autocomplete: "email", required: true }),
      meetup.maxGuests > 0 ? field("guests", { type: "number", min: 0, max: meetup.maxGuests, value: "0", autocomplete: "off" }, words.most(meetup.maxGuests)) : undefined,
      conduct ? element("div", null,
        element("label", null, element("input", { id: "agreed", type: "checkbox", required: true, "aria-describedby": "agreed-wrong" }), ` ${words.agreed}`),
        element("a", { href: conduct, target: "_blank", rel: "noopener noreferrer" }, words.read),
        element("small", { id: "agreed-wrong", className: "bad" })) : undefined,
      element("div", { className: "trap", ariaHidden: "true" }, element("label", null, words.trap, element("input", { name: "website", tabIndex: -1, autocomplete: "off" }))),
      element("p", { id: "note", role: "alert", className: "bad" }),
      element("button", { type: "submit" }, this.free(meetup) > 0 ? words.rsvp : words.wait),
      element("p", null, element("small", null, words.privacy)));
    return form;
  }

  async send(meetup, form, again = true) {
    const { words } = this;
    const [name, email, guests, agreed] = ["name", "email", "guests", "agreed"].map((id) => form.querySelector(`#${id}`));
    const party = guests ? Number(guests.value || "0") : 0;
    const wrong = [];
    if (!name.value.trim()) wrong.push("name");
    if (!email.value.trim() || email.validity.typeMismatch) wrong.push("email");
    if (!Number.isInteger(party) || party < 0 || party > meetup.maxGuests || guests?.validity.badInput) wrong.push("guests");
    if (agreed && !agreed.checked) wrong.push("agreed");
    if (this.mark(form, wrong, meetup) || (this.sending && again)) return;
    const button = form.querySelector("button");
    const note = form.querySelector("#note");
    // Faster than anybody types, or in a field that people do not see: a person is asked once, and loses nothing.
    if (!this.sure && (performance.now() - this.made < 1500 || form.querySelector("[name=website]").value)) {
      this.sure = true;
      note.textContent = words.sure;
      return;
    }
    this.sending = true;
    button.setAttribute("aria-disabled", "true");
    note.textContent = "";
    const text = button.textContent;
    button.textContent = words.sending;
    const answer = await this.ask(`/api/meetups/${meetup.meetupId}/rsvps`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "Idempotency-Key": this.key },
      body: JSON.stringify({
        name: name.value, email: email.value, guests: party, locale: this.language, agreedTo: agreed ? meetup.codeOfConductUrl : undefined,
      }),
    });
    const body = await answer?.json().catch(() => undefined);
    button.textContent = text;
    button.removeAttribute("aria-disabled");
    this.sending = false;
    if (answer?.status === 202 && body) return this.thank(form, body);
    if (answer?.status === 400 && body?.errors && this.mark(form, body.errors.map((error) => error.field), meetup)) return;
    // The key came before with other details, or its RSVP has ended: what is typed now is another request.
    if ([409, 422].includes(answer?.status) && again) {
      this.key += "-again";
      return this.send(meetup, form, false);
    }
    note.textContent = { 404: words.gone, 429: words.many }[answer?.status] ?? words.away;
  }

  /** Says at each field what is to be mended; whether there is one. */
  mark(form, wrong, meetup) {
    for (const input of form.querySelectorAll("input[id]")) {
      const isWrong = wrong.includes(input.id);
      const words = this.words[`wrong${input.id}`];
      input.setAttribute("aria-invalid", isWrong);
      form.querySelector(`#${input.id}-wrong`).textContent = isWrong ? (input.id === "guests" ? words(meetup.maxGuests) : words) : "";
    }
    const first = form.querySelector("[aria-invalid=true]");
    first?.focus();
    return first !== null;
  }

  thank(form, rsvp) {
    const { words } = this;
    const status = `${platform}/rsvps/${rsvp.rsvpId}?token=${encodeURIComponent(rsvp.token)}`;
    const thanks = element("div", { tabIndex: -1 },
      element("p", { role: "status" }, words.asked), element("p", null, words.decided),
      element("p", null, element("a", { href: status, target: "_blank", rel: "noopener noreferrer" }, words.status)));
    form.replaceWith(thanks);
    thanks.focus();
    this.dispatchEvent(new CustomEvent("doors-rsvp", { bubbles: true, composed: true, detail: { meetupId: rsvp.meetupId } }));
  }
}

customElements.define("doors-meetup", DoorsMeetup);

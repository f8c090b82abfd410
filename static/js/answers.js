// Saves each answer as soon as it is given. Without this script the buttons do the same.

import { showTime } from "./page.js";

const WAIT_AFTER_TYPING_MS = 1500;
// The button waits for a save under way; a network that stalls must not hold it for ever.
const LONGEST_SAVE_MS = 20000;
const form = document.querySelector("form[data-autosave]");

const icon = (name) => form.querySelector(`template[data-icon="${name}"]`).content.cloneNode(true);

const tell = (line, words, moment, isSaved) => {
  const text = document.createElement("span");
  text.append(words);
  if (moment) {
    const time = document.createElement("time");
    time.dateTime = moment;
    showTime(time);
    text.append(" ", time);
  }
  line.classList.toggle("saved--not", !isSaved);
  line.replaceChildren(icon(isSaved ? "saved" : "waiting"), text);
};

// The line at the top exists once something was saved; before that it is made here.
const pageLine = () => {
  const found = document.querySelector('[data-saved="page"]');
  if (found) return found;
  const line = document.createElement("p");
  line.className = "saved";
  line.setAttribute("role", "status");
  line.dataset.saved = "page";
  document.querySelector(".ctx .wrap").append(line);
  return line;
};

class Question {
  constructor(fieldset) {
    this.fieldset = fieldset;
    this.id = fieldset.dataset.question;
    this.line = fieldset.querySelector('[data-saved="question"]');
    this.queue = Promise.resolve();
    this.sent = this.state();
    this.failed = false;
    this.remember();
    fieldset.addEventListener("change", () => this.save());
    fieldset.addEventListener("input", (event) => this.saveSoon(event.target));
  }

  // What the line says while nothing waits to be saved, to say it again when typing is undone.
  remember() {
    this.settled = { className: this.line.className, words: [...this.line.childNodes] };
  }

  tellAgain() {
    this.line.className = this.settled.className;
    this.line.replaceChildren(...this.settled.words);
  }

  field(part) {
    return form.elements[part ? `${this.id}-${part}` : this.id];
  }

  state() {
    return JSON.stringify({
      answer: this.field("")?.value ?? "",
      reason: this.field("reason")?.value ?? "",
      note: this.field("note").value,
      evidence: this.field("evidence")?.value ?? "",
    });
  }

  saveSoon(field) {
    if (field.type === "radio") return;
    clearTimeout(this.timer);
    // What is being typed is not saved yet, whatever the line said of the words before. It is said
    // once, not at every key: the line is read aloud.
    if (!this.line.classList.contains("saved--not")) {
      tell(this.line, form.dataset.saving, null, false);
    }
    this.timer = setTimeout(() => this.save(), WAIT_AFTER_TYPING_MS);
  }

  // One request at a time for a question: the next one needs the version that the last one made.
  save() {
    clearTimeout(this.timer);
    this.queue = this.queue.then(() => this.send());
    return this.queue;
  }

  async send() {
    const state = this.state();
    if (state === this.sent && !this.failed) {
      this.tellAgain();
      return;
    }
    tell(this.line, form.dataset.saving, null, false);
    try {
      const response = await fetch(this.fieldset.dataset.address, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "X-CSRFToken": form.elements.csrf_token.value,
        },
        body: JSON.stringify({ ...JSON.parse(state), version: Number(this.field("version").value) }),
        keepalive: state.length < 60000,
        signal: AbortSignal.timeout(LONGEST_SAVE_MS),
      });
      this.answered(await response.json(), state);
    } catch {
      this.notSaved(form.dataset.tryAgain);
    }
  }

  answered(reply, state) {
    if (!reply.saved) {
      const message = reply.problem === "error" ? form.dataset.tryAgain : reply.message;
      this.notSaved(`${form.dataset.notSaved}. ${message}`);
      return;
    }
    this.sent = state;
    this.failed = false;
    this.field("version").value = reply.version;
    tell(this.line, form.dataset.savedAt, reply.saved_at, true);
    this.remember();
    document.querySelector("[data-so-far]").innerHTML = reply.so_far;
    if (questions.every((question) => !question.failed)) {
      tell(pageLine(), form.dataset.allSaved, reply.saved_at, true);
    }
  }

  notSaved(message) {
    this.failed = true;
    tell(this.line, message, null, false);
    tell(pageLine(), form.dataset.notSaved, null, false);
  }
}

const questions = form
  ? [...form.querySelectorAll("[data-question]")].map((fieldset) => new Question(fieldset))
  : [];

// The button must not overtake a save under way, or it would meet its own answer as another's.
let isReady = false;
// A page that the browser kept and shows again may be sent again.
addEventListener("pageshow", () => { isReady = false; });
form?.addEventListener("submit", async (event) => {
  if (isReady) return;
  event.preventDefault();
  questions.forEach((question) => clearTimeout(question.timer));
  await Promise.all(questions.map((question) => question.queue));
  isReady = true;
  // Not before this event has ended: a form that is being sent ignores a second call.
  setTimeout(() => form.requestSubmit(event.submitter));
});

// What was typed a moment ago is sent even when the page is left by its address or reloaded.
addEventListener("pagehide", () => questions.forEach((question) => question.save()));

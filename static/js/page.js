// On every page: the reader's own time, the error summary in focus, the copy button.

export const showTime = (element) => {
  const moment = new Date(element.dateTime);
  const language = document.documentElement.lang;
  const sameDay = moment.toDateString() === new Date().toDateString();
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const whole = { day: "numeric", month: "long", year: "numeric", ...clock };
  element.textContent = new Intl.DateTimeFormat(language, sameDay ? clock : whole).format(moment);
};

const offerCopy = (button) => {
  const field = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Without a secure address there is no clipboard; the older way still copies a selection.
      document.execCommand("copy");
    }
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  });
};

document.querySelectorAll("time[data-local]").forEach(showTime);
document.querySelectorAll("button[data-copy]").forEach(offerCopy);
document.querySelector("[data-focus]")?.focus();

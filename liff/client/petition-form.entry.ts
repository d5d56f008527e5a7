/**
 * A form that is filled on the phone: it shows what its answers ask for, saves itself, sends files in pieces, and finds
 * places. Without it the same form works by its buttons.
 */
import { startAddresses } from "./form/addresses.ts";
import { listChosenFiles } from "./form/chosen-files.ts";
import { showFields } from "./form/conditions.ts";
import { definitionOf } from "./form/fields.ts";
import { startFiles } from "./form/files.ts";
import { startGroups } from "./form/groups.ts";
import { startMaps } from "./form/map.ts";
import { takeRefusalAway } from "./form/mended.ts";
import { startSaver } from "./form/saver.ts";
import { pageOf, takeUpWaiting } from "./form/waiting-answers.ts";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-form]")) {
  void takeUpWaiting(form).then((isTaken) => (isTaken ? location.reload() : start(form)));
}

function start(form: HTMLFormElement): void {
  const definition = definitionOf(form);
  if (!definition) return;
  form.classList.add("scripted");
  for (const way of form.querySelectorAll<HTMLElement>("[data-scripted]")) way.hidden = false;
  const saver = form.dataset["save"] === undefined ? null : startSaver(form, definition);
  const changed = () => {
    showFields(form, definition);
    saver?.touched();
  };
  startGroups(form, changed);
  startAddresses(form, changed);
  startMaps(form, changed);
  for (const typed of form.querySelectorAll<HTMLDetailsElement>("[data-map] details")) typed.open = false;
  form.addEventListener("placed", ({ target }) => takeRefusalAway(target), { capture: true });
  form.addEventListener("input", ({ target }) => takeRefusalAway(target));
  form.addEventListener("change", ({ target }) => takeRefusalAway(target));
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  showFields(form, definition);
  if (!saver) return listChosenFiles(form);
  const files = startFiles(form, saver);
  let isSettled = false;
  form.addEventListener("submit", (event) => {
    if (isSettled) return;
    event.preventDefault();
    const { submitter } = event;
    void files
      .settle()
      .then(() => saver.settle())
      .then((isOpen) => {
        // Through the PIN or the password and back here, where what was typed comes back.
        if (!isOpen) return location.assign(pageOf(form));
        isSettled = true;
        // While the first submitting is still being told of, a second one is ignored: it waits for its end.
        setTimeout(() => send(form, submitter), 0);
      });
  });
  addEventListener("pageshow", () => (isSettled = false));
}

/** Sends the form as the button would have; browsers before 2022 know no other way than a field of its name. */
function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (typeof form.requestSubmit === "function") return form.requestSubmit(submitter);
  if (submitter instanceof HTMLButtonElement && submitter.name !== "") {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: submitter.name, value: submitter.value });
    form.append(field);
  }
  form.submit();
}

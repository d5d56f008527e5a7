import { listReaders, readCard, type CardAgentRefusal } from "./card-agent.ts";

/** The counter's card way: shows the readers, reads the card, hands what the chip told to the form and sends it. */
type Sayings = Readonly<Record<CardAgentRefusal | "looking" | "ready" | "reading", string>>;

const form = document.getElementById("card-form");
if (form instanceof HTMLFormElement) start(form);

function start(cardForm: HTMLFormElement): void {
  const words = JSON.parse(document.body.dataset["cardWords"] ?? "{}") as Sayings;
  const state = document.getElementById("card-state");
  const button = document.getElementById("read-card");
  const readers = cardForm.elements.namedItem("reader");
  if (!state || !(button instanceof HTMLButtonElement) || !(readers instanceof HTMLSelectElement)) return;
  const say = (key: keyof Sayings) => (state.textContent = words[key]);

  const look = async () => {
    say("looking");
    const found = await listReaders();
    if (!found.ok) return say(found.refusal);
    const chosen = readers.value;
    readers.replaceChildren(...found.value.map(({ name }) => new Option(name, name, false, name === chosen)));
    say("ready");
  };

  const read = async () => {
    button.disabled = true;
    say("reading");
    const photo = cardForm.elements.namedItem("photo");
    const answer = await readCard(photo instanceof HTMLInputElement && photo.checked, readers.value);
    button.disabled = false;
    if (!answer.ok) return say(answer.refusal);
    for (const input of cardForm.querySelectorAll<HTMLInputElement>("input[data-card]")) {
      input.value = answer.value[input.name] ?? "";
    }
    cardForm.requestSubmit();
  };

  button.addEventListener("click", () => void read());
  void look();
}

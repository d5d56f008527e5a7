import { askServer } from "./ask-server.ts";
import { sayState } from "./say-state.ts";
import { signByCard, type CardSignTrouble } from "./sign-by-card.ts";

/** Signing in by card: our server's nonce to the card program with the PIN, the card's answer to our server. */
type Sayings = Readonly<Record<CardSignTrouble | "working" | "failed" | "pinShape", string>>;

const form = document.getElementById("card-sign-in");
const state = document.getElementById("card-state");
const pin = document.getElementById("pin");
const agency = document.getElementById("agencyId");

if (
  form instanceof HTMLFormElement &&
  state &&
  pin instanceof HTMLInputElement &&
  agency instanceof HTMLSelectElement
) {
  form.hidden = false;
  document.getElementById("card-cannot")?.remove();
  start(form, state, pin, agency);
}

function start(
  form: HTMLFormElement,
  state: HTMLElement,
  pin: HTMLInputElement,
  agency: HTMLSelectElement,
): void {
  const words = JSON.parse(document.body.dataset["cardWords"] ?? "{}") as Sayings;
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");

  const signIn = async (): Promise<string> => {
    const typed = pin.value.trim();
    if (!/^\d{4}$/.test(typed)) return words.pinShape;
    const asked = await askServer("/console/sign-in/card/nonce", {});
    if (!asked.ok) return asked.sentence ?? words.failed;
    const nonce = String(asked.value["nonce"]);
    const signed = await signByCard(nonce, typed);
    if (!signed.ok) return words[signed.trouble];
    const { certificate, signature } = signed;
    const body = { nonce, certificate, signature, agencyId: agency.value };
    const answer = await askServer("/console/sign-in/card", body);
    if (answer.ok) {
      location.assign(String(answer.value["to"]));
      return words.working;
    }
    offer(agency, answer.fields["agencies"]);
    return answer.sentence ?? words.failed;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (button) button.disabled = true;
    sayState(state, words.working, true);
    void signIn().then((sentence) => {
      sayState(state, sentence);
      pin.value = "";
      pin.focus();
      if (button) button.disabled = false;
    });
  });
}

/** The agencies to choose among, for who has accounts at several. */
function offer(agency: HTMLSelectElement, agencies: unknown): void {
  if (!Array.isArray(agencies)) return;
  const options = agencies.map(({ agencyId, name }: { agencyId: string; name: string }) => {
    return new Option(name, agencyId);
  });
  agency.replaceChildren(...options);
  agency.parentElement?.removeAttribute("hidden");
}

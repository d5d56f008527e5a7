import { browserSupportsWebAuthn, startAuthentication } from "@simplewebauthn/browser";
import { askServer } from "./ask-server.ts";
import { sayState } from "./say-state.ts";

/** The second step by passkey: a button beside the six digits, shown only where the browser can. */
type Asked = Parameters<typeof startAuthentication>[0]["optionsJSON"];

const button = document.getElementById("use-passkey");
const state = document.getElementById("passkey-state");
const words = JSON.parse(document.body.dataset["passkeyWords"] ?? "{}") as {
  working?: string;
  failed?: string;
};

if (button instanceof HTMLButtonElement && state && browserSupportsWebAuthn()) {
  button.hidden = false;
  document.getElementById("passkey-cannot")?.remove();
  button.addEventListener("click", () => void prove(button, state));
}

async function prove(button: HTMLButtonElement, state: HTMLElement): Promise<void> {
  const say = (sentence: string | null) => sayState(state, sentence ?? words.failed ?? "");
  button.disabled = true;
  sayState(state, words.working ?? "", true);
  try {
    const begun = await askServer("/console/second-step/passkey/ask", {});
    if (!begun.ok) return say(begun.sentence);
    const answer = await startAuthentication({ optionsJSON: begun.value["asked"] as Asked });
    const proven = await askServer("/console/second-step/passkey", { answer });
    if (!proven.ok) return say(proven.sentence);
    location.assign(String(proven.value["to"]));
  } catch {
    say(null);
  } finally {
    button.disabled = false;
  }
}

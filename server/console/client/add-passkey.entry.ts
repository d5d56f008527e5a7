import { browserSupportsWebAuthn, startRegistration } from "@simplewebauthn/browser";
import { askServer } from "./ask-server.ts";
import { sayState } from "./say-state.ts";

/** Adding a passkey: the password goes to the server, its question to the device, the device's answer back. */
type Asked = Parameters<typeof startRegistration>[0]["optionsJSON"];

const form = document.getElementById("add-passkey");
const state = document.getElementById("passkey-state");
const words = JSON.parse(document.body.dataset["passkeyWords"] ?? "{}") as {
  working?: string;
  failed?: string;
};

if (form instanceof HTMLFormElement && state && browserSupportsWebAuthn()) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void add(form, state);
  });
}

async function add(form: HTMLFormElement, state: HTMLElement): Promise<void> {
  const say = (sentence: string | null) => sayState(state, sentence ?? words.failed ?? "");
  const fields = new FormData(form);
  const [name, password] = [fields.get("name"), fields.get("password")];
  sayState(state, words.working ?? "", true);
  const begun = await askServer("/console/account/passkeys/ask", { name, password });
  if (!begun.ok) return say(begun.sentence);
  try {
    const answer = await startRegistration({ optionsJSON: begun.value["asked"] as Asked });
    const added = await askServer("/console/account/passkeys", { name, answer });
    if (!added.ok) return say(added.sentence);
    location.assign(String(added.value["to"]));
  } catch {
    say(null);
  }
}

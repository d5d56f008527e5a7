import type { Chat } from "../chat.ts";
import type { Answer } from "../answer.ts";
import { nextFor, type Facts } from "../facts.ts";
import type { JoinFor } from "../say.ts";
import type { SecretKind } from "../secret.ts";

/** Leads on: an unfinished registration goes on where it was, nobody's begins, somebody's is done and codes come. */
export function goOnOrRegister(facts: Facts): Answer {
  if (facts.linked) return { say: [{ kind: "ask_code" }] };
  if (facts.registration === null) return { say: [{ kind: "register" }] };
  return { say: [{ kind: "resume", ...facts.registration }], ask: "resume_registration" };
}

/** Leaves a registration for later; without one there is nothing to put off, so the menu is shown. */
export function postpone(chat: Chat, facts: Facts): Answer {
  const hasDraft = !facts.linked && facts.registration !== null;
  if (chat.asked === "resume_registration" || hasDraft) return { say: [{ kind: "postponed" }] };
  return { say: [{ kind: "menu", next: nextFor(facts) }] };
}

/**
 * Says why a secret does not belong in chat and opens the page it belongs on: registration for those without an
 * account, the PIN page for the others. The secret itself is gone before this is asked.
 */
export function typedSecret(what: SecretKind, facts: Facts): Answer {
  const next = nextFor(facts);
  return { say: [{ kind: "secret", what, next: next === "scan" ? "unlock" : next }] };
}

/**
 * Leads to a page of e-Service that needs an account: by the door where one registers or signs in with the account one has
 * from the web. A registration that was begun goes on instead.
 */
export function joinFirst(what: JoinFor, facts: Facts): Answer {
  return facts.registration === null ? { say: [{ kind: "join_first", what }] } : goOnOrRegister(facts);
}

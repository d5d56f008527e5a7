import type { Chat } from "../chat.ts";
import type { Answer } from "../answer.ts";
import type { Facts, KnownCode } from "../facts.ts";
import type { CodeRef } from "../say.ts";
import { goOnOrRegister } from "./registration.ts";

/** A carousel holds twelve; more than five on one day is for the page. */
const shownAtMost = 5;

/** How to get a code; an account first. */
export function askCode(facts: Facts): Answer {
  return notYet(facts) ?? { say: [{ kind: "ask_code" }] };
}

/** What stands before codes: no account, or one that nobody has checked. */
function notYet(facts: Facts): Answer | null {
  if (!facts.linked) return goOnOrRegister(facts);
  return facts.checked ? null : { say: [{ kind: "not_checked" }] };
}

/** Today's codes, or how to get one. */
export function showCodes(facts: Facts): Answer {
  const before = notYet(facts);
  if (before) return before;
  if (facts.codes.length === 0) return { say: [{ kind: "no_codes" }] };
  return { say: [{ kind: "codes", codes: refs(facts.codes) }] };
}

/** Where somebody stands: registering, or with today's codes, or ready without any. */
export function showStatus(facts: Facts): Answer {
  if (facts.checked && facts.codes.length === 0) return { say: [{ kind: "status_clear" }] };
  return showCodes(facts);
}

/** The code that was typed, when it is theirs. Anybody else's is answered like one that does not exist. */
export function showTypedCode(facts: Facts): Answer {
  const before = notYet(facts);
  if (before) return before;
  return {
    say: [facts.typedCode ? { kind: "codes", codes: [facts.typedCode] } : { kind: "code_not_found" }],
  };
}

/** "ยกเลิก": takes back an open question, leaves a registration for later, or opens the codes that can be cancelled. */
export function cancel(chat: Chat, facts: Facts): Answer {
  if (!facts.linked && facts.registration !== null)
    return { say: [{ kind: "cancelled", what: "registration" }] };
  if (chat.asked !== null) return { say: [{ kind: "cancelled", what: "asked" }] };
  const issued = facts.codes.filter((code) => code.status === "issued");
  if (issued.length > 0) return { say: [{ kind: "cancel_code", codes: refs(issued) }] };
  return { say: [{ kind: "cancelled", what: "nothing" }] };
}

function refs(codes: readonly KnownCode[]): readonly CodeRef[] {
  return codes.slice(0, shownAtMost).map(({ personId, codeId }) => ({ personId, codeId }));
}

import { registrationSteps, type RegistrationStep } from "../server/identity/registration.ts";
import type { ServiceCodeStatus } from "../server/visits/service-code.ts";
import type { CheckedPaper, CodeRef, DraftRef, HandedRef, NamedService, Next, PetitionRef } from "./say.ts";

/** What the chat must know of somebody before it answers. Read in the transaction that saves the turn. */
export interface Facts {
  /** The event is older than the last one that was answered: it may not change where the chat stands. */
  readonly late: boolean;
  /** True when the LINE user is linked to an account. */
  readonly linked: boolean;
  /** True when that account may see what others wrote about its person; one of the web waits for a look at the card. */
  readonly checked: boolean;
  /** A registration that was begun and not finished. */
  readonly registration: { readonly step: RegistrationStep; readonly left: number } | null;
  /** Today's codes that are good or were used: one's own, and those asked for with somebody's yes. Latest first. */
  readonly codes: readonly KnownCode[];
  /** The code that was typed, when it is one of theirs. */
  readonly typedCode: CodeRef | null;
  /** What somebody with an account began and did not send, latest first. */
  readonly drafts: readonly DraftRef[];
  /** The latest petitions of somebody with an account, latest first. */
  readonly petitions: readonly PetitionRef[];
  /** Whether the code that was typed linked this LINE user to a staff account; left out: none was typed. */
  readonly staffLinked?: boolean;
  /** What is given to the member of staff whose LINE this is; null: no account is linked; left out: not asked for. */
  readonly work?: readonly HandedRef[] | null;
  /** True when a Soft Token is on the phone of this LINE user; left out: nothing that was typed asks for it. */
  readonly keyed?: boolean;
  /** Services named by words the chat does not know, a few at most; left out: nothing such was typed. */
  readonly services?: readonly NamedService[];
  /** The petition whose number was typed, when it is theirs. */
  readonly typedPetition: PetitionRef | null;
  /** What is told of the document whose code was typed, whoever typed it; null: none was. */
  readonly typedDocument: CheckedPaper | null;
}

export interface KnownCode extends CodeRef {
  readonly status: ServiceCodeStatus;
}

/** How far a registration is: the step it resumes at and how many are left, that one included. */
export function progressAt(step: string): Facts["registration"] {
  const at = registrationSteps.findIndex((name) => name === step);
  const found = registrationSteps[at];
  return found === undefined ? null : { step: found, left: registrationSteps.length - at };
}

/** What leads on from anywhere: an account first, then codes. */
export function nextFor(facts: Facts): Next {
  if (facts.linked) return "scan";
  return facts.registration === null ? "register" : "resume";
}

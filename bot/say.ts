import type { Wording } from "../server/forms/field.ts";
import type { RegistrationStep } from "../server/identity/registration.ts";
import type { DocumentStanding } from "../server/petitions/document-standing.ts";
import type { Names } from "../server/visits/names.ts";
import type { SecretKind } from "./secret.ts";
import type { TokenTopic } from "./token-words.ts";

/** Points at one service code; the words around it are made when the message is sent. */
export interface CodeRef {
  readonly personId: string;
  readonly codeId: string;
}

/** Points at one petition of the reader's own. */
export interface PetitionRef {
  readonly agencyId: string;
  readonly petitionId: string;
}

/** Points at one petition that is given to a member of staff. */
export interface HandedRef extends PetitionRef {
  readonly staffId: string;
}

/** Points at one draft of the reader's own. */
export interface DraftRef {
  readonly draftId: string;
}

/** A service that is offered, as anybody may read it. */
export interface NamedService {
  readonly townSlug: string;
  readonly slug: string;
  readonly name: Wording;
}

/** What somebody who typed a document's code is told: how it stands, or that none of ours has it. */
export type CheckedPaper =
  | { readonly verdict: "unknown" | "mistyped" }
  | {
      readonly verdict: DocumentStanding;
      readonly title: Names;
      readonly number: string;
      readonly agency: Names;
    };

/** Where somebody's way goes on, as a button. */
export const nexts = ["register", "resume", "scan"] as const;
export type Next = (typeof nexts)[number];

/** What of e-Service somebody without an account wished to see; signing in or registering leads there. */
export const joinFors = ["petitions", "documents"] as const;
export type JoinFor = (typeof joinFors)[number];

/**
 * One thing the chat says: a kind and what its words need, never words. Kept in the outbox until it is sent, so it is
 * plain JSON and holds no personal data.
 */
export type Say =
  /** What was begun and not sent, latest first. */
  | { readonly kind: "drafts"; readonly drafts: readonly DraftRef[] }
  /** One's latest petitions, or the one whose number was typed. */
  | { readonly kind: "petitions"; readonly petitions: readonly PetitionRef[] }
  /** Whether a document is genuine; what is told of it stands on the paper. */
  | { readonly kind: "document_checked"; readonly checked: CheckedPaper }
  | { readonly kind: "no_petitions" }
  | { readonly kind: "petition_not_found" }
  /** A code that links a staff account worked, or did not. */
  | { readonly kind: "staff_linked" | "staff_code_wrong" }
  /** What is given to the member of staff who asks, the soonest due first; null: no staff account is linked. */
  | { readonly kind: "work"; readonly work: readonly HandedRef[] | null }
  | { readonly kind: "greeting"; readonly again: boolean; readonly next: Next }
  | { readonly kind: "menu"; readonly next: Next }
  | { readonly kind: "register" }
  | { readonly kind: "join_first"; readonly what: JoinFor }
  | { readonly kind: "resume"; readonly step: RegistrationStep; readonly left: number }
  | { readonly kind: "postponed" }
  /** Codes open once an officer has checked who it is. */
  | { readonly kind: "not_checked" }
  | { readonly kind: "ask_code" }
  | { readonly kind: "codes"; readonly codes: readonly CodeRef[] }
  | { readonly kind: "no_codes" }
  | { readonly kind: "code_not_found" }
  | { readonly kind: "cancel_code"; readonly codes: readonly CodeRef[] }
  | { readonly kind: "cancelled"; readonly what: "asked" | "registration" | "nothing" }
  | { readonly kind: "status_clear" }
  | { readonly kind: "services" }
  /** Services that what was typed may be about. */
  | { readonly kind: "services_found"; readonly services: readonly NamedService[] }
  | { readonly kind: "documents" }
  | { readonly kind: "account" }
  | { readonly kind: "forgot_pin" }
  /** Where the lost phone of somebody with a Soft Token is stopped; one with an account of their own alone sees to that. */
  | { readonly kind: "phone_lost"; readonly keyed: boolean; readonly linked: boolean }
  /** What is done about a Soft Token, and where. `keyed`: this LINE has one. */
  | { readonly kind: "soft_token"; readonly topic: TokenTopic; readonly keyed: boolean }
  | { readonly kind: "help"; readonly next: Next }
  | { readonly kind: "thanks" }
  | { readonly kind: "secret"; readonly what: SecretKind; readonly next: SecretPage }
  | {
      readonly kind: "not_understood";
      readonly why: "words" | "media" | "old_button";
      readonly more: boolean;
      readonly next: Next;
    };

/** The page on which what was typed in chat belongs. */
export type SecretPage = "register" | "resume" | "unlock";

/** The codes that a turn's words will need. */
export function codesOf(says: readonly Say[]): readonly CodeRef[] {
  return says.flatMap((say) => (say.kind === "codes" || say.kind === "cancel_code" ? say.codes : []));
}

/** The petitions that a turn's words will need. */
export function petitionsOf(says: readonly Say[]): readonly PetitionRef[] {
  return says.flatMap((say) => (say.kind === "petitions" ? say.petitions : []));
}

/** The petitions of a member of staff that a turn's words will need. */
export function handedOf(says: readonly Say[]): readonly HandedRef[] {
  return says.flatMap((say) => (say.kind === "work" ? (say.work ?? []) : []));
}

/** The drafts that a turn's words will need. */
export function draftsOf(says: readonly Say[]): readonly DraftRef[] {
  return says.flatMap((say) => (say.kind === "drafts" ? say.drafts : []));
}

/** True when a turn speaks to somebody by the name LINE tells. */
export function speaksByName(says: readonly Say[]): boolean {
  return says.some((say) => say.kind === "greeting");
}

import type { AcceptedAnswers } from "../forms/accepted.ts";
import type { Wording } from "../forms/field.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Names } from "../visits/names.ts";
import type { DaysLeft } from "./deadline.ts";
import type { DocumentState } from "./issued-document.ts";
import type { PauseReason, PetitionDoer, PetitionEventKind, PetitionOutcome } from "./petition.ts";
import type { StepWords } from "./petition-content.ts";
import type { PetitionStatus } from "./petition-status.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import type { TrackingNumber } from "./tracking-number.ts";

/** A petition in its citizen's list. */
export interface ListedPetition {
  readonly agencyId: string;
  readonly id: string;
  readonly number: TrackingNumber;
  readonly agency: Names;
  readonly service: Wording;
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
  readonly pause: PauseReason | null;
  readonly submittedAt: Date;
  readonly dueDay: BangkokDay | null;
  readonly testUntil: BangkokDay | null;
}

/** What happened to a petition, as its citizen reads it: who of the agency did it is told by the unit alone. */
export interface FollowedEvent {
  readonly id: string;
  readonly kind: PetitionEventKind;
  readonly doer: PetitionDoer;
  readonly status: PetitionStatus;
  readonly words: StepWords;
  readonly happenedAt: Date;
}

/** A line of the thread. */
export interface FollowedMessage {
  readonly id: string;
  readonly doer: PetitionDoer;
  readonly text: string;
  readonly files: readonly FollowedFile[];
  readonly saidAt: Date;
}

export interface FollowedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

/** A document that was issued to the citizen. */
export interface FollowedDocument {
  readonly id: string;
  readonly number: string;
  readonly title: Names;
  readonly state: DocumentState;
}

/** The clock of a petition in words (N9). */
export type FollowedClock =
  /** No day is promised. */
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly dueDay: BangkokDay; readonly left: DaysLeft }
  /** It is completed; `dueDay` is the day it had, null: none ran. */
  | { readonly kind: "ended"; readonly on: BangkokDay; readonly dueDay: BangkokDay | null }
  | {
      readonly kind: "paused";
      readonly since: Date;
      readonly reason: PauseReason;
      /** Of the days that were promised; null: none is. */
      readonly left: DaysLeft | null;
    };

/** A petition as its citizen sees it: where it is, who has it, what happens next. */
export interface FollowedPetition extends ListedPetition {
  readonly unit: Names | null;
  readonly version: number;
  readonly deemedReceivedAt: Date;
  readonly completedAt: Date | null;
  readonly definition: ServiceDefinition;
  readonly answers: AcceptedAnswers;
  readonly events: readonly FollowedEvent[];
  readonly messages: readonly FollowedMessage[];
  readonly files: readonly (FollowedFile & { readonly field: string | null })[];
  readonly documents: readonly FollowedDocument[];
  readonly clock: FollowedClock;
  /** What is asked for now; null: no correction is. */
  readonly correction: StepWords | null;
  readonly mayWithdraw: boolean;
  /** Until when the closure may be tested (N10); null: it may not, or no longer. */
  readonly mayTestUntil: BangkokDay | null;
  /** True once its citizen said that all is well. */
  readonly isConfirmed: boolean;
  /** How content its citizen was, 1 to 5; null: not said. */
  readonly stars: number | null;
}

/** What comes next, by where a petition stands; each is a sentence of the words. */
export const nexts = [
  "receive",
  "start",
  "decide",
  "finish",
  "you_correct",
  "you_pay",
  "you_test",
  "you_may_appeal",
  "nothing",
] as const;
export type PetitionNext = (typeof nexts)[number];

/** What happens next with a petition, and whose turn it is. */
export function nextOf(
  petition: Pick<FollowedPetition, "status" | "pause" | "outcome" | "mayTestUntil" | "isConfirmed"> & {
    readonly definition: Pick<ServiceDefinition, "ends">;
  },
): PetitionNext {
  const { status, pause, outcome, mayTestUntil, isConfirmed, definition } = petition;
  if (status === "completed") {
    if (mayTestUntil !== null && !isConfirmed) return "you_test";
    return outcome === "refused" ? "you_may_appeal" : "nothing";
  }
  if (pause !== null) return pause === "correction" ? "you_correct" : "you_pay";
  if (status === "submitted") return "receive";
  if (status === "received") return "start";
  return definition.ends === "deed" ? "finish" : "decide";
}

import type { CounterPerson } from "../identity/counter-person.ts";
import type { AcceptedAnswers } from "../forms/accepted.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Names } from "../visits/names.ts";
import type { Receipt } from "../notices/receipt.ts";
import type { CannedReply } from "./canned-reply.ts";
import type { CitizenWord } from "./citizen-word.ts";
import type { AnswersBefore } from "./changed-answers.ts";
import type { DeskDocument } from "./desk-document.ts";
import type { DeskStep } from "./desk-step.ts";
import type { FollowedClock, FollowedFile } from "./followed-petition.ts";
import type { Officer } from "./officers.ts";
import type {
  PauseReason,
  PetitionDoer,
  PetitionEventKind,
  PetitionOutcome,
  PetitionVia,
} from "./petition.ts";
import type { PetitionerContact } from "./petitioner-contact.ts";
import type { StepWords } from "./petition-content.ts";
import type { PetitionStatus } from "./petition-status.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import type { TrackingNumber } from "./tracking-number.ts";

/** What happened, with who did it by name: for officers. */
export interface DeskEvent {
  readonly id: string;
  readonly kind: PetitionEventKind;
  readonly doer: PetitionDoer;
  /** Null: the citizen, the system, or an account that is gone. */
  readonly by: string | null;
  /** True: whoever looks did it. */
  readonly isOwn: boolean;
  /** Whom it was given to, by name; null: nobody, or not written then. */
  readonly to: string | null;
  readonly isInternal: boolean;
  readonly words: StepWords;
  readonly happenedAt: Date;
}

/** A line of the thread, or a note inside. */
export interface DeskMessage {
  readonly id: string;
  readonly doer: PetitionDoer;
  readonly by: string | null;
  readonly isInternal: boolean;
  readonly text: string;
  readonly files: readonly FollowedFile[];
  readonly saidAt: Date;
}

/** A document of a petition, with who issued it by name; null: an account that is gone. */
export type PetitionDocument = DeskDocument & { readonly by: string | null };

export type DeskPetitionFile = FollowedFile & { readonly field: string | null };

/** A petition as its officers see it. */
export interface DeskPetition {
  readonly id: string;
  readonly number: TrackingNumber;
  readonly version: number;
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
  readonly pause: PauseReason | null;
  readonly via: PetitionVia;
  readonly wantsPaper: boolean;
  readonly submittedAt: Date;
  readonly deemedReceivedAt: Date;
  readonly reopened: number;
  readonly definition: ServiceDefinition;
  readonly answers: AcceptedAnswers;
  /** The keys of the questions its citizen was shown. */
  readonly shown: readonly string[];
  /** What stood before the last correction; null: there was none. */
  readonly before: AnswersBefore | null;
  readonly person: CounterPerson;
  readonly contact: PetitionerContact;
  /** True: they asked for their data to be erased and cannot be reached but by mail. */
  readonly isErased: boolean;
  readonly unit: Names | null;
  readonly unitId: string | null;
  /** Null: nobody has it. */
  readonly officer: string | null;
  readonly events: readonly DeskEvent[];
  readonly messages: readonly DeskMessage[];
  /** Since when a word of its citizen waits, and what; null: nothing does. */
  readonly word: { readonly what: CitizenWord; readonly since: Date } | null;
  readonly files: readonly DeskPetitionFile[];
  /** Photos of what was done, of now and of closures before. */
  readonly closing: readonly DeskPetitionFile[];
  /** What was issued or uploaded for it, the first one first. */
  readonly documents: readonly PetitionDocument[];
  /** What became of the messages about it, the first one first. */
  readonly receipts: readonly Receipt[];
  /** True: its time was over, and what it held was destroyed. */
  readonly isDestroyed: boolean;
  readonly clock: FollowedClock;
  /** True: this officer said that they may not act in it (s. 13). */
  readonly isConflicted: boolean;
  /** What this officer may do with it now, in the order of the work. */
  readonly steps: readonly DeskStep[];
  /** How it may be ended from where it stands. */
  readonly outcomes: readonly PetitionOutcome[];
  readonly units: readonly (Names & { readonly id: string })[];
  /** Who may have it: this officer alone where they may not assign to others. */
  readonly officers: readonly Officer[];
  readonly canned: readonly CannedReply[];
  /** Until when a refusal of today could be appealed. */
  readonly appealUntil: BangkokDay;
}

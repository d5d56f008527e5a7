import type { Wording } from "../forms/field.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Names } from "../visits/names.ts";
import type { PetitionEventKind, PetitionOutcome } from "./petition.ts";
import type { PetitionStatus } from "./petition-status.ts";
import type { StepWords } from "./petition-content.ts";
import type { TrackingNumber } from "./tracking-number.ts";

/** A petition as it is named to its citizen. */
export interface NamedPetition {
  readonly agencyId: string;
  readonly id: string;
  readonly number: TrackingNumber;
  readonly agency: Names;
  readonly service: Wording;
}

/** A petition as a notice speaks of it, at the step it tells of. */
export interface ToldPetition extends NamedPetition {
  readonly step: PetitionEventKind;
  /** The status after that step. */
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
  readonly words: StepWords;
  /** What is to be corrected, by the questions' own labels; why stands on the page alone. */
  readonly asked: readonly Wording[];
  readonly submittedAt: Date;
  readonly deemedReceivedAt: Date;
  readonly dueDay: BangkokDay | null;
  readonly testUntil: BangkokDay | null;
}

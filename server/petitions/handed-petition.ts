import type { Wording } from "../forms/field.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { PetitionStatus } from "./petition-status.ts";
import type { TrackingNumber } from "./tracking-number.ts";

/** A petition as the card in an officer's LINE tells of it: number and service, nothing of its citizen. */
export interface HandedPetition {
  readonly id: string;
  readonly number: TrackingNumber;
  readonly service: Wording;
  readonly status: PetitionStatus;
  readonly dueDay: BangkokDay | null;
}

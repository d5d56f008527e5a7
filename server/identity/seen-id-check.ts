import type { Address } from "../forms/typed-place.ts";
import type { AddressAreas } from "../kernel/gazetteer.ts";
import type { BirthDate } from "../kernel/birth-date.ts";
import type { IdPictureSlot } from "./id-check.ts";

/** A check in the officers' queue: whose it is, is told by opening it. */
export interface QueuedIdCheck {
  readonly id: string;
  readonly madeAt: Date;
}

/** A check that waits, as the officer who opened it sees it. */
export interface SeenIdCheck {
  readonly id: string;
  readonly madeAt: Date;
  readonly prefix: string | null;
  readonly name: string | null;
  /** Without its last four digits: those the officer reads off the card. */
  readonly citizenId: string;
  readonly birth: BirthDate | null;
  /** As the person gave it; null: they gave none. */
  readonly address: (Address & { readonly areas: AddressAreas }) | null;
  readonly pictures: readonly { readonly id: string; readonly slot: IdPictureSlot }[];
}

/** A check that was decided: whose it was, is told no more. */
export interface DecidedIdCheck {
  readonly id: string;
  readonly state: "approved" | "sent_back";
  readonly decidedAt: Date;
  /** Who decided; null: whoever asks, or somebody of whom no name is kept. */
  readonly decidedBy: string | null;
  readonly isOwn: boolean;
}

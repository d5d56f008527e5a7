import {
  handOverState,
  type HandOverLife,
  type HandOverNumber,
  type HandOverState,
} from "../visits/hand-over.ts";
import type { HandOverNumberRefusal } from "../visits/hand-over.ts";
import type { DraftMissing, DraftSent } from "./draft.ts";

/** A draft that its citizen goes on with at the counter: the number is the one of every hand-over (N15). */
export interface DraftHandOverLife extends Omit<HandOverLife, "visitId"> {
  /** The petition the draft became; null: it is open. */
  readonly petitionId: string | null;
}

/** Where a draft's hand-over stands at `now`: a petition ends it as a visit ends that of a code. */
export function draftHandOverState({ petitionId, ...life }: DraftHandOverLife, now: Date): HandOverState {
  return handOverState({ ...life, visitId: petitionId }, now);
}

/** The number as the citizen who reads it out sees it. */
export interface OwnDraftHandOver {
  readonly number: HandOverNumber;
  readonly state: HandOverState;
  readonly diesAt: Date;
}

export type MakeDraftHandOverRefusal =
  | DraftMissing
  | DraftSent
  /** More numbers than anybody needs; `minutes` until the oldest no longer counts, at most. */
  | { readonly kind: "hand_over_makes"; readonly minutes: number };

/** What an officer who types a number may be answered. */
export type TakeDraftRefusal =
  | HandOverNumberRefusal
  /** Wrong, too late, withdrawn, used, a colleague's or of another agency: which of them is not told. */
  | { readonly kind: "hand_over_missing" }
  | { readonly kind: "hand_over_limit"; readonly tries: number; readonly minutes: number };

/** What an officer who goes on with a draft may be answered. */
export type HandedRefusal =
  /** Nothing that this officer took. */
  | { readonly kind: "hand_over_missing" }
  /** They took it, and it is over: their hour is past, or the citizen took the draft back. */
  | { readonly kind: "hand_over_over" };

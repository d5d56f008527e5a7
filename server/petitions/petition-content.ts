import type { AcceptedAnswers } from "../forms/accepted.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Phone } from "../kernel/phone.ts";
import type { AnswersBefore } from "./changed-answers.ts";

/** What is sealed in a petition's row, under the petition's own key. */
export interface PetitionContent {
  /** As they were accepted; files by their ids. */
  readonly answers: AcceptedAnswers;
  /** What was told at the counter of somebody who may have no account; left out: nothing was. */
  readonly told?: ToldAtCounter;
}

/** How somebody at the counter is addressed and called back; null: not told, or they have none. */
export interface ToldAtCounter {
  readonly prefix: string | null;
  /** Nobody proved it. */
  readonly phone: Phone | null;
}

/** Why something was refused, as the law asks of a written order (Administrative Procedure Act 2539, s. 37). */
export interface Reasons {
  readonly facts: string;
  readonly law: string;
  readonly considerations: string;
}

/** What was said with a step; sealed in its event. What does not belong to the step is left out. */
export interface StepWords {
  /** To the citizen, or for `assigned` to colleagues. */
  readonly text?: string;
  /** The fields that are to be corrected, by path. */
  readonly fields?: readonly string[];
  /** Until when an answer is asked for. */
  readonly untilDay?: BangkokDay;
  readonly reasons?: Reasons;
  /** Set by the step itself: the last day to appeal. */
  readonly appealUntil?: BangkokDay;
  /** The agency that is competent, for the outcome `not_ours` (Electronic Official Performance Act 2565, s. 10). */
  readonly agencyName?: string;
  /** What is to be paid. */
  readonly satang?: number;
  /** For `correction_given`: what stood before, of the questions it changed. */
  readonly before?: AnswersBefore;
  /** Files that belong to it, by id. */
  readonly files?: readonly string[];
  /** Whom it was given to, for `assigned`. */
  readonly officerId?: string;
  /** The officer may not act in this matter and gave it back (Administrative Procedure Act 2539, s. 13). */
  readonly conflict?: true;
}

import { ok, refuse, type Result } from "../kernel/result.ts";
import type { PetitionDoer, PetitionEventKind, PetitionOutcome } from "./petition.ts";

/**
 * The four statuses a citizen sees, always these and in this order (E4): ส่งคำร้อง, เจ้าหน้าที่รับเรื่อง, กำลังดำเนินการ,
 * ดำเนินการสำเร็จ. A status is the key of its own label in the words.
 */
export const petitionStatuses = ["submitted", "received", "in_progress", "completed"] as const;
export type PetitionStatus = (typeof petitionStatuses)[number];

/** Who may take a step, and from which status it leads to which; the same status: the step stays inside it. */
interface Move {
  readonly by: readonly PetitionDoer[];
  readonly from: Readonly<Partial<Record<PetitionStatus, PetitionStatus>>>;
}

const anywhereOpen = { submitted: "submitted", received: "received", in_progress: "in_progress" } as const;
const inHand = { received: "received", in_progress: "in_progress" } as const;
const toTheEnd = { submitted: "completed", received: "completed", in_progress: "completed" } as const;

/** Who may move what to what; the database holds the same by itself (`guard_petition`). */
export const petitionMoves = {
  // A petition begins with it: there is nothing to move yet.
  submitted: { by: [], from: {} },
  received: { by: ["staff"], from: { submitted: "received" } },
  assigned: { by: ["staff", "system"], from: anywhereOpen },
  started: { by: ["staff"], from: { received: "in_progress" } },
  correction_asked: { by: ["staff"], from: inHand },
  // An officer gives it for somebody who came to the counter.
  correction_given: { by: ["citizen", "staff"], from: inHand },
  forwarded: { by: ["staff"], from: anywhereOpen },
  payment_asked: { by: ["staff"], from: inHand },
  payment_seen: { by: ["staff", "system"], from: inHand },
  completed: { by: ["staff"], from: toTheEnd },
  withdrawn: { by: ["citizen"], from: toTheEnd },
  closure_confirmed: { by: ["citizen"], from: { completed: "completed" } },
  reopened: { by: ["citizen"], from: { completed: "in_progress" } },
  delay_told: { by: ["staff", "system"], from: anywhereOpen },
} as const satisfies Record<PetitionEventKind, Move>;

/** How a petition may end from each status: nothing is granted or refused before it was received. */
export const outcomesFrom: Readonly<Record<PetitionStatus, readonly PetitionOutcome[]>> = {
  submitted: ["withdrawn", "not_ours"],
  received: ["granted", "refused", "done", "withdrawn", "not_ours"],
  in_progress: ["granted", "refused", "done", "withdrawn", "not_ours"],
  completed: [],
};

export type MoveRefusal =
  /** This doer never takes this step. */
  | { readonly kind: "step_not_yours" }
  /** The step is not taken from this status. */
  | { readonly kind: "step_out_of_order"; readonly status: PetitionStatus };

/**
 * The status after `step` is taken by `actor` on a petition that stands at `status`. Refuses a step that is another's
 * to take, and one out of order; what also depends on pause, outcome and day is judged by `judgeStep`.
 */
export function moveOf(
  status: PetitionStatus,
  step: PetitionEventKind,
  actor: PetitionDoer,
): Result<PetitionStatus, MoveRefusal> {
  const move: Move = petitionMoves[step];
  const next = move.from[status];
  if (move.by.length > 0 && !move.by.includes(actor)) return refuse({ kind: "step_not_yours" });
  return next === undefined ? refuse({ kind: "step_out_of_order", status }) : ok(next);
}

/** The steps an actor may take at a status, in the order of the closed set: what a page offers. */
export function stepsAt(status: PetitionStatus, actor: PetitionDoer): readonly PetitionEventKind[] {
  const steps = Object.keys(petitionMoves) as PetitionEventKind[];
  return steps.filter((step) => moveOf(status, step, actor).ok);
}

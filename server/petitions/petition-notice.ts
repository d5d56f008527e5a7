import type { PetitionEventKind } from "./petition.ts";

/** What a citizen is told of a petition. */
export const petitionNoticeKinds = ["petition_filed", "petition_moved", "petition_completed"] as const;
export type PetitionNoticeKind = (typeof petitionNoticeKinds)[number];

/** What was asked for, and by which step it was given. */
const answers: Partial<Record<PetitionEventKind, PetitionEventKind>> = {
  correction_asked: "correction_given",
  payment_asked: "payment_seen",
};
const neverOvertaken: readonly PetitionEventKind[] = ["submitted", "completed", "withdrawn", "delay_told"];

/**
 * Whether a step that was to be told in the morning is no news any more because of what came after it, oldest first: what
 * was asked for, once it was given; any other move, once a later one is told. A receipt, an end and a delay letter stay.
 */
export function isOvertaken(step: PetitionEventKind, later: readonly PetitionEventKind[]): boolean {
  if (neverOvertaken.includes(step)) return false;
  const answer = answers[step];
  if (answer !== undefined) return later.includes(answer);
  return later.some((kind) => noticeAfter(kind) === "petition_moved");
}

/** What a citizen is told after a step; null: it is theirs to know already, or inside the agency (E4). */
export function noticeAfter(step: PetitionEventKind): PetitionNoticeKind | null {
  switch (step) {
    case "submitted":
      return "petition_filed";
    case "completed":
    case "withdrawn":
      return "petition_completed";
    case "received":
    case "started":
    case "correction_asked":
    case "correction_given":
    case "forwarded":
    case "payment_asked":
    case "payment_seen":
    case "reopened":
    case "delay_told":
      return "petition_moved";
    case "assigned":
    case "closure_confirmed":
      return null;
  }
}

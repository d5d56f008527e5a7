import type { PetitionEventKind } from "./petition.ts";

/** What a citizen is told of a petition. */
export const petitionNoticeKinds = ["petition_filed", "petition_moved", "petition_completed"] as const;
export type PetitionNoticeKind = (typeof petitionNoticeKinds)[number];

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

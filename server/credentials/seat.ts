/**
 * What a seat is for at the treasury: enter and adjust data and call reports; request withdrawal; approve payment and
 * send money in. `other`: a code of another body, kept as it is.
 */
export const seatRights = ["recorder", "approver_1", "approver_2", "other"] as const;
export type SeatRight = (typeof seatRights)[number];

/** The two approving sides, which one person never holds at one agency (rules of the Soft Token, section 2). */
export const approvingSides = ["withdrawal", "payment"] as const;
export type ApprovingSide = (typeof approvingSides)[number];

/** The side a right approves on; null: it approves nothing. */
export function sideOf(right: SeatRight): ApprovingSide | null {
  if (right === "approver_1") return "withdrawal";
  return right === "approver_2" ? "payment" : null;
}

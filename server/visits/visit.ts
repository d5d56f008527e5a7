/** A visit: a draft (รอยืนยัน), confirmed (ยืนยันแล้ว) or cancelled (ยกเลิก). Only a draft may change. */
export const visitStatuses = ["draft", "confirmed", "cancelled"] as const;
export type VisitStatus = (typeof visitStatuses)[number];

export const visitMoves = {
  draft: ["confirmed", "cancelled"],
  confirmed: [],
  cancelled: [],
} as const satisfies Record<VisitStatus, readonly VisitStatus[]>;

/** How a code was asked for: by the facility's QR, by card, by number and picture, on a paper slip, by a HIS. */
export const askingWays = ["line_qr", "card", "picture", "slip", "api"] as const;
export type AskingWay = (typeof askingWays)[number];

/** What showed that the citizen stood at the counter, strongest first. A printed QR can be photographed. */
export const evidences = ["screen", "printed", "short_code"] as const;
export type Evidence = (typeof evidences)[number];

/** True when a visit may go from one status to the other. */
export function mayMoveVisit(from: VisitStatus, to: VisitStatus): boolean {
  const moves: readonly VisitStatus[] = visitMoves[from];
  return moves.includes(to);
}

/** Why somebody ends their Soft Token, as the form lists it (flows T5). */
export const ownEnds = ["resigned", "transferred", "holder_changed", "email_changed", "other"] as const;
export type OwnEnd = (typeof ownEnds)[number];

/** Reads a reason a form sends; null for what is none. */
export function parseOwnEnd(text: string): OwnEnd | null {
  return ownEnds.find((end) => end === text) ?? null;
}

/** Reasons that give the seat up with the key. */
export type SeatGivenUp = "resigned" | "transferred" | "holder_changed";

/** True where the seat is given up with the key: somebody else will hold it. */
export function endsHolding(reason: OwnEnd): reason is SeatGivenUp {
  return reason === "resigned" || reason === "transferred" || reason === "holder_changed";
}

import type { Holder } from "../../kernel/actor.ts";

/** Whoever a key or a time in a seat is of, as the audit names them. */
export function holderActor(of: {
  readonly agencyId: string;
  readonly seatId: string;
  readonly holdingId: string;
  readonly personId: string;
}): Holder {
  const { agencyId, seatId, holdingId, personId } = of;
  return { kind: "holder", agencyId, seatId, holdingId, personId };
}

import { seatHolding } from "../../../db/schema/index.ts";

/**
 * What every reader of a time in a seat may read of it. The hash of the password is not among it: the door alone reads
 * that (`password-hash.ts`), and the database refuses it to everybody else (db/sql/21-seat-grants.sql).
 */
export const holdingColumns = {
  id: seatHolding.id,
  agencyId: seatHolding.agencyId,
  issuerId: seatHolding.issuerId,
  seatId: seatHolding.seatId,
  right: seatHolding.right,
  part: seatHolding.part,
  state: seatHolding.state,
  personId: seatHolding.personId,
  dataKey: seatHolding.dataKey,
  sealed: seatHolding.sealed,
  orderId: seatHolding.orderId,
  startsOn: seatHolding.startsOn,
  endsOn: seatHolding.endsOn,
  passwordSetAt: seatHolding.passwordSetAt,
  mustChangePassword: seatHolding.mustChangePassword,
  remindedDays: seatHolding.remindedDays,
  newKeyFrom: seatHolding.newKeyFrom,
  namedAt: seatHolding.namedAt,
  liveAt: seatHolding.liveAt,
  endedAt: seatHolding.endedAt,
  endReason: seatHolding.endReason,
};

/** A row of those columns, still sealed. */
export type HoldingRow = Pick<typeof seatHolding.$inferSelect, keyof typeof holdingColumns>;

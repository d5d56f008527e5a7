import type { AppContext } from "../../http/env.ts";
import { whyPasswordFirst } from "../seat/gates.ts";
import type { SignedInSeat } from "../../openid/signed-in-seat.ts";

/** Who is signed in at a seat in this browser, whole; null: nobody. */
export function signedInSeat(c: AppContext): SignedInSeat | null {
  const { seat } = c.var;
  if (!seat) return null;
  const {
    id: sessionId,
    personId,
    name,
    seatId,
    holdingId,
    userCode,
    right,
    part,
    agencyId,
    factorAt,
  } = seat;
  const { nameTh: agencyTh, nameEn: agencyEn } = seat.agency;
  return {
    ...{ sessionId, personId, name, seatId, holdingId, userCode, right, part, factorAt },
    ...{ agencyId, agencyTh, agencyEn },
  };
}

/** True when the holder's own business comes before any other system: a new password, a certificate that ended. */
export async function hasBusinessFirst(c: AppContext): Promise<boolean> {
  const { seat, ports } = c.var;
  if (!seat) return false;
  return seat.notAfter <= ports.clock.now() || (await whyPasswordFirst(c, seat)) !== null;
}

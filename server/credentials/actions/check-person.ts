import { findPersonByNumber } from "../../identity/store/person.ts";
import type { Staff } from "../../kernel/actor.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { parseEmail } from "../../kernel/email.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { judgePlace, type PlaceRefusal } from "../desk/name-person.ts";
import { seatParts } from "../holding.ts";
import { giveWayReasons } from "../naming.ts";
import { findSeat } from "../store/seat.ts";

/**
 * Says early in the wizard whether somebody may be named to a part of a seat, before the order is written; nothing is
 * kept, and `nameHolder` judges again. Fields that cannot be read are judged by `readNaming`. Refuses another agency's
 * seat as not found, and what `judgePlace` refuses.
 */
export async function checkPerson(
  ports: Ports,
  actor: Staff,
  typed: {
    readonly seatId: string;
    readonly part: string;
    readonly citizenId: string;
    readonly email: string;
    readonly reason: string;
  },
): Promise<Result<null, PlaceRefusal | { readonly kind: "seat_not_found" }>> {
  const part = seatParts.find((each) => each === typed.part);
  const citizenId = parseCitizenId(typed.citizenId);
  if (!part || !isUuid(typed.seatId)) return ok(null);
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const seat = await findSeat(tx, typed.seatId);
    if (seat?.agencyId !== actor.agencyId) return refuse({ kind: "seat_not_found" });
    const person = citizenId.ok ? await findPersonByNumber(ports, tx, citizenId.value) : null;
    const reason = giveWayReasons.find((each) => each === typed.reason) ?? null;
    const wanted = { seat, part, reason, personId: person?.id ?? null, email: emailOf(typed.email) };
    const judged = await judgePlace(ports, tx, wanted);
    return judged.ok ? ok(null) : judged;
  });
}

function emailOf(text: string): string | null {
  const email = parseEmail(text);
  return email.ok ? email.value : null;
}

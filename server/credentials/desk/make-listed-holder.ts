import { meetByNumber } from "../../identity/desk/meet-by-number.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { HolderFault } from "../holder-list-fault.ts";
import { findIssuerOf, listTakenCodes, lockSeat, type KeptSeat } from "../store/seat.ts";
import { insertOldDevice } from "../store/old-device.ts";
import type { SealedHolderRow } from "./import-row.ts";
import { keepSeats } from "./keep-seats.ts";
import { judgePlace, namePerson, type PlaceRefusal } from "./name-person.ts";

type ListedPlace = Omit<NonNullable<SealedHolderRow["holder"]>, "line" | "agency">;
export type ListedFault = { readonly kind: "row_faulty"; readonly fault: HolderFault };

/**
 * Makes one holder of a list: the seat under its code where it is not issued yet, the person named to it from today on,
 * and what they signed in with before. It is judged again as things stand now. Without an order, it comes
 * with the registration. Made before, it is left as it is. Runs as the gate.
 */
export async function makeListedHolder(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  listed: ListedPlace,
  orderId: string | null = null,
): Promise<Result<{ readonly holdingId: string }, ListedFault>> {
  const seat = await seatFor(ports, tx, actor, listed);
  if (!seat.ok) return seat;
  const { agencyId, facts, device } = listed;
  const personId = await meetByNumber(ports, tx, facts.citizenId);
  const place = { seat: seat.value, part: "holder", personId, reason: null } as const;
  const wanted = { ...place, email: facts.email };
  const free = await judgePlace(ports, tx, wanted);
  if (!free.ok) return refuse({ kind: "row_faulty", fault: faultOf(free.refusal) });
  const holdingId =
    "again" in free.value
      ? free.value.again.id
      : (await namePerson(ports, tx, actor, { ...place, facts, orderId, ...fromToday(ports) })).holdingId;
  const kept = { holdingId, agencyId, issuerId: actor.agencyId, keptAt: ports.clock.now() };
  await insertOldDevice(tx, { ...kept, ...device });
  return ok({ holdingId });
}

function fromToday({ clock }: Pick<Ports, "clock">) {
  return { startsOn: bangkokDay(clock.now()), endsOn: null };
}

/** The seat of the code, locked; issued now where nobody issued it. */
async function seatFor(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { agencyId, userCode, right }: ListedPlace,
): Promise<Result<KeptSeat, ListedFault>> {
  const foreign = refuse({
    kind: "row_faulty",
    fault: { column: "agency", kind: "agency_foreign" },
  } as const);
  const taken = refuse({ kind: "row_faulty", fault: { column: "userCode", kind: "code_taken" } } as const);
  const issuerId = actor.agencyId;
  const before = await findIssuerOf(tx, agencyId);
  if (before !== null && before !== issuerId) return foreign;
  const [issued] = await listTakenCodes(tx, [userCode]);
  if (issued) {
    const seat = await lockSeat(tx, issued.id);
    return seat?.agencyId === agencyId ? ok(seat) : taken;
  }
  const made = { id: ports.random.uuid(), agencyId, issuerId, userCode, right };
  await keepSeats(ports, tx, actor, [made]);
  return ok({ ...made, madeAt: ports.clock.now() });
}

/** What the place says against it, by the cell that has to be mended. */
export function faultOf({ kind }: Pick<PlaceRefusal, "kind">): HolderFault {
  if (kind === "both_approvals") return { column: "citizenId", kind: "both_approvals" };
  if (kind === "in_seat_already") return { column: "citizenId", kind: "person_named" };
  if (kind === "email_taken") return { column: "email", kind: "email_taken" };
  return { column: "userCode", kind: "seat_occupied" };
}

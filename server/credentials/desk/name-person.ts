import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Email } from "../../kernel/email.ts";
import { holderName, type HolderFacts, type HoldingEnd, type SeatPart } from "../holding.ts";
import { judgeSeparation, type SeparationRefusal } from "../separation.ts";
import { insertHolding, listHoldingsOfSeat, listPlacesOfPerson, type KeptHolding } from "../store/holding.ts";
import { findEmailOwner } from "../store/holder-email.ts";
import type { KeptSeat } from "../store/seat.ts";
import { sendPasswordLink } from "./send-password-link.ts";

export type PlaceRefusal =
  | SeparationRefusal
  /** Somebody else is named to that part and has not come in yet: they are withdrawn first. */
  | { readonly kind: "named_already"; readonly name: string; readonly holdingId: string }
  /** The person is in this seat already, in the other part or live in this one. */
  | { readonly kind: "in_seat_already"; readonly part: KeptHolding["part"] }
  /** The address is somebody else's: proven by another number, or of whoever is in this seat (T2, step 3). */
  | { readonly kind: "email_taken" }
  /** Somebody is live in that part: the head says why they give way. */
  | { readonly kind: "reason_missing"; readonly name: string };

/** Who is to be named, to which part of a seat that was locked before. */
export interface Wanted {
  readonly seat: KeptSeat;
  readonly part: SeatPart;
  /** Null: nobody of that number is known yet. */
  readonly personId: string | null;
  /** Where their first link would go; null: none is known. */
  readonly email: string | null;
  /** Why whoever is live there gives way; null: nothing was said. */
  readonly reason: HoldingEnd | null;
}

/** `again`: this very person is named there already. `live`: who gives way; null: nobody is live there. */
export type FreePlace = { readonly live: KeptHolding | null } | { readonly again: KeptHolding };

/**
 * Judges whether somebody may be named to a part of a seat. Refuses a person who stands on the other approving side of
 * the agency (N12) or is in this seat, an address that is another's, and a part to which somebody is named, or is live without a reason why they go.
 */
export async function judgePlace(
  ports: Ports,
  tx: Tx,
  { seat, part, personId, email, reason }: Wanted,
): Promise<Result<FreePlace, PlaceRefusal>> {
  const inSeat = await listHoldingsOfSeat(ports, tx, seat.id);
  const ofPart = inSeat.filter((each) => each.part === part);
  const named = ofPart.find(({ state }) => state === "named");
  if (named && named.personId === personId) return ok({ again: named });
  const places = personId === null ? [] : await listPlacesOfPerson(tx, seat.agencyId, personId);
  const apart = judgeSeparation(seat.right, places);
  if (!apart.ok) return apart;
  const own = inSeat.find((each) => each.personId === personId);
  if (own) return refuse({ kind: "in_seat_already", part: own.part });
  if (await isAnothers(ports, tx, inSeat, personId, email)) return refuse({ kind: "email_taken" });
  if (named) return refuse({ kind: "named_already", name: holderName(named.facts), holdingId: named.id });
  const live = ofPart.find(({ state }) => state === "live") ?? null;
  if (live && reason === null) return refuse({ kind: "reason_missing", name: holderName(live.facts) });
  return ok({ live });
}

/** An address that another number proved, or that was given for somebody else of this seat: no link of theirs goes there. */
async function isAnothers(
  ports: Ports,
  tx: Tx,
  inSeat: readonly KeptHolding[],
  personId: string | null,
  email: string | null,
): Promise<boolean> {
  if (email === null) return false;
  if (inSeat.some(({ facts, ...each }) => facts.email === email && each.personId !== personId)) return true;
  const owner = await findEmailOwner(ports, tx, email as Email);
  return owner !== null && owner !== personId;
}

export interface NamedPerson {
  readonly seat: KeptSeat;
  readonly part: SeatPart;
  readonly personId: string;
  readonly facts: HolderFacts;
  /** Null: the holder brings the order with the registration. */
  readonly orderId: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/**
 * Names somebody to a place that `judgePlace` found free, and mails them the link that sets their first password.
 * `isLinkSent` false: no address of theirs is known, they get a sealed letter. Throws on a constraint of the database
 * where somebody else was faster. Runs as the gate.
 */
export async function namePerson(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { seat, ...named }: NamedPerson,
): Promise<{ readonly holdingId: string; readonly isLinkSent: boolean }> {
  const { part, personId, facts, orderId, startsOn, endsOn } = named;
  const { agencyId, issuerId, right } = seat;
  const [id, now] = [ports.random.uuid(), ports.clock.now()];
  const place = { id, agencyId, issuerId, right, seatId: seat.id, namedBy: actor.staffId, now };
  await insertHolding(ports, tx, { ...named, ...place });
  const refs = { seatId: seat.id, right, part, orderId, startsOn, endsOn };
  await record(ports, tx, { action: "seat_holding.named", actor, personId, agencyId, subjectId: id, refs });
  const isLinkSent = await sendPasswordLink(ports, tx, { id, personId, facts }, "first");
  return { holdingId: id, isLinkSent };
}

/** The constraints by which the database refuses a second naming at the same time. */
export const placeConstraints = ["seat_holding_side", "seat_holding_named", "seat_holding_once"] as const;

import { record } from "../../audit/store.ts";
import { mayAskFor } from "../../identity/companion.ts";
import { listByAsker } from "../../identity/store/delegation.ts";
import type { Citizen, LineUser, Visitor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { checkPlace, type PlaceRefusalKind } from "../asking.ts";
import {
  drawHandOverNumber,
  handOverMakeMinutes,
  handOverMakes,
  handOverMinutes,
  handOverState,
} from "../hand-over.ts";
import type { TicketRefusal } from "../refusal.ts";
import { openTicket, type ScanTicket } from "../scan-ticket.ts";
import {
  countTry,
  endHandOvers,
  findLatestHandOver,
  findPlace,
  insertHandOver,
  takeTicket,
  type NewHandOver,
} from "../store.ts";

export type MakeHandOverRefusal =
  | TicketRefusal
  | { readonly kind: PlaceRefusalKind }
  | { readonly kind: "delegation_missing" }
  /** More numbers than anybody needs; `minutes` until the oldest no longer counts, at most. */
  | { readonly kind: "hand_over_makes"; readonly minutes: number };

const makeLimit = { name: "hand_over_made", minutes: handOverMakeMinutes };
const draws = 8;

/**
 * Gives whoever cannot finish on the phone a number of six digits to read out (N15), bound to the facility and service
 * of the scan and, with `delegationId`, to somebody who said yes. Good for fifteen minutes; one at a time, so a new one
 * ends the one before. Asking again for the same keeps the number that waits. Refuses a ticket that is forged, expired
 * or another's, what the place refuses, a missing yes (before the PIN there is none), and more than six in an hour.
 */
export async function makeHandOver(
  ports: Ports,
  actor: Citizen | Visitor,
  input: { readonly ticket: string; readonly delegationId: string | null },
): Promise<Result<undefined, MakeHandOverRefusal>> {
  const now = ports.clock.now();
  const opened = openTicket(ports.keys.qr, input.ticket, now);
  if (!opened.ok) return opened;
  const user: LineUser = { channel: actor.channel, lineUserId: actor.lineUserId };
  return ports.db.as({ kind: "visitor", ...user }, async (tx) => {
    const { nonce, qrId, facilityId, serviceType } = opened.value;
    if (!(await takeTicket(tx, user, nonce, now))) return refuse({ kind: "ticket_taken" });
    const place = await findPlace(tx, qrId);
    if (!place) return refuse({ kind: "qr_revoked" });
    const open = checkPlace(place.asking, bangkokDay(now));
    if (!open.ok) return open;
    const whom = await whomOf(ports, tx, actor, opened.value, input.delegationId);
    if (!whom.ok) return whom;
    const made = { agencyId: facilityId, serviceType, user, ...whom.value };
    if (await isWaiting(tx, made, now)) return ok();
    const key = `${user.channel}/${user.lineUserId}`;
    if ((await countTry(tx, makeLimit, key, now)) > handOverMakes) {
      return refuse({ kind: "hand_over_makes", minutes: handOverMakeMinutes });
    }
    await endHandOvers(tx, user, now);
    const id = await insertDrawn(ports, tx, made, now);
    if (id === null) return ok();
    await record(ports, tx, {
      action: "hand_over.made",
      actor,
      agencyId: facilityId,
      subjectId: id,
      refs: { service: serviceType },
    });
    return ok();
  });
}

type Whom = Pick<NewHandOver, "askerId" | "personId">;

/** Whose code it is to be: the asker's, or with a yes that covers the service, the represented person's. */
async function whomOf(
  ports: Ports,
  tx: Tx,
  actor: Citizen | Visitor,
  { serviceType }: ScanTicket,
  delegationId: string | null,
): Promise<Result<Whom, { readonly kind: "delegation_missing" }>> {
  const askerId = actor.kind === "citizen" ? actor.personId : null;
  if (delegationId === null) return ok({ askerId, personId: askerId });
  if (actor.kind !== "citizen" || !actor.unlocked) return refuse({ kind: "delegation_missing" });
  const day = bangkokDay(ports.clock.now());
  const given = await listByAsker(ports, tx, actor.personId);
  const yes = given.find(({ id }) => id === delegationId);
  return yes && mayAskFor(yes, serviceType, day).ok
    ? ok({ askerId, personId: yes.forId })
    : refuse({ kind: "delegation_missing" });
}

type Wanted = Whom & Pick<NewHandOver, "agencyId" | "serviceType" | "user">;

async function isWaiting(tx: Tx, wanted: Wanted, now: Date): Promise<boolean> {
  const latest = await findLatestHandOver(tx, wanted.user);
  return (
    latest !== null &&
    handOverState(latest, now) === "waiting" &&
    latest.agencyId === wanted.agencyId &&
    latest.serviceType === wanted.serviceType &&
    latest.personId === wanted.personId
  );
}

/** Draws numbers until one is free at the facility; null: the same user's other tap made one in this moment. */
async function insertDrawn(ports: Ports, tx: Tx, wanted: Wanted, now: Date): Promise<string | null> {
  const diesAt = new Date(now.getTime() + handOverMinutes * 60_000);
  for (let draw = 0; draw < draws; draw += 1) {
    const id = ports.random.uuid();
    const number = drawHandOverNumber(ports.random.bytes(8));
    if (await insertHandOver(tx, { ...wanted, id, number, madeAt: now, diesAt })) return id;
    if (await isWaiting(tx, wanted, now)) return null;
  }
  throw new Error("no free number for a hand-over was drawn");
}

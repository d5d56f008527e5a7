import type { AppointmentRefusal } from "../../agencies/appointment.ts";
import { endAppointment, holdSubject } from "../../agencies/desk/appoint.ts";
import { endReasons } from "../../agencies/end-reason.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { giveOver, type GivingOver } from "../desk/give-over.ts";
import { readTaker } from "../desk/taker.ts";
import { listOpenPetitionsOf } from "../store/open-petitions-of.ts";

/** Petitions of one transaction: the page answers, and nobody else waits long for a petition. */
const atOnce = 50;

/**
 * Ends the right of somebody at the actor's local government at once, when what they hold has gone to another officer or
 * back to the queue: they are out with their next request, and told. Ended twice, it is ended once. Refuses oneself, no
 * reason, and a taker who does not work on petitions here.
 */
export async function endTownMember(
  ports: Ports,
  actor: Staff,
  input: { readonly staffId: string; readonly reason: string; readonly taker: string },
): Promise<Result<undefined, AppointmentRefusal>> {
  const { staffId } = input;
  const reason = endReasons.find((each) => each === input.reason && each !== "idle");
  const to = await judgeGivingOver(ports, actor, input);
  if (!to.ok) return to;
  if (!reason) return refuse({ kind: "end_reason_missing" });
  await giveAllOver(ports, actor, { from: staffId, to: to.value });
  return ports.db.as(actor, async (tx) => {
    const account = await holdSubject(ports, tx, actor, staffId);
    if (!account.ok) return account;
    // What was given to them while the rest was given over.
    await giveOver(ports, tx, actor, { from: staffId, to: to.value }, atOnce);
    await endAppointment(ports, tx, actor, account.value, reason);
    return ok();
  });
}

/**
 * Gives everything somebody holds to another officer or back to the queue, whether they stay or have left already.
 * Refuses whom `endTownMember` refuses.
 */
export async function giveOverPetitions(
  ports: Ports,
  actor: Staff,
  input: { readonly staffId: string; readonly taker: string },
): Promise<Result<undefined, AppointmentRefusal>> {
  const to = await judgeGivingOver(ports, actor, input);
  if (!to.ok) return to;
  await giveAllOver(ports, actor, { from: input.staffId, to: to.value });
  return ok();
}

/** Who takes over, once it is certain that there is something and somebody to take it from. */
async function judgeGivingOver(
  ports: Ports,
  actor: Staff,
  { staffId, taker }: { readonly staffId: string; readonly taker: string },
): Promise<Result<string | null, AppointmentRefusal>> {
  if (!isUuid(staffId)) return refuse({ kind: "member_not_found" });
  return ports.db.as(actor, async (tx): Promise<Result<string | null, AppointmentRefusal>> => {
    const account = await holdSubject(ports, tx, actor, staffId);
    if (!account.ok) return account;
    const [held] = await listOpenPetitionsOf(tx, actor.agencyId, staffId, 1);
    return held === undefined ? ok(null) : readTaker(tx, actor, staffId, taker);
  });
}

async function giveAllOver(ports: Ports, actor: Staff, giving: GivingOver): Promise<void> {
  let given = atOnce;
  while (given === atOnce) {
    given = await ports.db.as(actor, (tx) => giveOver(ports, tx, actor, giving, atOnce));
  }
}

import { record } from "../../audit/store.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { workingDaysLeft } from "../../petitions/deadline.ts";
import { findCalendar } from "../../petitions/store/calendar.ts";
import type { Ports, Tx } from "../../ports.ts";
import { nameReporter } from "../desk/name-reporter.ts";
import type { LetterStanding } from "../lost-phone.ts";
import { findHolding } from "../store/holding.ts";
import { findLostPhone, listLostPhones, type KeptLostPhone } from "../store/lost-phone.ts";

/** A report with how its letter stands. */
export interface SeenLostPhone extends KeptLostPhone {
  readonly letter: LetterStanding;
}

export const lostPhonesAPage = 20;

/** A page of lost phones of the seats the actor sees, newest first; that it was seen, and whose, is written down. */
export async function seeLostPhones(
  ports: Ports,
  actor: Staff,
  turn: Turn<MomentPlace> | null,
): Promise<TurnedPage<SeenLostPhone, MomentPlace>> {
  return ports.db.as(actor, async (tx) => {
    const found = await listLostPhones(ports, tx, { turn, limit: lostPhonesAPage + 1 });
    const seen: SeenLostPhone[] = [];
    for (const kept of found) seen.push(await seenOf(ports, tx, kept));
    const refs = { lostPhoneIds: seen.map(({ id }) => id).join() };
    if (seen.length > 0) await record(ports, tx, { action: "lost_phone.listed", actor, refs });
    return turnedPage(seen, { turn, size: lostPhonesAPage }, ({ stoppedAt, id }) => ({ at: stoppedAt, id }));
  });
}

/** A report with who made it. */
export interface OpenedLostPhone extends SeenLostPhone {
  /** By name, and somebody in a seat by the user code too; null: nobody who is known by name. */
  readonly reportedBy: string | null;
}

const byName: SystemActor = { kind: "system", job: "lost_phone" };

/** One report and who made it, which is written down beside its person; null: there is none the actor may see. */
export async function seeLostPhone(ports: Ports, actor: Staff, id: string): Promise<OpenedLostPhone | null> {
  const seen = isUuid(id) ? await openReport(ports, actor, id) : null;
  if (seen === null) return null;
  const reportedBy = await ports.db.as(byName, (tx) => nameReporter(ports, tx, seen));
  return { ...seen, reportedBy };
}

function openReport(ports: Ports, actor: Staff, id: string): Promise<SeenLostPhone | null> {
  return ports.db.as(actor, async (tx) => {
    const kept = await findLostPhone(ports, tx, id);
    if (!kept) return null;
    const { agencyId, holdingId } = kept;
    const holding = await findHolding(ports, tx, holdingId);
    await record(ports, tx, {
      ...{ action: "lost_phone.opened", actor, agencyId, subjectId: id, refs: { holdingId } },
      ...(holding ? { personId: holding.personId } : {}),
    });
    return seenOf(ports, tx, kept);
  });
}

/** How the letter of a report stands today, by the working days of its agency. */
async function seenOf(ports: Pick<Ports, "clock">, tx: Tx, kept: KeptLostPhone): Promise<SeenLostPhone> {
  const { letterNumber: number, letterDated: dated, letterSentAt, letterDue: dueDay } = kept;
  if (letterSentAt !== null && number !== null && dated !== null)
    return { ...kept, letter: { kind: "sent", number, dated } };
  const today = bangkokDay(ports.clock.now());
  const calendar = await findCalendar(tx, kept.agencyId, today);
  const daysLeft = workingDaysLeft(calendar, today, dueDay);
  return { ...kept, letter: { kind: "waiting", dueDay, daysLeft, isLate: today > dueDay } };
}

import { record } from "../../audit/store.ts";
import type { Gate, Holder, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { addWorkingDays } from "../../petitions/agency-calendar.ts";
import { findCalendar } from "../../petitions/store/calendar.ts";
import type { Ports, Tx } from "../../ports.ts";
import { tellOfLostPhone } from "./tell-lost-phone.ts";
import {
  judgeLostDay,
  letterWorkingDays,
  lostWordsLongest,
  type LostDayRefusal,
  type LostReporter,
} from "../lost-phone.ts";
import { findHolding, lockHolding, saveHolding, type KeptHolding } from "../store/holding.ts";
import { endKeysOfHolding } from "../store/key-end.ts";
import { findLiveKey } from "../store/soft-token.ts";
import { findLastLostPhone, insertLostPhone, type KeptLostPhone } from "../store/lost-phone.ts";

/**
 * Who reports, proven before: staff of the agency or the central office by their session, somebody in a seat by
 * password or phone.
 */
export type LostPhoneReporter =
  | { readonly kind: "head" | "office"; readonly actor: Staff }
  | { readonly kind: "holder" | "colleague"; readonly holdingId: string };

export interface LostPhoneInput {
  /** Whose phone. */
  readonly holdingId: string;
  readonly lostOn: BangkokDay;
  readonly said: string;
  readonly phone: string;
  readonly requestKey: string;
}

export type LostPhoneRefusal =
  | LostDayRefusal
  | { readonly kind: "lost_words_long"; readonly most: number }
  /** There is no such seat for the reporter to report. */
  | { readonly kind: "holding_missing" };

const gate: Gate = { kind: "gate" };

/**
 * Stops everything of a lost phone in one transaction: its key, the computers that are in, the sign-ins that wait; from
 * its commit on no instance lets anybody in with it. Keeps the story, starts the clock of the official letter (three
 * working days of the agency from the day of the loss, not of the report), and tells the holder and the head. Reported
 * again it answers the report there is. A reporter may report the phones of their own agency, the office those of the
 * seats it issued.
 */
export async function reportLoss(
  ports: Ports,
  reporter: LostPhoneReporter,
  input: LostPhoneInput,
): Promise<Result<KeptLostPhone, LostPhoneRefusal>> {
  const judged = judgeLostDay(input.lostOn, bangkokDay(ports.clock.now()));
  if (!judged.ok) return judged;
  if (input.said.length > lostWordsLongest)
    return refuse({ kind: "lost_words_long", most: lostWordsLongest });
  if (!(await mayReport(ports, reporter, input.holdingId))) return refuse({ kind: "holding_missing" });
  return ports.db.as(gate, async (tx) => {
    const holding = await lockHolding(ports, tx, input.holdingId);
    if (!holding || holding.state === "ended") return refuse({ kind: "holding_missing" });
    const { holdingId, requestKey } = input;
    const before = await findLastLostPhone(ports, tx, { holdingId, requestKey });
    if (before) return ok(before);
    const last = await findLastLostPhone(ports, tx, { holdingId });
    if (last && last.lostOn === input.lostOn && !(await mayComeIn(tx, holding))) return ok(last);
    return ok(await stop(ports, tx, { reporter, holding, input }));
  });
}

/** True when the holding is one the reporter can see: of the own agency, or of a seat the office issued. */
async function mayReport(ports: Ports, reporter: LostPhoneReporter, holdingId: string): Promise<boolean> {
  if (reporter.kind === "holder") return reporter.holdingId === holdingId;
  if ("actor" in reporter) {
    return (await ports.db.as(reporter.actor, (tx) => findHolding(ports, tx, holdingId))) !== null;
  }
  return ports.db.as(gate, async (tx) => {
    const [own, lost] = [
      await findHolding(ports, tx, reporter.holdingId),
      await findHolding(ports, tx, holdingId),
    ];
    return own?.state === "live" && own.agencyId === lost?.agencyId;
  });
}

/** True while a key of theirs is live, or another may be made: there is something to stop. */
async function mayComeIn(tx: Tx, { id, newKeyFrom }: KeptHolding): Promise<boolean> {
  return newKeyFrom !== null || (await findLiveKey(tx, id)) !== null;
}

async function stop(
  ports: Ports,
  tx: Tx,
  { reporter, holding, input }: { reporter: LostPhoneReporter; holding: KeptHolding; input: LostPhoneInput },
): Promise<KeptLostPhone> {
  const now = ports.clock.now();
  const ended = await endKeysOfHolding(tx, holding.id, { state: "stopped", reason: "lost_phone", now });
  await saveHolding(ports, tx, holding, { newKeyFrom: null });
  const calendar = await findCalendar(tx, holding.agencyId, bangkokDay(now));
  const id = ports.random.uuid();
  const { agencyId, issuerId, seatId } = holding;
  await insertLostPhone(ports, tx, {
    ...{ id, agencyId, issuerId, seatId, holdingId: holding.id, requestKey: input.requestKey },
    lostOn: input.lostOn,
    stoppedAt: now,
    reporter: reporter.kind satisfies LostReporter,
    reporterId: reporterId(reporter),
    stopped: { keys: ended.tokenIds.length, sessions: ended.sessions, challenges: ended.challenges },
    words: { said: input.said.trim(), phone: input.phone.trim() },
    letterDue: addWorkingDays(calendar, input.lostOn, letterWorkingDays),
  });
  await record(ports, tx, {
    action: "lost_phone.reported",
    actor: actorOf(reporter, holding),
    agencyId,
    personId: holding.personId,
    subjectId: id,
    refs: { seatId, holdingId: holding.id, reporter: reporter.kind, keys: ended.tokenIds.length },
  });
  const kept = await findLastLostPhone(ports, tx, { holdingId: holding.id, requestKey: input.requestKey });
  if (!kept) throw new Error("a report that was just kept is not there");
  await tellOfLostPhone(ports, tx, holding, kept);
  return kept;
}

function reporterId(reporter: LostPhoneReporter): string {
  return "actor" in reporter ? reporter.actor.staffId : reporter.holdingId;
}

function actorOf(reporter: LostPhoneReporter, holding: KeptHolding): Staff | Holder {
  if ("actor" in reporter) return reporter.actor;
  const { agencyId, seatId, personId } = holding;
  return { kind: "holder", agencyId, seatId, holdingId: reporter.holdingId, personId };
}

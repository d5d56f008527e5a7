import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, formatLongDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { delayLetterTh } from "../../words/documents/delay-letter.ts";
import { documentPaperTh } from "../../words/documents/paper.ts";
import { issueDocument } from "../desk/issue-document.ts";
import { findReach } from "../desk/reach.ts";
import { readIssuing } from "../desk/read-issuing.ts";
import { takeStep } from "../desk/take-step.ts";
import type { DelayRefusal, WaitingDelay } from "../delay.ts";
import type { PaperCheck } from "../issuing.ts";
import { listDelayDrafts, settleDelayDrafts, type DelayDraft } from "../store/clock-mark.ts";
import type { KeptPetition } from "../store/petition.ts";

const mostShown = 200;
const fewestLetters = 10;
const mostLetters = 400;

/** Letters of delay that wait within the reach of the staff, the longest overdue first. */
export async function seeDelays(ports: Ports, actor: Staff): Promise<readonly WaitingDelay[]> {
  return ports.db.as(actor, (tx) => waitingWithin(tx, actor, { petitionId: null, limit: mostShown }));
}

/** The one that waits for a petition. Refuses where none does. */
export async function seeDelay(
  ports: Ports,
  actor: Staff,
  input: { readonly petitionId: string },
): Promise<Result<WaitingDelay, DelayRefusal>> {
  if (!isUuid(input.petitionId)) return refuse({ kind: "delay_missing" });
  const asked = { petitionId: input.petitionId, limit: 1 };
  const [found] = await ports.db.as(actor, (tx) => waitingWithin(tx, actor, asked));
  return found ? ok(found) : refuse({ kind: "delay_missing" });
}

/**
 * Sends a letter of delay with an officer's reason: issues it, tells the citizen by the step `delay_told`, and settles
 * every draft of the same day due. Refuses where none waits before anything else, a reason of fewer than ten letters, and
 * a new day before today. Two at once send one.
 */
export async function tellDelay(
  ports: Ports,
  actor: Staff,
  input: {
    readonly petitionId: string;
    readonly reason: string;
    readonly newDay: BangkokDay | null;
    readonly check: PaperCheck;
  },
): Promise<Result<{ readonly documentId: string }, DelayRefusal>> {
  const { agencyId } = actor;
  const { petitionId, newDay, check } = input;
  const reason = input.reason.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, mostLetters);
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const read = await readIssuing(ports, tx, actor, { petitionId, templateKey: null, replacesId: null });
    if (!read.ok) return refuse({ kind: "delay_missing" });
    const { petition, issuing, agency } = read.value;
    const [draft] = await listDelayDrafts(tx, agencyId, {
      ...{ petitionId: petition.id, limit: 1 },
      reach: { kind: "agency" },
    });
    const { dueDay } = petition;
    if (!draft || dueDay === null) return refuse({ kind: "delay_missing" });
    if ([...reason].length < fewestLetters) return refuse({ kind: "delay_reason_short" });
    if (newDay === null || newDay < bangkokDay(now)) return refuse({ kind: "delay_day_past" });
    const values = valuesOf(petition, { ...issuing, agency: agency.nameTh }, reason, dueDay, newDay);
    const fields = values.map(([key, value]) => ({ key, label: null, value, isPersonal: key === "name" }));
    const kept = await issueDocument(ports, tx, actor, {
      read: read.value,
      source: { kind: "template", template: delayLetterTh, fields },
      check,
      words: documentPaperTh,
      requestKey: `delay ${petition.id} ${dueDay} ${draft.number}`,
    });
    const words = { text: reason, untilDay: newDay };
    const step = { petition, seen: petition.version, step: "delay_told", words } as const;
    const told = await takeStep(ports, tx, actor, step);
    if (!told.ok) throw new Error(`a delay could not be told: ${told.refusal.kind}`);
    const of = { agencyId, petitionId: petition.id, dueDay };
    await settleDelayDrafts(tx, of, { settledAt: now, documentId: kept.id });
    return ok({ documentId: kept.id });
  });
}

async function waitingWithin(
  tx: Tx,
  actor: Staff,
  asked: { readonly petitionId: string | null; readonly limit: number },
): Promise<readonly WaitingDelay[]> {
  const { reach } = await findReach(tx, actor);
  return (await listDelayDrafts(tx, actor.agencyId, { ...asked, reach })).map(waitingOf);
}

function valuesOf(
  petition: KeptPetition,
  said: { readonly name: string; readonly serviceName: string; readonly agency: string },
  reason: string,
  dueDay: BangkokDay,
  newDay: BangkokDay,
): readonly (readonly [string, string])[] {
  return [
    ["name", said.name],
    ["petition_number", petition.number],
    ["service", said.serviceName],
    ["agency", said.agency],
    ["due_day", formatLongDay(dueDay, "th")],
    ["reason", reason],
    ["new_day", formatLongDay(newDay, "th")],
  ];
}

function waitingOf({ petition, number, markedAt }: DelayDraft): WaitingDelay {
  if (petition.dueDay === null) throw new Error("a letter of delay without a day due");
  return {
    petitionId: petition.id,
    petitionNumber: petition.number,
    dueDay: petition.dueDay,
    letter: number,
    draftedAt: markedAt,
  };
}

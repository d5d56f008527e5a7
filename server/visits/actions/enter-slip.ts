import { record } from "../../audit/store.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { issueForVisit } from "../desk/confirm.ts";
import { parseServiceCode, type ServiceCodeRefusal } from "../service-code.ts";
import { readSlipDay, type SlipDayRefusal } from "../slip.ts";
import {
  insertDraft,
  listDayCodes,
  listOffers,
  lockSlip,
  lockVisit,
  markVisitUsed,
  sealContact,
  settleSlip,
} from "../store.ts";
import { readDraft, type DraftRefusal, type TypedVisit, type VisitContact } from "../visit-draft.ts";

export interface SlipInput {
  readonly codeText: string;
  readonly citizenId: CitizenId;
  /** "YYYY-MM-DD", the day of the service. */
  readonly dayText: string;
  /** One service: a slip has one code. */
  readonly typed: TypedVisit;
}

export type EnterSlipRefusal =
  | ServiceCodeRefusal
  | SlipDayRefusal
  | DraftRefusal
  | { readonly kind: "slip_missing" }
  /** Entered before; `visitId` shows it. */
  | { readonly kind: "slip_entered"; readonly visitId: string | null }
  | { readonly kind: "slip_void" }
  | { readonly kind: "slip_one_service" }
  | { readonly kind: "person_unknown" }
  | { readonly kind: "codes_there_already" };

/**
 * Enters a slip that was given out without network: a confirmed visit with exactly the code on the paper, used
 * already. Refuses a code that is on none of the facility's slips, one that was entered or made void, a day in the
 * future or more than seven days ago, wrong fields, more than one service, and a person who has that service's code of
 * that day already (the slip stays blank, so that it can be made void).
 */
export async function enterSlip(
  ports: Ports,
  actor: Staff,
  input: SlipInput,
): Promise<Result<{ readonly visitId: string }, EnterSlipRefusal>> {
  const now = ports.clock.now();
  const code = parseServiceCode(input.codeText);
  if (!code.ok) return code;
  const day = readSlipDay(input.dayText, bangkokDay(now));
  if (!day.ok) return day;
  if (new Set(input.typed.services).size > 1) return refuse({ kind: "slip_one_service" });
  const { agencyId, staffId } = actor;
  return ports.db.as(actor, async (tx) => {
    const slip = await lockSlip(tx, agencyId, code.value);
    if (!slip) return refuse({ kind: "slip_missing" });
    if (slip.state === "entered") return refuse({ kind: "slip_entered", visitId: slip.visitId });
    if (slip.state === "void") return refuse({ kind: "slip_void" });
    const offers = await listOffers(tx, agencyId, day.value);
    const draft = readDraft({ ...input.typed, hasPicture: true }, offers, day.value, now);
    if (!draft.ok) return draft;
    const look = { what: "counter", purpose: "slip", personIds: [], citizenId: input.citizenId } as const;
    const [person] = (await listLookedAt(ports, tx, actor, look)).values();
    if (!person) return refuse({ kind: "person_unknown" });
    const there = await listDayCodes(tx, { personId: person.id, agencyId, day: day.value });
    const [service] = draft.value.services;
    if (there.some(({ serviceType, status }) => serviceType === service && status !== "cancelled")) {
      return refuse({ kind: "codes_there_already" });
    }
    const id = ports.random.uuid();
    const { mobile, telephones } = draft.value;
    const contact: VisitContact = { mobile, telephones, mainRight: null, subRight: null };
    await insertDraft(tx, {
      id,
      personId: person.id,
      agencyId,
      day: day.value,
      way: "slip",
      draft: draft.value,
      sealed: sealContact(ports, person.dataKey, id, contact),
      correlationId: null,
      madeBy: staffId,
      now,
      requestKey: `slip:${code.value}`,
    });
    const visit = await lockVisit(tx, agencyId, id);
    if (!visit) throw new Error("a visit that was just kept is not there");
    const confirmed = await issueForVisit(ports, tx, actor, visit, { version: 1, slip: code.value });
    // Only somebody who issues the same code at the same moment; rolled back, the slip stays blank.
    if (!confirmed.ok) throw new Error(`a slip was refused after all: ${confirmed.refusal.kind}`);
    await markVisitUsed(tx, id, { staffId, now });
    await settleSlip(tx, code.value, { staffId, now, visitId: id });
    await record(ports, tx, { action: "slip.entered", actor, personId: person.id, subjectId: id });
    return ok({ visitId: id });
  });
}

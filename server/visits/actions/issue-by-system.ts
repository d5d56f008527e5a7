import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, startOfBangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { issueForVisit, type Confirmed, type ConfirmRefusal } from "../desk/confirm.ts";
import type { OwnCode } from "../own-code.ts";
import {
  findFacility,
  findVisitOfRequest,
  insertDraft,
  listDayCodes,
  listOffers,
  listOwnCodes,
  lockVisit,
  sealContact,
  type KeptVisit,
} from "../store.ts";
import { readDraft, type DraftRefusal, type TypedVisit, type VisitContact } from "../visit-draft.ts";

export interface SystemVisit {
  readonly citizenId: CitizenId;
  /** Without the time: it is now. */
  readonly typed: Omit<TypedVisit, "time">;
  /** The card reading by which the system's own clerk proved who it is; null: seen and compared by a person. */
  readonly correlationId: string | null;
  readonly requestKey: string;
}

/** What may have become of a draft that the request made before. */
const ofDraft = ["draft_changed", "visit_not_draft", "facility_closed", "service_not_offered"] as const;
type ConfirmRefusalOfDraft = Extract<ConfirmRefusal, { readonly kind: (typeof ofDraft)[number] }>;

export type IssueBySystemRefusal =
  | DraftRefusal
  | ConfirmRefusalOfDraft
  /** Nobody of that number was met yet (identity/actions/meet-at-counter.ts comes first). */
  | { readonly kind: "person_unknown" }
  /** Every service has its code of the day: those there are. */
  | { readonly kind: "codes_there_already"; readonly codes: readonly OwnCode[] };

export interface IssuedBySystem {
  readonly visitId: string;
  /** The same request issued them before; this time nothing was. */
  readonly isRepeated: boolean;
  /** The codes of the services asked for; `isNew` false: there before. */
  readonly codes: readonly (OwnCode & { readonly isNew: boolean })[];
}

const codesOfDay = 100;

/**
 * A hospital's own system asks for codes: a visit of today, confirmed at once, one code a service, the person told in
 * LINE. The same request answers what it made. The look is written. Refuses wrong fields, all at once, a person nobody
 * met, and what desk/confirm.ts refuses; then no visit is kept. A draft that the request made before is confirmed.
 */
export async function issueBySystem(
  ports: Ports,
  actor: Staff,
  input: SystemVisit,
): Promise<Result<IssuedBySystem, IssueBySystemRefusal>> {
  try {
    return await attempt(ports, actor, input);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return attempt(ports, actor, input);
  }
}

/**
 * Takes back the draft that was just kept: somebody else issued the same codes at the same moment. The second attempt
 * finds them there.
 */
class Overtaken extends Error {}

function attempt(
  ports: Ports,
  actor: Staff,
  input: SystemVisit,
): Promise<Result<IssuedBySystem, IssueBySystemRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const before = await findVisitOfRequest(tx, actor.agencyId, input.requestKey);
    if (before && before.status !== "draft") return ok(await answer(tx, before, null));
    const read = before ? ok({ visit: before }) : await keepDraft(ports, tx, actor, input);
    if (!read.ok) return read;
    const visit = await lockVisit(tx, actor.agencyId, read.value.visit.id);
    if (!visit) throw new Error("a visit that was just kept is not there");
    const confirmed = await issueForVisit(ports, tx, actor, visit, { version: visit.version });
    if (confirmed.ok) return ok(await answer(tx, visit, confirmed.value));
    if (confirmed.refusal.kind === "codes_there_already") {
      if (!before) throw new Overtaken("somebody else issued the same codes at the same moment");
      return refuse({ kind: "codes_there_already", codes: await codesThere(tx, visit, null) });
    }
    const { refusal } = confirmed;
    if (!before || !isOfDraft(refusal)) throw new Error(`a visit was refused after all: ${refusal.kind}`);
    return refuse(refusal);
  });
}

function isOfDraft(refusal: ConfirmRefusal): refusal is ConfirmRefusalOfDraft {
  return ofDraft.some((kind) => kind === refusal.kind);
}

async function keepDraft(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  input: SystemVisit,
): Promise<Result<{ readonly visit: { readonly id: string } }, IssueBySystemRefusal>> {
  const now = ports.clock.now();
  const { agencyId, staffId } = actor;
  const day = bangkokDay(now);
  const place = await findFacility(tx, agencyId);
  if (!place || place.closedAt !== null) return refuse({ kind: "facility_closed" });
  const offers = await listOffers(tx, agencyId, day);
  const typed = { ...input.typed, time: timeOf(now), hasPicture: true };
  const draft = readDraft(typed, offers, day, now);
  if (!draft.ok) return draft;
  const look = { what: "api", purpose: "api_issue", personIds: [], citizenId: input.citizenId } as const;
  const [person] = (await listLookedAt(ports, tx, actor, look)).values();
  if (!person) return refuse({ kind: "person_unknown" });
  const { services, mobile, telephones } = draft.value;
  const own = { personId: person.id, agencyId, day };
  const live = (await listDayCodes(tx, own)).filter(({ status }) => status !== "cancelled");
  if (services.every((service) => live.some(({ serviceType }) => serviceType === service))) {
    return refuse({ kind: "codes_there_already", codes: await codesThere(tx, own, services) });
  }
  const id = ports.random.uuid();
  const contact: VisitContact = { mobile, telephones, mainRight: null, subRight: null };
  await insertDraft(tx, {
    ...own,
    id,
    way: "api",
    draft: draft.value,
    sealed: sealContact(ports, person.dataKey, id, contact),
    correlationId: input.correlationId,
    madeBy: staffId,
    now,
    requestKey: input.requestKey,
  });
  return ok({ visit: { id } });
}

/** "HH:mm", Bangkok. */
function timeOf(now: Date): string {
  return new Date(now.getTime() - startOfBangkokDay(bangkokDay(now)).getTime()).toISOString().slice(11, 16);
}

async function answer(tx: Tx, visit: KeptVisit, confirmed: Confirmed | null): Promise<IssuedBySystem> {
  const made = await listOwnCodes(tx, visit.agencyId, { visitId: visit.id }, codesOfDay);
  const wanted = confirmed?.codes.map(({ id }) => id) ?? [];
  const there = confirmed ? await codesThere(tx, visit, null) : [];
  const others = there.filter(({ id }) => wanted.includes(id) && !made.some((code) => code.id === id));
  return {
    visitId: visit.id,
    isRepeated: confirmed === null,
    codes: [
      ...made.map((code) => ({ ...code, isNew: true })),
      ...others.map((code) => ({ ...code, isNew: false })),
    ],
  };
}

async function codesThere(
  tx: Tx,
  { personId, agencyId, day }: Pick<KeptVisit, "personId" | "agencyId" | "day">,
  services: readonly string[] | null,
): Promise<readonly OwnCode[]> {
  const codes = await listOwnCodes(tx, agencyId, { personId, day }, codesOfDay);
  return codes.filter(
    ({ status, serviceType }) => status !== "cancelled" && (services?.includes(serviceType) ?? true),
  );
}

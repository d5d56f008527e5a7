import { and, asc, eq, sql } from "drizzle-orm";
import { visit, visitService } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ServiceTypeCode } from "../service-type.ts";
import type { ReadDraft, VisitContact } from "../visit-draft.ts";
import type { AskingWay, VisitStatus } from "../visit.ts";

/** A visit as the facility's staff see it; `sealed` opens with the person's data key. */
export interface KeptVisit {
  readonly id: string;
  readonly personId: string;
  readonly agencyId: string;
  readonly day: BangkokDay;
  readonly status: VisitStatus;
  readonly way: AskingWay;
  readonly version: number;
  readonly cameAt: Date | null;
  readonly hn: string | null;
  readonly an: string | null;
  readonly sealed: Uint8Array | null;
  readonly correlationId: string | null;
  readonly queueNumber: number | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly confirmedAt: Date | null;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  readonly cancelledBy: string | null;
  readonly cancelledAt: Date | null;
}

const columns = {
  id: visit.id,
  personId: visit.personId,
  agencyId: visit.agencyId,
  day: sql<BangkokDay>`${visit.day}`,
  status: sql<VisitStatus>`${visit.status}`,
  way: sql<AskingWay>`${visit.way}`,
  version: visit.version,
  cameAt: visit.cameAt,
  hn: visit.hn,
  an: visit.an,
  sealed: visit.sealed,
  correlationId: visit.correlationId,
  queueNumber: visit.queueNumber,
  madeBy: visit.madeBy,
  madeAt: visit.madeAt,
  confirmedAt: visit.confirmedAt,
  changedBy: visit.changedBy,
  changedAt: visit.changedAt,
  cancelledBy: visit.cancelledBy,
  cancelledAt: visit.cancelledAt,
};

/** A visit of the actor's facility; null: there is none by that id. */
export async function findVisit(tx: Tx, agencyId: string, id: string): Promise<KeptVisit | null> {
  const [row] = await tx
    .select(columns)
    .from(visit)
    .where(and(eq(visit.agencyId, agencyId), eq(visit.id, id)));
  return row ?? null;
}

/** The same, held against change until the transaction ends. */
export async function lockVisit(tx: Tx, agencyId: string, id: string): Promise<KeptVisit | null> {
  const [row] = await tx
    .select(columns)
    .from(visit)
    .where(and(eq(visit.agencyId, agencyId), eq(visit.id, id)))
    .for("update");
  return row ?? null;
}

/** The visit that a request made already; null: none. */
export async function findVisitOfRequest(
  tx: Tx,
  agencyId: string,
  requestKey: string,
): Promise<KeptVisit | null> {
  const [row] = await tx
    .select(columns)
    .from(visit)
    .where(and(eq(visit.agencyId, agencyId), eq(visit.requestKey, requestKey)));
  return row ?? null;
}

export interface NewDraft {
  readonly id: string;
  readonly personId: string;
  readonly agencyId: string;
  readonly day: BangkokDay;
  readonly way: AskingWay;
  readonly draft: ReadDraft;
  readonly sealed: Uint8Array;
  readonly correlationId: string | null;
  readonly madeBy: string;
  readonly now: Date;
  readonly requestKey: string;
}

/** Keeps a new draft with the services ticked. False: the request has made one already. */
export async function insertDraft(tx: Tx, made: NewDraft): Promise<boolean> {
  const { id, personId, agencyId, day, way, draft, sealed, correlationId, madeBy, now, requestKey } = made;
  const rows = await tx
    .insert(visit)
    .values({
      id,
      personId,
      agencyId,
      day,
      way,
      sealed,
      correlationId,
      madeBy,
      requestKey,
      status: "draft",
      askedBy: personId,
      madeAt: now,
      cameAt: draft.cameAt,
      hn: draft.hn,
      an: draft.an,
    })
    .onConflictDoNothing({ target: [visit.agencyId, visit.requestKey] })
    .returning({ id: visit.id });
  if (rows.length === 0) return false;
  await insertServices(tx, made, draft.services);
  return true;
}

/** What of a draft a change writes. */
export type DraftChange = Partial<
  Pick<
    typeof visit.$inferInsert,
    "cameAt" | "hn" | "an" | "sealed" | "status" | "confirmedAt" | "queueNumber"
  >
> & { readonly cancelled?: boolean };

/**
 * Changes a draft from the version that was seen, or closes it (confirmed, cancelled). False: somebody else changed
 * it in the meantime, and nothing was written.
 */
export async function changeDraft(
  tx: Tx,
  seen: Pick<KeptVisit, "agencyId" | "id" | "version">,
  by: { readonly staffId: string; readonly now: Date },
  change: DraftChange,
): Promise<boolean> {
  const { cancelled = false, ...set } = change;
  const rows = await tx
    .update(visit)
    .set({
      ...set,
      version: seen.version + 1,
      changedBy: by.staffId,
      changedAt: by.now,
      ...(cancelled ? { status: "cancelled", cancelledBy: by.staffId, cancelledAt: by.now } : {}),
    })
    .where(
      and(
        eq(visit.agencyId, seen.agencyId),
        eq(visit.id, seen.id),
        eq(visit.version, seen.version),
        eq(visit.status, "draft"),
      ),
    )
    .returning({ id: visit.id });
  return rows.length === 1;
}

/** Ticks these services of a draft, and no others. */
export async function replaceServices(
  tx: Tx,
  kept: Pick<KeptVisit, "personId" | "id" | "agencyId">,
  services: readonly ServiceTypeCode[],
): Promise<void> {
  await tx
    .delete(visitService)
    .where(and(eq(visitService.personId, kept.personId), eq(visitService.visitId, kept.id)));
  await insertServices(tx, kept, services);
}

async function insertServices(
  tx: Tx,
  { personId, id, agencyId }: Pick<KeptVisit, "personId" | "id" | "agencyId">,
  services: readonly ServiceTypeCode[],
): Promise<void> {
  await tx
    .insert(visitService)
    .values(services.map((service) => ({ personId, visitId: id, agencyId, serviceType: service })));
}

/** The services ticked on a draft. */
export async function listTicked(
  tx: Tx,
  kept: Pick<KeptVisit, "personId" | "id">,
): Promise<readonly ServiceTypeCode[]> {
  const rows = await tx
    .select({ service: sql<ServiceTypeCode>`${visitService.serviceType}` })
    .from(visitService)
    .where(and(eq(visitService.personId, kept.personId), eq(visitService.visitId, kept.id)))
    .orderBy(asc(visitService.serviceType));
  return rows.map(({ service }) => service);
}

/** Where a visit's contact stands sealed. */
function contactPlace(visitId: string) {
  return { table: "visit", rowId: visitId };
}

/** Seals what was typed beside the person. */
export function sealContact(
  ports: Pick<Ports, "vault">,
  dataKey: Uint8Array,
  visitId: string,
  contact: VisitContact,
): Uint8Array {
  return ports.vault.seal(dataKey, contactPlace(visitId), contact);
}

/** Opens what was typed beside the person; null: a code asked for in LINE has none. */
export function openContact(
  ports: Pick<Ports, "vault">,
  dataKey: Uint8Array,
  kept: Pick<KeptVisit, "id" | "sealed">,
): VisitContact | null {
  return kept.sealed === null
    ? null
    : ports.vault.open<VisitContact>(dataKey, contactPlace(kept.id), kept.sealed);
}

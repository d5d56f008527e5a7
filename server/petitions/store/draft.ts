import { and, eq, isNull, lt } from "drizzle-orm";
import { petitionDraft } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { DraftContent } from "../draft.ts";

type Sealer = Pick<Ports, "vault">;

/** A draft as it is kept; `content` is open. */
export interface KeptDraft {
  readonly personId: string;
  readonly id: string;
  readonly agencyId: string;
  readonly serviceId: string;
  readonly serviceVersion: number;
  /** Counts the times it was saved. */
  readonly version: number;
  readonly dataKey: Uint8Array;
  readonly savedAt: Date;
  /** The petition it became; null: it is open. */
  readonly petitionId: string | null;
  readonly content: DraftContent;
}

const ofId = (personId: string, id: string) =>
  and(eq(petitionDraft.personId, personId), eq(petitionDraft.id, id));

/** Keeps a new draft. False: the person has an open one of this service. */
export async function insertDraft(
  ports: Sealer,
  tx: Tx,
  made: Pick<KeptDraft, "personId" | "id" | "agencyId" | "serviceId" | "serviceVersion" | "content"> & {
    readonly now: Date;
  },
): Promise<boolean> {
  const { content, now, ...rest } = made;
  const dataKey = ports.vault.newDataKey();
  const sealed = ports.vault.seal(dataKey, placeOf(made.id), content);
  const rows = await tx
    .insert(petitionDraft)
    .values({ ...rest, version: 1, dataKey, sealed, madeAt: now, savedAt: now })
    .onConflictDoNothing()
    .returning({ id: petitionDraft.id });
  return rows.length === 1;
}

/** A draft of a person; null: there is none of that id. */
export async function findDraft(
  ports: Sealer,
  tx: Tx,
  personId: string,
  id: string,
): Promise<KeptDraft | null> {
  const [row] = await tx.select().from(petitionDraft).where(ofId(personId, id));
  return row ? keptOf(ports, row) : null;
}

/** The same, held until the transaction ends. */
export async function lockDraft(
  ports: Sealer,
  tx: Tx,
  personId: string,
  id: string,
): Promise<KeptDraft | null> {
  const [row] = await tx.select().from(petitionDraft).where(ofId(personId, id)).for("update");
  return row ? keptOf(ports, row) : null;
}

/** The open draft of a person for a service; null: there is none. */
export async function findOpenDraft(
  tx: Tx,
  of: { readonly personId: string; readonly agencyId: string; readonly serviceId: string },
): Promise<{ readonly id: string; readonly savedAt: Date } | null> {
  const [row] = await tx
    .select({ id: petitionDraft.id, savedAt: petitionDraft.savedAt })
    .from(petitionDraft)
    .where(
      and(
        eq(petitionDraft.personId, of.personId),
        eq(petitionDraft.agencyId, of.agencyId),
        eq(petitionDraft.serviceId, of.serviceId),
        isNull(petitionDraft.petitionId),
      ),
    );
  return row ?? null;
}

/** Writes a draft that is held, as its next version; answers which. */
export async function writeDraft(
  ports: Sealer,
  tx: Tx,
  draft: KeptDraft,
  change: { readonly content: DraftContent; readonly serviceVersion?: number; readonly now: Date },
): Promise<KeptDraft> {
  const { content, serviceVersion = draft.serviceVersion, now } = change;
  const sealed = ports.vault.seal(draft.dataKey, placeOf(draft.id), content);
  const version = draft.version + 1;
  await tx
    .update(petitionDraft)
    .set({ sealed, serviceVersion, version, savedAt: now })
    .where(ofId(draft.personId, draft.id));
  return { ...draft, content, serviceVersion, version, savedAt: now };
}

/** Ends a draft that is held: it became a petition, which holds from now on what was typed. */
export async function closeDraft(ports: Sealer, tx: Tx, draft: KeptDraft, petitionId: string): Promise<void> {
  const empty: DraftContent = { answers: {}, news: null };
  await tx
    .update(petitionDraft)
    .set({ petitionId, sealed: ports.vault.seal(draft.dataKey, placeOf(draft.id), empty) })
    .where(ofId(draft.personId, draft.id));
}

/** Takes a draft away, for good. */
export async function deleteDraft(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.delete(petitionDraft).where(ofId(personId, id));
}

/** Open drafts that nobody saved since `before`, the oldest first. Runs as the system. */
export function listOldDrafts(
  tx: Tx,
  before: Date,
  most: number,
): Promise<{ personId: string; id: string }[]> {
  return tx
    .select({ personId: petitionDraft.personId, id: petitionDraft.id })
    .from(petitionDraft)
    .where(and(isNull(petitionDraft.petitionId), lt(petitionDraft.savedAt, before)))
    .orderBy(petitionDraft.savedAt)
    .limit(most);
}

function keptOf(ports: Sealer, row: typeof petitionDraft.$inferSelect): KeptDraft {
  const { personId, id, agencyId, serviceId, serviceVersion, version, dataKey, savedAt, petitionId } = row;
  const content = ports.vault.open<DraftContent>(dataKey, placeOf(id), row.sealed);
  return {
    personId,
    id,
    agencyId,
    serviceId,
    serviceVersion,
    version,
    dataKey,
    savedAt,
    petitionId,
    content,
  };
}

function placeOf(rowId: string) {
  return { table: "petition_draft", rowId };
}

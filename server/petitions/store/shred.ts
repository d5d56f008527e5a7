import { and, asc, eq, gte, inArray, isNull, lt, notExists, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import {
  draftHandOver,
  issuedDocument,
  petition,
  petitionDraft,
  petitionEvent,
  petitionFile,
  petitionMessage,
  petitionUpload,
} from "../../../db/schema/index.ts";
import { addDays, startOfBangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { attachmentKey, pieceKey } from "../attachment.ts";
import type { PetitionOutcome } from "../petition.ts";
import { nobody } from "../issued-document.ts";
import { shreddedText } from "../shredded.ts";
import { pieceOffsets } from "../upload.ts";
import { petitionColumns, sealContent, type KeptPetition } from "./petition.ts";

type Sealer = Pick<Ports, "vault">;

/**
 * Destroys what a completed petition holds: its key gives way to a new one under which nothing stands, so that answers,
 * words and messages cannot be opened from here or from the file store. The row stays with its days, service and outcome,
 * which figures count; place and words are gone. Null: it changed meanwhile. Runs as the system.
 */
export async function shredRow(
  ports: Sealer,
  tx: Tx,
  seen: KeptPetition,
  now: Date,
): Promise<Uint8Array | null> {
  const dataKey = ports.vault.newDataKey();
  const [row] = await tx
    .update(petition)
    .set({
      dataKey,
      sealed: sealContent(ports, { id: seen.id, dataKey }, { answers: {} }),
      latitude: null,
      longitude: null,
      shreddedAt: now,
      version: seen.version + 1,
    })
    .where(and(ofPetition(petition.agencyId, petition.id, seen), eq(petition.version, seen.version)))
    .returning({ id: petition.id });
  return row ? dataKey : null;
}

/** Empties the words of a petition's events and messages, the latter sealed anew. Runs as the system. */
export async function shredWords(
  ports: Sealer,
  tx: Tx,
  { agencyId, id }: Pick<KeptPetition, "agencyId" | "id">,
  dataKey: Uint8Array,
): Promise<void> {
  await tx
    .update(petitionEvent)
    .set({ sealed: null })
    .where(and(eq(petitionEvent.agencyId, agencyId), eq(petitionEvent.petitionId, id)));
  const of = and(eq(petitionMessage.agencyId, agencyId), eq(petitionMessage.petitionId, id));
  const messages = await tx.select({ id: petitionMessage.id }).from(petitionMessage).where(of);
  for (const message of messages) {
    const place = { table: "petition_message", rowId: message.id };
    const sealed = ports.vault.seal(dataKey, place, { text: shreddedText, files: [] });
    await tx
      .update(petitionMessage)
      .set({ sealed })
      .where(and(of, eq(petitionMessage.id, message.id)));
  }
}

/** Forgets the files of a petition, whose keys stand in their rows; answers where their bytes lie. */
export async function deleteFiles(
  tx: Tx,
  { agencyId, id }: Pick<KeptPetition, "agencyId" | "id">,
): Promise<readonly string[]> {
  const rows = await tx
    .delete(petitionFile)
    .where(and(eq(petitionFile.agencyId, agencyId), eq(petitionFile.petitionId, id)))
    .returning({ fileKey: petitionFile.fileKey });
  return rows.map(({ fileKey }) => fileKey);
}

/**
 * Destroys the keys of a petition's documents; number, kind and how it stands remain for whoever checks the paper.
 * Answers where their files lie.
 */
export async function shredDocuments(
  ports: Sealer,
  tx: Tx,
  { agencyId, id }: Pick<KeptPetition, "agencyId" | "id">,
): Promise<readonly string[]> {
  const of = and(eq(issuedDocument.agencyId, agencyId), eq(issuedDocument.petitionId, id));
  const rows = await tx
    .select({ id: issuedDocument.id, fileKey: issuedDocument.fileKey })
    .from(issuedDocument)
    .where(of);
  for (const row of rows) {
    const dataKey = ports.vault.newDataKey();
    const sealed = ports.vault.seal(dataKey, { table: "issued_document", rowId: row.id }, {});
    await tx
      .update(issuedDocument)
      .set({ dataKey, sealed, isListed: false, listed: null, holder: nobody })
      .where(and(of, eq(issuedDocument.id, row.id)));
  }
  return rows.map(({ fileKey }) => fileKey);
}

/** Completed petitions of an agency whose `keepDays` are over, the oldest first; those with a licence in force wait. */
export async function listOverdueForShredding(
  tx: Tx,
  of: {
    readonly agencyId: string;
    readonly keepDays: number;
    readonly today: BangkokDay;
    readonly limit: number;
  },
): Promise<readonly KeptPetition[]> {
  const before = startOfBangkokDay(addDays(of.today, -of.keepDays));
  return tx
    .select(petitionColumns)
    .from(petition)
    .where(
      and(
        eq(petition.agencyId, of.agencyId),
        lt(petition.completedAt, before),
        stillKept,
        withoutLicence(tx, of.today),
      ),
    )
    .orderBy(asc(petition.completedAt))
    .limit(of.limit);
}

const stillKept = and(sql`${petition.status} = 'completed'`, isNull(petition.shreddedAt));

/** Ends that decide nothing about somebody: no order to appeal, no right that was given. */
const undecided: readonly PetitionOutcome[] = ["done", "withdrawn", "not_ours"];

/** Whose, and only what was made `before`; null: whenever it was. */
interface OfPerson {
  readonly personId: string;
  readonly before: Date | null;
}

/** A person's petitions that nothing holds: completed without a decision, and past the days of testing the closure. */
export async function listFreeOfPerson(
  tx: Tx,
  { personId, before }: OfPerson,
  today: BangkokDay,
): Promise<readonly KeptPetition[]> {
  return tx
    .select(petitionColumns)
    .from(petition)
    .where(
      and(
        eq(petition.personId, personId),
        madeBefore(petition.submittedAt, before),
        stillKept,
        inArray(petition.outcome, [...undecided]),
        or(isNull(petition.testUntil), lt(petition.testUntil, today)),
        withoutLicence(tx, today),
      ),
    );
}

/** A licence without an end, or one that has not ended, is shown and checked: its petition waits for it. */
function withoutLicence(tx: Tx, today: BangkokDay) {
  const inForce = tx
    .select({ id: issuedDocument.id })
    .from(issuedDocument)
    .where(
      and(
        eq(issuedDocument.agencyId, petition.agencyId),
        eq(issuedDocument.petitionId, petition.id),
        eq(issuedDocument.state, "genuine"),
        or(
          gte(issuedDocument.validUntil, today),
          and(isNull(issuedDocument.validUntil), eq(issuedDocument.kind, "licence")),
        ),
      ),
    );
  return notExists(inForce);
}

/**
 * Forgets a person's drafts with their files and uploads; answers where the bytes lie. What an upload became is a file of
 * a draft, and goes with it, or of a petition that was sent, and stays.
 */
export async function deleteDraftsOf(tx: Tx, { personId, before }: OfPerson): Promise<readonly string[]> {
  await tx
    .delete(draftHandOver)
    .where(and(eq(draftHandOver.personId, personId), madeBefore(draftHandOver.madeAt, before)));
  const uploads = await tx
    .delete(petitionUpload)
    .where(and(eq(petitionUpload.personId, personId), madeBefore(petitionUpload.madeAt, before)))
    .returning({
      agencyId: petitionUpload.agencyId,
      id: petitionUpload.id,
      size: petitionUpload.size,
      fileId: petitionUpload.fileId,
    });
  const files = await tx
    .delete(petitionFile)
    .where(
      and(
        eq(petitionFile.personId, personId),
        isNull(petitionFile.petitionId),
        madeBefore(petitionFile.keptAt, before),
      ),
    )
    .returning({ fileKey: petitionFile.fileKey });
  await tx
    .delete(petitionDraft)
    .where(and(eq(petitionDraft.personId, personId), madeBefore(petitionDraft.madeAt, before)));
  const pieces = uploads.flatMap(({ agencyId, id, size, fileId }) => [
    ...pieceOffsets(size).map((offset) => pieceKey(id, offset)),
    ...(fileId === null ? [attachmentKey(agencyId, id)] : []),
  ]);
  return [...files.map(({ fileKey }) => fileKey), ...pieces];
}

function madeBefore(madeAt: PgColumn, before: Date | null) {
  return before === null ? undefined : lt(madeAt, before);
}

function ofPetition(
  agencyId: typeof petition.agencyId,
  id: typeof petition.id,
  seen: Pick<KeptPetition, "agencyId" | "id">,
) {
  return and(eq(agencyId, seen.agencyId), eq(id, seen.id));
}

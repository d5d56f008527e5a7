import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { idCheck, idPicture } from "../../../db/schema/index.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { IdPictureSlot } from "../id-check.ts";

/** What is kept of an ID picture beside its file. */
export interface KeptIdPicture {
  readonly agencyId: string;
  readonly id: string;
  readonly checkId: string | null;
  readonly slot: IdPictureSlot;
}

export type NewIdPicture = Omit<typeof idPicture.$inferInsert, "checkId">;

/** Whose pictures, at which agency. */
export interface OfPerson {
  readonly agencyId: string;
  readonly personId: string;
}

const columns = {
  agencyId: idPicture.agencyId,
  id: idPicture.id,
  checkId: idPicture.checkId,
  slot: idPicture.slot,
};

/** The pictures of a person that were not sent yet, or whose check was decided. Runs as the citizen. */
export async function listIdPictures(
  tx: Tx,
  { agencyId, personId }: OfPerson,
): Promise<readonly KeptIdPicture[]> {
  const rows = await tx
    .select(columns)
    .from(idPicture)
    .where(and(eq(idPicture.agencyId, agencyId), eq(idPicture.personId, personId)));
  return rows.map((row) => ({ ...row, slot: row.slot as IdPictureSlot }));
}

/** The pictures of a check. Runs as its person or as staff of its agency. */
export async function listPicturesOfCheck(
  tx: Tx,
  agencyId: string,
  checkId: string,
): Promise<readonly KeptIdPicture[]> {
  const rows = await tx
    .select(columns)
    .from(idPicture)
    .where(and(eq(idPicture.agencyId, agencyId), eq(idPicture.checkId, checkId)));
  return rows.map((row) => ({ ...row, slot: row.slot as IdPictureSlot }));
}

/**
 * Keeps a picture of no check; the one of its slot before it is gone, and its file's key is answered. Of two sent at once
 * one waits for the other and takes its place. Runs as the citizen.
 */
export async function putLooseIdPicture(tx: Tx, made: NewIdPicture): Promise<readonly string[]> {
  const gone = await tx
    .delete(idPicture)
    .where(looseOf(made, made.slot))
    .returning({ fileKey: idPicture.fileKey });
  await tx.insert(idPicture).values({ ...made, checkId: null });
  return gone.map(({ fileKey }) => fileKey);
}

/** Ties pictures to a check that is sent now: loose ones, and those of a check that was decided. */
export async function tieIdPictures(
  tx: Tx,
  { agencyId, personId }: OfPerson,
  checkId: string,
  ids: readonly string[],
): Promise<void> {
  await tx
    .update(idPicture)
    .set({ checkId })
    .where(
      and(
        eq(idPicture.agencyId, agencyId),
        eq(idPicture.personId, personId),
        inArray(idPicture.id, [...ids]),
      ),
    );
}

function looseOf({ agencyId, personId }: OfPerson, slot: string) {
  return and(
    eq(idPicture.agencyId, agencyId),
    eq(idPicture.personId, personId),
    eq(idPicture.slot, slot),
    isNull(idPicture.checkId),
  );
}

/** The file of a picture of one's own, and the key it opens with; null: there is none such. Runs as the citizen. */
export async function findOwnIdPicture(
  tx: Tx,
  { agencyId, personId }: OfPerson,
  id: string,
): Promise<OpenedIdPicture | null> {
  const [row] = await tx
    .select({ fileKey: idPicture.fileKey, dataKey: idPicture.dataKey })
    .from(idPicture)
    .where(and(eq(idPicture.agencyId, agencyId), eq(idPicture.personId, personId), eq(idPicture.id, id)));
  return row ?? null;
}

/** An opened picture's file, and the wrapped key it opens with. */
export interface OpenedIdPicture {
  readonly fileKey: string;
  readonly dataKey: Uint8Array;
}

/**
 * The one way for staff to a picture's key (db/sql/66-id-check.sql): writes the look and the audit entry. Null: it is not
 * there, is of another agency, or its check was decided.
 */
export async function openIdPicture(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  staff: Staff,
  asked: { readonly checkId: string; readonly pictureId: string },
): Promise<OpenedIdPicture | null> {
  const [row] = await tx.execute<{ file_key: string; data_key: Uint8Array }>(sql`
    select file_key, data_key from open_id_picture(${ports.clock.now().toISOString()}, ${staff.agencyId},
      ${staff.staffId}, ${asked.checkId}, ${asked.pictureId}, ${ports.random.uuid()}, ${ports.random.uuid()})`);
  return row ? { fileKey: row.file_key, dataKey: row.data_key } : null;
}

/** A picture that is over, and where its file lies. */
export interface OverIdPicture {
  readonly agencyId: string;
  readonly id: string;
  readonly fileKey: string;
}

/** Pictures nobody needs any more: of approved checks, and those of no waiting check from before. Runs as the system. */
export async function listOverIdPictures(
  tx: Tx,
  before: Date,
  limit: number,
): Promise<readonly OverIdPicture[]> {
  return tx
    .select({ agencyId: idPicture.agencyId, id: idPicture.id, fileKey: idPicture.fileKey })
    .from(idPicture)
    .leftJoin(idCheck, and(eq(idCheck.agencyId, idPicture.agencyId), eq(idCheck.id, idPicture.checkId)))
    .where(
      or(
        eq(idCheck.state, "approved"),
        and(isNull(idCheck.id), lt(idPicture.keptAt, before)),
        and(eq(idCheck.state, "sent_back"), lt(idCheck.decidedAt, before)),
      ),
    )
    .orderBy(asc(idPicture.keptAt))
    .limit(limit);
}

/** Forgets a picture and with it the key its file opens with. Runs as the system. */
export async function deleteIdPicture(tx: Tx, { agencyId, id }: Pick<OverIdPicture, "agencyId" | "id">) {
  await tx.delete(idPicture).where(and(eq(idPicture.agencyId, agencyId), eq(idPicture.id, id)));
}

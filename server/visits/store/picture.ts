import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { facility, serviceCode, visit, visitPicture } from "../../../db/schema/index.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Hcode } from "../facility.ts";
import type { ServiceCode } from "../service-code.ts";
import type { KeptVisit } from "./visit.ts";

/** What is kept of a picture beside its file. */
export type NewPicture = Omit<typeof visitPicture.$inferInsert, "visitId">;

/** Writes down a picture that was taken, of no visit yet. */
export async function insertPicture(tx: Tx, made: NewPicture): Promise<void> {
  await tx.insert(visitPicture).values({ ...made, visitId: null });
}

/** Whom a picture shows that this member of staff took and that is of no visit yet; null: there is none such. */
export async function findLoosePicture(
  tx: Tx,
  staff: Pick<Staff, "agencyId" | "staffId">,
  id: string,
): Promise<{ readonly personId: string } | null> {
  const [row] = await tx
    .select({ personId: visitPicture.personId })
    .from(visitPicture)
    .where(looseOf(staff, id))
    .for("update");
  return row ?? null;
}

/** Ties a picture that this member of staff took of this person to the visit. False: there is none such. */
export async function tiePicture(
  tx: Tx,
  staff: Pick<Staff, "agencyId" | "staffId">,
  kept: Pick<KeptVisit, "personId" | "id">,
  id: string,
): Promise<boolean> {
  const rows = await tx
    .update(visitPicture)
    .set({ visitId: kept.id })
    .where(and(looseOf(staff, id), eq(visitPicture.personId, kept.personId)))
    .returning({ id: visitPicture.id });
  return rows.length === 1;
}

function looseOf({ agencyId, staffId }: Pick<Staff, "agencyId" | "staffId">, id: string) {
  return and(
    eq(visitPicture.agencyId, agencyId),
    eq(visitPicture.id, id),
    eq(visitPicture.madeBy, staffId),
    isNull(visitPicture.visitId),
  );
}

/** Takes the picture of a draft away from it, because another takes its place or the draft was cancelled. */
export async function untiePicture(tx: Tx, kept: Pick<KeptVisit, "agencyId" | "id">): Promise<void> {
  await tx
    .update(visitPicture)
    .set({ visitId: null })
    .where(and(eq(visitPicture.agencyId, kept.agencyId), eq(visitPicture.visitId, kept.id)));
}

/** The picture of a visit, and who took it; null: it has none. */
export async function findPictureOfVisit(
  tx: Tx,
  kept: Pick<KeptVisit, "agencyId" | "id">,
): Promise<{ readonly id: string; readonly madeBy: string } | null> {
  const [row] = await tx
    .select({ id: visitPicture.id, madeBy: visitPicture.madeBy })
    .from(visitPicture)
    .where(and(eq(visitPicture.agencyId, kept.agencyId), eq(visitPicture.visitId, kept.id)));
  return row ?? null;
}

/** The picture behind a code of that day and facility, where the reader may see the facility; null: there is none. */
export async function findPictureOfCode(
  tx: Tx,
  asked: { readonly day: BangkokDay; readonly hcode: Hcode; readonly code: ServiceCode },
): Promise<string | null> {
  const [row] = await tx
    .select({ id: visitPicture.id })
    .from(serviceCode)
    .innerJoin(facility, eq(facility.agencyId, serviceCode.agencyId))
    .innerJoin(
      visitPicture,
      and(eq(visitPicture.agencyId, serviceCode.agencyId), eq(visitPicture.visitId, serviceCode.visitId)),
    )
    .innerJoin(visit, and(eq(visit.personId, serviceCode.personId), eq(visit.id, serviceCode.visitId)))
    .where(
      and(
        eq(serviceCode.code, asked.code),
        eq(serviceCode.day, asked.day),
        eq(facility.hcode, asked.hcode),
        eq(visit.status, "confirmed"),
      ),
    );
  return row?.id ?? null;
}

/** An opened picture's file, and the wrapped key it opens with. */
export interface OpenedPicture {
  readonly fileKey: string;
  readonly dataKey: Uint8Array;
}

/**
 * The one way to a picture's key (db/sql/62-open-picture.sql): writes the look with its purpose and the audit entry.
 * Null: the picture is not there, or not for this member of staff.
 */
export async function openPicture(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  staff: Staff,
  asked: { readonly pictureId: string; readonly purpose: string },
): Promise<OpenedPicture | null> {
  const [row] = await tx.execute<{ file_key: string; data_key: Uint8Array }>(sql`
    select file_key, data_key from open_picture(${ports.clock.now().toISOString()}, ${staff.agencyId},
      ${staff.staffId}, ${asked.pictureId}, ${asked.purpose}, ${ports.random.uuid()}, ${ports.random.uuid()})`);
  return row ? { fileKey: row.file_key, dataKey: row.data_key } : null;
}

/** Pictures of no visit that were taken before, oldest first. Runs as the system. */
export async function listLoosePictures(
  tx: Tx,
  before: Date,
  limit: number,
): Promise<readonly { readonly agencyId: string; readonly id: string; readonly fileKey: string }[]> {
  return tx
    .select({ agencyId: visitPicture.agencyId, id: visitPicture.id, fileKey: visitPicture.fileKey })
    .from(visitPicture)
    .where(and(isNull(visitPicture.visitId), lt(visitPicture.madeAt, before)))
    .orderBy(visitPicture.madeAt)
    .limit(limit);
}

/** Forgets a picture that is of no visit. Runs as the system. */
export async function deleteLoosePicture(
  tx: Tx,
  { agencyId, id }: { readonly agencyId: string; readonly id: string },
): Promise<void> {
  await tx
    .delete(visitPicture)
    .where(and(eq(visitPicture.agencyId, agencyId), eq(visitPicture.id, id), isNull(visitPicture.visitId)));
}

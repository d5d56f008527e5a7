import { and, eq, sql } from "drizzle-orm";
import { agency, localSetting, officeHours } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { IdPictureSlot } from "../../identity/id-check.ts";
import type { LocalSetting } from "../local-setting.ts";
import type { OfficeHours } from "../office-hours.ts";

export interface NewLocalGovernment {
  readonly id: string;
  /** The central office, which grants its people access; null: it was not added yet. */
  readonly registrarId: string | null;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly hours: OfficeHours;
  readonly setting: LocalSetting;
  readonly now: Date;
}

/** The local government of a Thai name; null: there is none. */
export async function findLocalGovernment(tx: Tx, nameTh: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: agency.id })
    .from(agency)
    .where(and(eq(agency.kind, "local_government"), eq(agency.nameTh, nameTh)));
  return row?.id ?? null;
}

/** The agency that stands at a slug; null: none does. */
export async function findAgencyOfSlug(tx: Tx, slug: string): Promise<string | null> {
  const [row] = await tx
    .select({ agencyId: localSetting.agencyId })
    .from(localSetting)
    .where(eq(localSetting.slug, slug));
  return row?.agencyId ?? null;
}

/** What a local government set for itself; null: it is none. */
export async function findLocalSetting(tx: Tx, agencyId: string): Promise<LocalSetting | null> {
  const [row] = await tx.select().from(localSetting).where(eq(localSetting.agencyId, agencyId));
  if (!row) return null;
  const { slug, idPictures, welcomeTh, welcomeEn, addressTh, phone, keepDays } = row;
  return {
    slug,
    idPictures: idPictures as IdPictureSlot[],
    welcomeTh,
    welcomeEn,
    addressTh,
    phone,
    keepDays,
  };
}

/** The seal of a local government, sealed in the file store; null: none was given. */
export async function findSeal(
  tx: Tx,
  agencyId: string,
): Promise<{ readonly dataKey: Uint8Array; readonly fileKey: string } | null> {
  const [row] = await tx
    .select({ dataKey: localSetting.sealDataKey, fileKey: localSetting.sealFileKey })
    .from(localSetting)
    .where(eq(localSetting.agencyId, agencyId));
  const { dataKey = null, fileKey = null } = row ?? {};
  return dataKey !== null && fileKey !== null ? { dataKey, fileKey } : null;
}

/** Keeps another seal of a local government. */
export async function saveSeal(
  tx: Tx,
  agencyId: string,
  seal: { readonly dataKey: Uint8Array; readonly fileKey: string },
): Promise<void> {
  await tx
    .update(localSetting)
    .set({ sealDataKey: seal.dataKey, sealFileKey: seal.fileKey })
    .where(eq(localSetting.agencyId, agencyId));
}

/** Keeps what a local government sets for itself; its slug stays. */
export async function saveLocalSetting(
  tx: Tx,
  agencyId: string,
  { idPictures, ...setting }: Omit<LocalSetting, "slug">,
): Promise<void> {
  await tx
    .update(localSetting)
    .set({ ...setting, idPictures: [...idPictures] })
    .where(eq(localSetting.agencyId, agencyId));
}

/**
 * Local governments whose officers look at ID pictures, by name: the one named alone, else at most so many. Who asks for
 * no picture is left out.
 */
export async function listIdCheckers(
  tx: Tx,
  named: { readonly slug: string } | { readonly agencyId: string } | null,
  most: number,
) {
  const { agencyId, slug, idPictures } = localSetting;
  const isNamed =
    named === null ? undefined : "slug" in named ? eq(slug, named.slug) : eq(agencyId, named.agencyId);
  return tx
    .select({ agencyId, slug, nameTh: agency.nameTh, nameEn: agency.nameEn })
    .from(localSetting)
    .innerJoin(agency, eq(agency.id, agencyId))
    .where(and(eq(agency.kind, "local_government"), sql`cardinality(${idPictures}) > 0`, isNamed))
    .orderBy(agency.nameTh)
    .limit(most);
}

/** Keeps a new local government with its office hours and setting. Runs as the system. */
export async function insertLocalGovernment(tx: Tx, made: NewLocalGovernment): Promise<void> {
  const { id, registrarId, nameTh, nameEn, hours, setting, now } = made;
  const row = { id, kind: "local_government", region: null, registrarId, nameTh, nameEn, createdAt: now };
  await tx.insert(agency).values(row);
  await tx.insert(officeHours).values({ agencyId: id, ...hours, weekdays: [...hours.weekdays] });
  await tx.insert(localSetting).values({ agencyId: id, ...setting, idPictures: [...setting.idPictures] });
}

/** Keeps the setting of an agency that has none yet. Runs as the system. */
export async function insertLocalSetting(tx: Tx, agencyId: string, setting: LocalSetting): Promise<void> {
  await tx
    .insert(localSetting)
    .values({ agencyId, ...setting, idPictures: [...setting.idPictures] })
    .onConflictDoNothing();
}

/** Holds an agency until the transaction ends: what is made for it once is not made twice. Runs as the system. */
export async function lockAgency(tx: Tx, agencyId: string): Promise<void> {
  await tx.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for("update");
}

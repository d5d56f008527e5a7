import { and, eq, isNull, sql } from "drizzle-orm";
import { service, serviceCategory } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

export interface NewCategory {
  readonly agencyId: string;
  readonly id: string;
  readonly parentId: string | null;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly requestKey: string;
}

const one = (agencyId: string, id: string) =>
  and(eq(serviceCategory.agencyId, agencyId), eq(serviceCategory.id, id));

/** The category a form made already; null: it is new. */
export async function findCategoryOf(tx: Tx, agencyId: string, requestKey: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: serviceCategory.id })
    .from(serviceCategory)
    .where(and(eq(serviceCategory.agencyId, agencyId), eq(serviceCategory.requestKey, requestKey)));
  return row?.id ?? null;
}

/** Keeps a new category, last among those beside it; false: its form made one at the same moment. */
export async function insertCategory(tx: Tx, made: NewCategory): Promise<boolean> {
  const beside =
    made.parentId === null ? isNull(serviceCategory.parentId) : eq(serviceCategory.parentId, made.parentId);
  const [row] = await tx
    .select({ position: sql<number>`coalesce(max(${serviceCategory.position}), 0) + 1` })
    .from(serviceCategory)
    .where(and(eq(serviceCategory.agencyId, made.agencyId), beside));
  const kept = await tx
    .insert(serviceCategory)
    .values({ ...made, position: row?.position ?? 1 })
    .onConflictDoNothing({ target: [serviceCategory.agencyId, serviceCategory.requestKey] })
    .returning({ id: serviceCategory.id });
  return kept.length > 0;
}

/** Gives a category other names, or another place. */
export async function changeCategory(
  tx: Tx,
  agencyId: string,
  id: string,
  change: { readonly nameTh?: string; readonly nameEn?: string; readonly position?: number },
): Promise<void> {
  await tx.update(serviceCategory).set(change).where(one(agencyId, id));
}

/** True while services or sub-menus stand in a category. */
export async function isCategoryUsed(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const [services, inner] = [
    await tx
      .select({ id: service.id })
      .from(service)
      .where(and(eq(service.agencyId, agencyId), eq(service.categoryId, id)))
      .limit(1),
    await tx
      .select({ id: serviceCategory.id })
      .from(serviceCategory)
      .where(and(eq(serviceCategory.agencyId, agencyId), eq(serviceCategory.parentId, id)))
      .limit(1),
  ];
  return services.length + inner.length > 0;
}

/** Drops a category. */
export async function deleteCategory(tx: Tx, agencyId: string, id: string): Promise<void> {
  await tx.delete(serviceCategory).where(one(agencyId, id));
}

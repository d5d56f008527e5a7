import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { agency, localSetting, service, serviceCategory, serviceVersion } from "../../../db/schema/index.ts";
import type { Wording } from "../../forms/field.ts";
import type { Tx } from "../../ports.ts";
import type { Category, ListedService, Town } from "../catalogue.ts";

const town = {
  agencyId: agency.id,
  nameTh: agency.nameTh,
  nameEn: agency.nameEn,
  slug: localSetting.slug,
};

/** A central office has an address of its own for what its seats ask, and nothing for citizens. */
const isTown = eq(agency.kind, "local_government");

/** Every local government that has an address here, in the order of their Thai names. */
export function listTowns(tx: Tx): Promise<Town[]> {
  return tx
    .select(town)
    .from(agency)
    .innerJoin(localSetting, eq(localSetting.agencyId, agency.id))
    .where(isTown)
    .orderBy(asc(agency.nameTh));
}

/** The local government at a slug; null: none stands there. */
export async function findTown(tx: Tx, slug: string): Promise<Town | null> {
  const [row] = await tx
    .select(town)
    .from(agency)
    .innerJoin(localSetting, eq(localSetting.agencyId, agency.id))
    .where(and(isTown, eq(localSetting.slug, slug)));
  return row ?? null;
}

/** An agency with an address here, by its the agency's id. */
export async function findTownOfAgency(tx: Tx, agencyId: string): Promise<Town | null> {
  const [row] = await tx
    .select(town)
    .from(agency)
    .innerJoin(localSetting, eq(localSetting.agencyId, agency.id))
    .where(eq(agency.id, agencyId));
  return row ?? null;
}

/** The categories of an agency in their order. */
export function listCategories(tx: Tx, agencyId: string): Promise<Category[]> {
  const { id, parentId, nameTh, nameEn, position } = serviceCategory;
  return tx
    .select({ id, parentId, nameTh, nameEn })
    .from(serviceCategory)
    .where(eq(serviceCategory.agencyId, agencyId))
    .orderBy(asc(position), asc(id));
}

/** The services an agency offers now: open, with a version in use, in their order. */
export function listOffered(tx: Tx, agencyId: string): Promise<ListedService[]> {
  const { id, slug, categoryId, position } = service;
  return tx
    .select({
      ...{ id, slug, categoryId },
      name: sql<Wording>`${serviceVersion.definition} -> 'name'`,
      summary: sql<Wording>`${serviceVersion.definition} -> 'summary'`,
    })
    .from(service)
    .innerJoin(
      serviceVersion,
      and(
        eq(serviceVersion.agencyId, service.agencyId),
        eq(serviceVersion.serviceId, service.id),
        eq(serviceVersion.version, service.version),
      ),
    )
    .where(and(eq(service.agencyId, agencyId), isNull(service.closedAt), isNotNull(service.version)))
    .orderBy(asc(position), asc(id));
}

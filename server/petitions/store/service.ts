import { and, eq, sql } from "drizzle-orm";
import { service, serviceVersion } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import type { ServiceVersionState } from "../service-version.ts";

export interface KeptService {
  readonly agencyId: string;
  readonly id: string;
  readonly categoryId: string;
  readonly slug: string;
  /** Where its petitions begin; null: with whoever takes them. */
  readonly unitId: string | null;
  /** The version in use; null: none was published yet. */
  readonly version: number | null;
  readonly position: number;
  readonly closedAt: Date | null;
}

const columns = {
  agencyId: service.agencyId,
  id: service.id,
  categoryId: service.categoryId,
  slug: service.slug,
  unitId: service.unitId,
  version: service.version,
  position: service.position,
  closedAt: service.closedAt,
};

/** A service by its id; null: the agency has none of it. */
export async function findService(tx: Tx, agencyId: string, id: string): Promise<KeptService | null> {
  const [row] = await tx
    .select(columns)
    .from(service)
    .where(and(eq(service.agencyId, agencyId), eq(service.id, id)));
  return row ?? null;
}

/** A service by the name it has in addresses. */
export async function findServiceOfSlug(tx: Tx, agencyId: string, slug: string): Promise<KeptService | null> {
  const [row] = await tx
    .select(columns)
    .from(service)
    .where(and(eq(service.agencyId, agencyId), eq(service.slug, slug)));
  return row ?? null;
}

export interface KeptVersion {
  readonly version: number;
  readonly state: ServiceVersionState;
  readonly definition: ServiceDefinition;
}

/** A service in one of its versions, as a petition began with it. */
export interface VersionRef {
  readonly serviceId: string;
  readonly serviceVersion: number;
}

/** How a version is called in a map of them. */
export function versionKey({ serviceId, serviceVersion }: VersionRef): string {
  return `${serviceId}.${serviceVersion}`;
}

/** The definitions of these versions, by `versionKey`; each is read once. */
export async function listDefinitions(
  tx: Tx,
  agencyId: string,
  refs: readonly VersionRef[],
): Promise<ReadonlyMap<string, ServiceDefinition>> {
  const once = [...new Map(refs.map((ref) => [versionKey(ref), ref])).values()];
  const ids = `{${once.map(({ serviceId }) => serviceId).join(",")}}`;
  const versions = `{${once.map(({ serviceVersion }) => serviceVersion).join(",")}}`;
  const rows = await tx.execute<{
    serviceId: string;
    serviceVersion: number;
    definition: ServiceDefinition;
  }>(sql`
    select v.service_id as "serviceId", v.version as "serviceVersion", v.definition
    from unnest(${ids}::uuid[], ${versions}::int[]) as w (service_id, version)
    join ${serviceVersion} v
      on v.agency_id = ${agencyId} and v.service_id = w.service_id and v.version = w.version`);
  return new Map([...rows].map((row) => [versionKey(row), row.definition]));
}

/** One version of a service, as the actor may see it: drafts only the agency's staff. */
export async function findVersion(
  tx: Tx,
  agencyId: string,
  serviceId: string,
  version: number,
): Promise<KeptVersion | null> {
  const [row] = await tx
    .select({
      version: serviceVersion.version,
      state: serviceVersion.state,
      definition: serviceVersion.definition,
    })
    .from(serviceVersion)
    .where(
      and(
        eq(serviceVersion.agencyId, agencyId),
        eq(serviceVersion.serviceId, serviceId),
        eq(serviceVersion.version, version),
      ),
    );
  if (!row) return null;
  // It was judged when it was kept (readDefinition), and what was in use is never rewritten.
  return {
    version: row.version,
    state: row.state as ServiceVersionState,
    definition: row.definition as ServiceDefinition,
  };
}

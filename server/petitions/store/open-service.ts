import { and, eq, sql } from "drizzle-orm";
import { service, serviceCategory, serviceVersion, unit } from "../../../db/schema/index.ts";
import type { Wording } from "../../forms/field.ts";
import type { Tx } from "../../ports.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import type { PackExample } from "../service-pack.ts";

interface Named {
  readonly nameTh: string;
  readonly nameEn: string;
}

/**
 * The unit of that Thai name at an agency, made where there is none; answers its id. Null: it is closed, and nothing new
 * is sent to it.
 */
export async function ensureUnit(
  tx: Tx,
  agencyId: string,
  made: Named & { readonly id: string },
): Promise<string | null> {
  const [there] = await tx
    .select({ id: unit.id, closedAt: unit.closedAt })
    .from(unit)
    .where(and(eq(unit.agencyId, agencyId), eq(unit.nameTh, made.nameTh)));
  if (there) return there.closedAt === null ? there.id : null;
  await tx.insert(unit).values({ agencyId, ...made });
  return made.id;
}

/** The category of that Thai name, made as the last one where there is none; answers its id. Runs as the system. */
export async function ensureCategory(
  tx: Tx,
  agencyId: string,
  made: Named & { readonly id: string },
): Promise<string> {
  const [there] = await tx
    .select({ id: serviceCategory.id })
    .from(serviceCategory)
    .where(and(eq(serviceCategory.agencyId, agencyId), eq(serviceCategory.nameTh, made.nameTh)));
  if (there) return there.id;
  const position = sql`(select coalesce(max(c.position), 0) + 1 from service_category c where c.agency_id = ${agencyId})`;
  await tx.insert(serviceCategory).values({ agencyId, ...made, position });
  return made.id;
}

export interface OpenedService {
  readonly agencyId: string;
  readonly id: string;
  readonly categoryId: string;
  readonly unitId: string | null;
  readonly slug: string;
  readonly definition: ServiceDefinition;
  readonly examples: readonly PackExample[];
  readonly notes: Wording | null;
  readonly now: Date;
}

/** Keeps a service that is open with its first version in use, as the last of its category. Runs as the system. */
export async function insertOpenService(tx: Tx, made: OpenedService): Promise<void> {
  const { agencyId, id, definition, examples, notes, now, ...rest } = made;
  const position = sql`(select coalesce(max(s.position), 0) + 1 from service s where s.agency_id = ${agencyId})`;
  await tx.insert(service).values({ agencyId, id, ...rest, version: 1, position, madeAt: now });
  const version = {
    version: 1,
    state: "published",
    definition,
    examples,
    notes,
    madeAt: now,
    publishedAt: now,
  };
  await tx.insert(serviceVersion).values({ agencyId, serviceId: id, ...version });
}

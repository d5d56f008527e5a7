import { and, desc, eq, sql } from "drizzle-orm";
import { localSetting, service, serviceVersion } from "../../../db/schema/index.ts";
import type { Wording } from "../../forms/field.ts";
import type { Tx } from "../../ports.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import type { PackExample } from "../service-pack.ts";
import type { ServiceVersionState } from "../service-version.ts";

/** A draft as it is edited. */
export interface KeptDraft {
  readonly version: number;
  /** How often it was changed: who changes it says which one was seen. */
  readonly revision: number;
  readonly definition: ServiceDefinition;
  /** Before the last change; null: there was none that could be taken back. */
  readonly before: ServiceDefinition | null;
  readonly examples: readonly PackExample[];
  readonly notes: Wording | null;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

const draftColumns = {
  version: serviceVersion.version,
  revision: serviceVersion.revision,
  definition: serviceVersion.definition,
  before: serviceVersion.before,
  examples: serviceVersion.examples,
  notes: serviceVersion.notes,
  changedBy: serviceVersion.changedBy,
  changedAt: serviceVersion.changedAt,
};

const isDraft = (agencyId: string, serviceId: string) =>
  and(
    eq(serviceVersion.agencyId, agencyId),
    eq(serviceVersion.serviceId, serviceId),
    eq(serviceVersion.state, "draft"),
  );

/** The draft of a service; null: it has none. */
export async function findDraft(tx: Tx, agencyId: string, serviceId: string): Promise<KeptDraft | null> {
  const [row] = await tx.select(draftColumns).from(serviceVersion).where(isDraft(agencyId, serviceId));
  return row ? (row as KeptDraft) : null;
}

/** The same, held until the transaction ends. */
export async function lockDraft(tx: Tx, agencyId: string, serviceId: string): Promise<KeptDraft | null> {
  const [row] = await tx
    .select(draftColumns)
    .from(serviceVersion)
    .where(isDraft(agencyId, serviceId))
    .for("update");
  return row ? (row as KeptDraft) : null;
}

/** Holds a service until the transaction ends; false: the agency has none of it. */
export async function lockService(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: service.id })
    .from(service)
    .where(and(eq(service.agencyId, agencyId), eq(service.id, id)))
    .for("update");
  return rows.length > 0;
}

/**
 * Holds the catalogue of an agency (its services, their categories and units, who works in them), by the row of its
 * setting, until the transaction ends: of two that change it at once the second sees what the first did. Taken before any
 * other row is held.
 */
export async function lockCatalogue(tx: Tx, agencyId: string): Promise<void> {
  await tx
    .select({ agencyId: localSetting.agencyId })
    .from(localSetting)
    .where(eq(localSetting.agencyId, agencyId))
    .for("update");
}

export interface NewService {
  readonly id: string;
  readonly agencyId: string;
  readonly categoryId: string;
  readonly slug: string;
  readonly unitId: string | null;
  readonly requestKey: string;
  readonly madeAt: Date;
}

/** Keeps a new service, last in its category. */
export async function insertService(tx: Tx, made: NewService): Promise<void> {
  const place = sql<number>`(select coalesce(max(position), 0) + 1 from service where agency_id = ${made.agencyId}
    and category_id = ${made.categoryId})`;
  await tx.insert(service).values({ ...made, position: place });
}

/** The service a form made when it came first; null: it did not come before. */
export async function findServiceOfRequest(
  tx: Tx,
  agencyId: string,
  requestKey: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: service.id })
    .from(service)
    .where(and(eq(service.agencyId, agencyId), eq(service.requestKey, requestKey)));
  return row?.id ?? null;
}

export interface NewDraft {
  readonly agencyId: string;
  readonly serviceId: string;
  readonly definition: ServiceDefinition;
  readonly examples: readonly PackExample[];
  readonly notes: Wording | null;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** Keeps a new draft under the service's next number; false: the service has a draft already. */
export async function insertDraft(tx: Tx, made: NewDraft): Promise<boolean> {
  const version = sql<number>`(select coalesce(max(version), 0) + 1 from service_version
    where agency_id = ${made.agencyId} and service_id = ${made.serviceId})`;
  const rows = await tx
    .insert(serviceVersion)
    .values({ ...made, version, state: "draft" })
    .onConflictDoNothing()
    .returning({ version: serviceVersion.version });
  return rows.length > 0;
}

export interface DraftStep {
  readonly definition: ServiceDefinition;
  readonly before: ServiceDefinition | null;
  readonly examples: readonly PackExample[];
  readonly by: string;
  readonly at: Date;
}

/** Keeps a draft after one step; the revision counts on. */
export async function saveDraftStep(
  tx: Tx,
  agencyId: string,
  serviceId: string,
  step: DraftStep,
): Promise<void> {
  const { definition, before, examples, by, at } = step;
  await tx
    .update(serviceVersion)
    .set({ definition, before, examples, changedBy: by, changedAt: at, revision: sql`revision + 1` })
    .where(isDraft(agencyId, serviceId));
}

/** Drops a draft; what was published stays. */
export async function deleteDraft(tx: Tx, agencyId: string, serviceId: string): Promise<void> {
  await tx.delete(serviceVersion).where(isDraft(agencyId, serviceId));
}

/** Puts a draft in use in the place of the version before, which is retired. */
export async function publishDraft(
  tx: Tx,
  agencyId: string,
  serviceId: string,
  { version, at }: { readonly version: number; readonly at: Date },
): Promise<void> {
  const ofService = and(eq(serviceVersion.agencyId, agencyId), eq(serviceVersion.serviceId, serviceId));
  await tx
    .update(serviceVersion)
    .set({ state: "retired" })
    .where(and(ofService, eq(serviceVersion.state, "published")));
  await tx
    .update(serviceVersion)
    .set({ state: "published", publishedAt: at, before: null })
    .where(and(ofService, eq(serviceVersion.version, version)));
  await changeService(tx, agencyId, serviceId, { version });
}

/** Changes where a service stands, who works on it, whether it is closed, or which version is in use. */
export async function changeService(
  tx: Tx,
  agencyId: string,
  id: string,
  change: {
    readonly categoryId?: string;
    readonly unitId?: string | null;
    readonly closedAt?: Date | null;
    readonly version?: number;
  },
): Promise<void> {
  await tx
    .update(service)
    .set(change)
    .where(and(eq(service.agencyId, agencyId), eq(service.id, id)));
}

/** A version of a service in its list. */
export interface VersionLine {
  readonly version: number;
  readonly state: ServiceVersionState;
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  readonly publishedAt: Date | null;
}

/** Every version of a service, the latest first. */
export async function listVersions(
  tx: Tx,
  agencyId: string,
  serviceId: string,
): Promise<readonly VersionLine[]> {
  const { version, state, madeBy, madeAt, changedBy, changedAt, publishedAt } = serviceVersion;
  const rows = await tx
    .select({ version, state, madeBy, madeAt, changedBy, changedAt, publishedAt })
    .from(serviceVersion)
    .where(and(eq(serviceVersion.agencyId, agencyId), eq(serviceVersion.serviceId, serviceId)))
    .orderBy(desc(serviceVersion.version));
  return rows as VersionLine[];
}

/** What travels with a version as a pack beside its definition. */
export interface VersionCompany {
  readonly examples: readonly PackExample[];
  readonly notes: Wording | null;
}

/** The examples and notes kept with one version; none where there is no such version. */
export async function findCompany(
  tx: Tx,
  agencyId: string,
  serviceId: string,
  version: number,
): Promise<VersionCompany> {
  const [row] = await tx
    .select({ examples: serviceVersion.examples, notes: serviceVersion.notes })
    .from(serviceVersion)
    .where(
      and(
        eq(serviceVersion.agencyId, agencyId),
        eq(serviceVersion.serviceId, serviceId),
        eq(serviceVersion.version, version),
      ),
    );
  return (row ?? { examples: [], notes: null }) as VersionCompany;
}

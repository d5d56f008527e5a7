import { sql } from "drizzle-orm";
import { serviceVersion } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { DayUnit } from "../deadline.ts";

/** Which days the services of an agency promise, by service and version as a petition began with it. */
export type PromisedUnits = ReadonlyMap<string, DayUnit>;

/** How a promise is called in that map. */
export function promiseKey(serviceId: string, version: number): string {
  return `${serviceId}.${version}`;
}

/** The days that were promised by these services, of every version; what promises none is left out. */
export async function listPromisedUnits(
  tx: Tx,
  agencyId: string,
  serviceIds: readonly string[],
): Promise<PromisedUnits> {
  const rows = await tx.execute<{ serviceId: string; version: number; unit: DayUnit }>(sql`
    select v.service_id as "serviceId", v.version, v.definition->'promised'->>'unit' as unit
    from ${serviceVersion} v
    where v.agency_id = ${agencyId} and v.service_id = any (${`{${serviceIds.join(",")}}`}::uuid[])
      and v.definition->'promised'->>'unit' is not null`);
  return new Map([...rows].map(({ serviceId, version, unit }) => [promiseKey(serviceId, version), unit]));
}

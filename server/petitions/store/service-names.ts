import { sql } from "drizzle-orm";
import { service, serviceVersion } from "../../../db/schema/index.ts";
import type { Wording } from "../../forms/field.ts";
import type { Tx } from "../../ports.ts";

/** What a service is called now. */
export interface NamedService {
  readonly id: string;
  readonly name: Wording;
  /** True: nothing new is filed for it. */
  readonly isClosed: boolean;
}

/** The services of an agency that were ever in use, by name; only the name is read of their definitions. */
export async function listServiceNames(tx: Tx, agencyId: string): Promise<readonly NamedService[]> {
  const rows = await tx.execute<{ id: string; th: string; en: string | null; isClosed: boolean }>(sql`
    select s.id, v.definition->'name'->>'th' as th, v.definition->'name'->>'en' as en,
      s.closed_at is not null as "isClosed"
    from ${service} s join ${serviceVersion} v
      on v.agency_id = s.agency_id and v.service_id = s.id and v.version = s.version
    where s.agency_id = ${agencyId} order by th, s.id`);
  return [...rows].map(({ id, th, en, isClosed }) => ({ id, name: { th, en }, isClosed }));
}

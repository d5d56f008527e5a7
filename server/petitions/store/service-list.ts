import { sql } from "drizzle-orm";
import { service, serviceVersion } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ServiceLine } from "../service-making.ts";

/** Every service of an agency in the order of its category, under the name of its draft or of what is in use. */
export async function listServiceLines(tx: Tx, agencyId: string): Promise<readonly ServiceLine[]> {
  const rows = await tx.execute<{
    id: string;
    slug: string;
    categoryId: string;
    th: string;
    en: string | null;
    version: number | null;
    draft: number | null;
    isClosed: boolean;
  }>(sql`
    select s.id, s.slug, s.category_id as "categoryId", s.version, d.version as draft,
      s.closed_at is not null as "isClosed",
      coalesce(v.definition->'name'->>'th', d.definition->'name'->>'th', s.slug) as th,
      coalesce(v.definition->'name'->>'en', d.definition->'name'->>'en') as en
    from ${service} s
    left join ${serviceVersion} v on v.agency_id = s.agency_id and v.service_id = s.id and v.version = s.version
    left join ${serviceVersion} d on d.agency_id = s.agency_id and d.service_id = s.id and d.state = 'draft'
    where s.agency_id = ${agencyId} order by s.position, s.id`);
  return [...rows].map(({ th, en, ...line }) => ({ ...line, name: { th, en } }));
}

import { randomBytes, randomInt } from "node:crypto";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import type { BenchWorld } from "./world.ts";

/** Visits laid out over facilities, days and people. */
export interface LaidVisits {
  readonly count: number;
  /** The facility with a quarter of them all. */
  readonly agencyId: string;
  /** The office above every facility. */
  readonly officeId: string;
  readonly people: readonly string[];
}

const facilities = 20;
const days = 730;
const people = 100_000;
const ways = "array['line_qr','line_qr','card','card','card','picture','slip','api']";

/**
 * Lays out `count` confirmed visits with one code each, straight into the tables: two years, twenty facilities, a
 * hundred thousand people with sealed names as the app seals them. Nothing else checks them, so it must be right.
 */
export async function layVisits(world: BenchWorld, count: number): Promise<LaidVisits> {
  const { superuser, ports, seeded } = world;
  const [facility] = seeded.facilities;
  if (!facility) throw new Error("the demo has no facility");
  const officeId = ports.random.uuid();
  const ids = await layPeople(world);
  await superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`insert into agency (id, kind, region, name_th, name_en, created_at)
      values (${officeId}, 'regional_office', 1, 'สำนักงานเขต', 'Office', '2024-01-01')`;
    await sql`insert into agency (id, kind, region, registrar_id, name_th, name_en, created_at)
      select md5('facility' || n)::uuid, 'facility', 1, ${officeId}, 'หน่วยบริการ ' || n, 'Facility ' || n, '2024-01-01'
      from generate_series(1, ${facilities - 1}::int) as n`;
    await sql`insert into facility (agency_id, hcode)
      select md5('facility' || n)::uuid, (50000 + n)::text from generate_series(1, ${facilities - 1}::int) as n`;
    await sql`update agency set registrar_id = ${officeId} where id = ${facility.agencyId}`;
    await sql`create temp table laid on commit drop as
      select n, lpad(to_hex(n), 32, '0')::uuid as id,
        (select array_agg(id order by id) from person)[1 + (n::bigint * 7919) % ${people}] as person_id,
        case when n % 4 = 0 then ${facility.agencyId}::uuid
          else md5('facility' || (1 + n % ${facilities - 1}))::uuid end as agency_id,
        (${bangkokDay(ports.clock.now())}::date - ((${count}::bigint - n) * ${days} / ${count})::int) as day,
        (${sql.unsafe(ways)})[1 + n % 8] as way, n % 600 as minute
      from generate_series(1, ${count}::int) as n`;
    await sql`insert into visit (person_id, id, agency_id, day, status, way, asked_by, made_at, confirmed_at, came_at,
        version)
      select person_id, id, agency_id, day, 'confirmed', way, person_id, at, at, at, 1
      from (select *, day + interval '1 hour' + minute * interval '1 minute' as at from laid) x`;
    await sql`insert into service_code (person_id, id, visit_id, agency_id, service_type, day, code, status, asked_by,
        request_key, issued_at, expires_at)
      select person_id, id, id, agency_id, 'PG0060001', day, 'PP' || lpad(n::text, 10, '0'),
        (array['issued','used','closed','closed','cancelled'])[1 + n % 5], person_id, n::text,
        day + interval '1 hour' + minute * interval '1 minute', day + interval '17 hours'
      from laid on conflict do nothing`;
  });
  await superuser`vacuum analyze visit, service_code, person`;
  return { count, agencyId: facility.agencyId, officeId, people: ids };
}

async function layPeople({ superuser, ports }: BenchWorld): Promise<readonly string[]> {
  const dataKey = Buffer.from(ports.vault.newDataKey());
  const now = ports.clock.now();
  const ids = Array.from({ length: people }, () => ports.random.uuid());
  for (let from = 0; from < people; from += 5_000) {
    const rows = ids.slice(from, from + 5_000).map((id, at) => {
      const citizenId = completeCitizenId(String(100_000_000_000 + from + at + randomInt(1, 2)));
      const facts = { citizenId, firstName: "มานี", lastName: "รักเรียน", birth: null };
      return {
        id,
        citizen_index: randomBytes(32),
        data_key: dataKey,
        sealed: Buffer.from(ports.vault.seal(dataKey, { table: "person", rowId: id }, facts)),
        assurance: "line",
        created_at: now,
      };
    });
    await superuser`insert into person ${superuser(rows)}`;
  }
  return ids;
}

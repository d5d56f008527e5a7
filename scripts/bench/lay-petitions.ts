import { randomBytes } from "node:crypto";
import type postgres from "postgres";
import { inviteStaff } from "../../server/agencies/actions/invite-staff.ts";
import type { Staff, StaffLevel } from "../../server/kernel/actor.ts";
import { sealContent } from "../../server/petitions/store/petition.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import type { BenchWorld } from "./world.ts";

/** Petitions laid out over towns, services, units, officers and people. */
export interface LaidPetitions {
  readonly count: number;
  /** The town with half of them all. */
  readonly agencyId: string;
  readonly officers: readonly Staff[];
  readonly supervisor: Staff;
  readonly executive: Staff;
  readonly people: readonly string[];
}

const towns = 4;
const days = 730;
const people = 50_000;
/** The latest part of them is still open. */
const openShare = 0.08;

/**
 * Lays out `count` petitions straight into the tables: two years, four towns of which the demo's has half, its services
 * and units copied to the others, eight officers, fifty thousand people; each holds answers that open. Nothing else checks
 * them, so it must be right.
 */
export async function layPetitions(world: BenchWorld, count: number): Promise<LaidPetitions> {
  const { superuser, ports, seeded } = world;
  const agencyId = seeded.town;
  const officers: Staff[] = [];
  for (let number = 0; number < 8; number += 1) officers.push(await staffOf(world, "officer", number));
  const supervisor = await staffOf(world, "supervisor", 8);
  const executive = await staffOf(world, "executive", 9);
  const persons = Array.from({ length: people }, () => ports.random.uuid());
  const dataKey = Buffer.from(ports.vault.newDataKey());
  const now = ports.clock.now().toISOString();
  await superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`insert into person (id, citizen_index, data_key, sealed, assurance, created_at)
      select x::uuid, decode(md5(x) || md5(x || '1'), 'hex'), ${dataKey}, ${randomBytes(64)}, 'phone', ${now}
      from unnest(${persons}::text[]) as x`;
    await copyTown(sql, agencyId, now);
    const ids = officers.map(({ staffId }) => staffId);
    await sql`insert into staff_unit (agency_id, staff_id, unit_id)
      select ${agencyId}, o.id::uuid, u.id
      from unnest(${ids}::text[]) with ordinality as o (id, n)
      join (select id, row_number() over (order by id) as n, count(*) over () as all_units from unit
        where agency_id = ${agencyId}) u on u.n = 1 + o.n % u.all_units`;
    await layContents(world, sql, dataKey, count);
    await sql`create temp table laid on commit drop as
      select n, lpad(to_hex(n), 32, '0')::uuid as id,
        case when n % 2 = 0 then ${agencyId}::uuid
          else md5('town' || (1 + (n / 2) % ${towns - 1}))::uuid end as agency_id,
        (p.ids)[1 + (n::bigint * 7919) % ${people}]::uuid as person_id,
        (s.ids)[1 + (n / 2) % array_length(s.ids, 1)] as service_id,
        (u.ids)[1 + (n / 3) % array_length(u.ids, 1)] as unit_id,
        case when n % 2 = 0 then (o.ids)[1 + (n / 2) % 8]::uuid end as officer_id,
        ${now}::timestamptz - (${count}::bigint - n) * (interval '1 day' * ${days} / ${count}) as at,
        n > ${Math.floor(count * (1 - openShare))}::int as is_open
      from generate_series(1, ${count}::int) as n
      cross join (select ${persons}::text[] as ids) p
      cross join (select ${ids}::text[] as ids) o
      cross join (select array_agg(id order by id) as ids from service where agency_id = ${agencyId}) s
      cross join (select array_agg(id order by id) as ids from unit where agency_id = ${agencyId}) u`;
    await sql`insert into petition (agency_id, id, number, person_id, service_id, service_version, status, outcome, via,
        wants_paper, data_key, sealed, submitted_at, deemed_received_at, due_day, unit_id, officer_id, version,
        completed_at, reopened, latitude, longitude, request_key)
      select agency_id, id, '2569-' || lpad(n::text, 9, '0'), person_id, service_id, 1,
        case when is_open then (array['submitted', 'received', 'in_progress'])[1 + n % 3] else 'completed' end,
        case when is_open then null else (array['granted', 'refused', 'done', 'done', 'withdrawn'])[1 + n % 5] end,
        (array['line', 'browser', 'counter'])[1 + n % 3], false, ${dataKey}, contents.sealed, at, at,
        (at + interval '15 days')::date, case when is_open and n % 7 = 0 then null else unit_id end,
        case when is_open and n % 3 = 0 then null else officer_id end, 1,
        case when is_open then null else at + interval '1 day' * (1 + n % 20) end,
        case when n % 50 = 0 then 1 else 0 end, 15 + (n % 1000) / 1000.0, 104 + (n % 997) / 1000.0, n::text
      from laid join contents using (n)`;
  });
  await superuser`vacuum analyze petition, person`;
  return { count, agencyId, officers, supervisor, executive, people: persons };
}

type Sql = postgres.TransactionSql;
const contentsAtOnce = 5_000;

/** What each petition holds, sealed as the app seals it: about what a citizen types of a street light. */
async function layContents(
  { ports }: BenchWorld,
  sql: Sql,
  dataKey: Uint8Array,
  count: number,
): Promise<void> {
  const answers = { problem: "out", lamps: 2, pole_number: "บป 12", landmark: "หน้าวัดประตูแก้ว ฝั่งตรงข้ามตลาด" };
  await sql`create temp table contents (n int primary key, sealed bytea not null) on commit drop`;
  for (let from = 1; from <= count; from += contentsAtOnce) {
    const rows = Array.from({ length: Math.min(contentsAtOnce, count - from + 1) }, (_, at) => {
      const id = idOf(from + at);
      return { n: from + at, sealed: Buffer.from(sealContent(ports, { id, dataKey }, { answers })) };
    });
    await sql`insert into contents ${sql(rows)}`;
  }
}

/** The id that petition `n` has in the tables: its number as a uuid. */
function idOf(n: number): string {
  const hex = n.toString(16).padStart(32, "0");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The other towns: the demo's services, units and hours under other agencies. */
async function copyTown(sql: Sql, agencyId: string, now: string): Promise<void> {
  for (let number = 1; number < towns; number += 1) {
    const name = `town${number}`;
    await sql`insert into agency (id, kind, name_th, name_en, created_at)
      values (md5(${name})::uuid, 'local_government', ${name}, ${name}, ${now})`;
    await sql`insert into local_setting (agency_id, slug, id_pictures, welcome_th, welcome_en, address_th, phone, keep_days)
      select md5(${name})::uuid, ${name}, id_pictures, '', '', '', '', 3650 from local_setting where agency_id = ${agencyId}`;
    await sql`insert into unit (agency_id, id, name_th, name_en)
      select md5(${name})::uuid, id, name_th, name_en from unit where agency_id = ${agencyId}`;
    await sql`insert into service (agency_id, id, category_id, slug, unit_id, version, position, made_at)
      select md5(${name})::uuid, id, category_id, slug, unit_id, version, position, made_at
      from service where agency_id = ${agencyId}`;
    await sql`insert into service_version (agency_id, service_id, version, state, definition, made_at, published_at)
      select md5(${name})::uuid, service_id, version, state, definition, made_at, published_at
      from service_version where agency_id = ${agencyId}`;
  }
}

async function staffOf({ ports, seeded }: BenchWorld, level: StaffLevel, number: number): Promise<Staff> {
  const agencyId = seeded.town;
  const invited = await inviteStaff(
    ports,
    { kind: "system", job: "bench" },
    {
      agencyId,
      level,
      person: {
        firstName: "มานี",
        lastName: "รักเรียน",
        citizenId: completeCitizenId(String(155_500_000_000 + number)),
        workPhone: "020000001",
        mobile: "0810000001",
        email: `bench${number}@town.example`,
      },
    },
  );
  if (!invited.ok) throw new Error(invited.refusal.kind);
  return { kind: "staff", staffId: invited.value.staffId, agencyId, level };
}

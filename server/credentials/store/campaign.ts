import { sql, type SQL } from "drizzle-orm";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { CampaignFigures, CampaignHolder, CampaignList } from "../campaign.ts";
import { holderName, type HolderFacts } from "../holding.ts";
import type { OldDeviceKind } from "../old-device.ts";
import type { CampaignReminder } from "../token-campaign.ts";
import type { RegistrationState } from "../token-registration.ts";
import type { UserCode } from "../user-code.ts";

const holders = sql`old_device d
  join seat_holding h on h.id = d.holding_id
  join seat s on s.id = h.seat_id
  join agency a on a.id = d.agency_id
  left join token_registration r on r.holding_id = d.holding_id`;
const hasMoved = sql`exists (select from soft_token t where t.holding_id = d.holding_id)`;
/** Who left before moving is nobody's to remind; a hardware key stays to be returned. */
const notMoved = sql`h.state <> 'ended' and not ${hasMoved}`;
const notReturned = sql`d.kind = 'token_key' and d.returned_at is null`;

/** How far the move is, of what the actor may see: the office's own campaign, or the part of one agency. */
export async function countCampaign(tx: Tx): Promise<CampaignFigures> {
  const [row] = await tx.execute<CampaignFigures & Record<string, unknown>>(sql`select
      count(*)::int as imported,
      count(*) filter (where r.state in ('sent', 'approved', 'activated') or ${hasMoved})::int as registered,
      count(*) filter (where r.state = 'sent')::int as waiting,
      count(*) filter (where ${hasMoved})::int as moved,
      count(*) filter (where d.kind = 'token_key')::int as keys,
      count(*) filter (where d.returned_at is not null)::int as returned
    from ${holders}`);
  if (!row) throw new Error("a count answered nothing");
  const { imported, registered, waiting, moved, keys, returned } = row;
  return { imported, registered, waiting, moved, keys, returned };
}

interface Row {
  readonly [column: string]: unknown;
  readonly holding_id: string;
  readonly agency_th: string;
  readonly agency_en: string;
  readonly user_code: UserCode;
  readonly data_key: Uint8Array;
  readonly sealed: Uint8Array;
  readonly kind: OldDeviceKind;
  readonly serial: string | null;
  readonly registration: RegistrationState | null;
  readonly is_moved: boolean;
  readonly returned_at: string | null;
  readonly reminded_on: string | null;
}

/**
 * Holders of a campaign by agency and user code: at most `limit` from where `turn` says, nearest first. `search`: part of
 * the agency's name, the beginning of a user code, or a serial. The actor sees what is its own.
 */
export async function listCampaign(
  { vault }: Pick<Ports, "vault">,
  tx: Tx,
  asked: {
    readonly list: CampaignList;
    readonly search: string;
    readonly turn: Turn<string> | null;
    readonly limit: number;
  },
): Promise<readonly CampaignHolder[]> {
  const up = readsUp(asked.turn, "up");
  const way = up ? sql`asc` : sql`desc`;
  const rows = await tx.execute<Row>(sql`select d.holding_id, a.name_th as agency_th, a.name_en as agency_en,
      s.user_code, h.data_key, h.sealed, d.kind, d.serial, r.state as registration, ${hasMoved} as is_moved,
      d.returned_at, d.reminded_on
    from ${holders}
    where ${inList(asked.list)} and ${matches(asked.search)} and ${beyond(asked.turn, up)}
    order by a.name_th ${way}, s.user_code ${way}, d.holding_id ${way} limit ${asked.limit}`);
  return [...rows].map((row) => {
    const place = { table: "seat_holding", rowId: row.holding_id };
    return {
      holdingId: row.holding_id,
      agencyTh: row.agency_th,
      agencyEn: row.agency_en,
      userCode: row.user_code,
      name: holderName(vault.open<HolderFacts>(row.data_key, place, row.sealed)),
      device: { kind: row.kind, serial: row.serial },
      registration: row.registration,
      isMoved: row.is_moved,
      returnedAt: row.returned_at === null ? null : new Date(row.returned_at),
      remindedOn: row.reminded_on,
    };
  });
}

function inList(list: CampaignList): SQL {
  if (list === "not_moved") return notMoved;
  return list === "not_returned" ? notReturned : sql`true`;
}

function matches(search: string): SQL {
  if (search === "") return sql`true`;
  const part = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const code = search.replace(/[\s-]/g, "").toUpperCase();
  return sql`(a.name_th ilike ${part} or a.name_en ilike ${part} or starts_with(s.user_code, ${code})
    or d.serial = ${code})`;
}

function beyond(turn: Turn<string> | null, up: boolean): SQL {
  if (turn === null) return sql`true`;
  const place = sql`(select pa.name_th, ps.user_code, ph.id from seat_holding ph
    join seat ps on ps.id = ph.seat_id join agency pa on pa.id = ph.agency_id where ph.id = ${turn.place})`;
  return sql`(a.name_th, s.user_code, d.holding_id) ${up ? sql`>` : sql`<`} ${place}`;
}

/** Who is to be reminded, one row of each person. */
export interface DueReminder {
  readonly holdingId: string;
  readonly personId: string;
}

/**
 * People of an office's campaign who have not done it and were not reminded today: at most `limit`. `day`: the day of the
 * campaign they are reminded of; who was reminded of it, or of a later one, is passed over. Null: whoever presses asks. Runs as the system.
 */
export async function listDueReminders(
  tx: Tx,
  asked: {
    readonly issuerId: string;
    readonly about: CampaignReminder;
    readonly day: BangkokDay | null;
    readonly today: BangkokDay;
    readonly limit: number;
  },
): Promise<readonly DueReminder[]> {
  const { issuerId, about, day, today, limit } = asked;
  const undone = about === "move" ? notMoved : notReturned;
  const ofDay = day === null ? sql`true` : sql`(d.reminded_for is null or d.reminded_for < ${day}::date)`;
  const rows = await tx.execute<{ holding_id: string; person_id: string }>(sql`
    select distinct on (h.person_id) d.holding_id, h.person_id
    from old_device d join seat_holding h on h.id = d.holding_id
    where d.issuer_id = ${issuerId} and ${undone} and ${ofDay} and not exists (
      select from old_device e join seat_holding g on g.id = e.holding_id
      where g.person_id = h.person_id and e.reminded_on = ${today}::date)
    order by h.person_id, d.holding_id limit ${limit}`);
  return [...rows].map((row) => ({ holdingId: row.holding_id, personId: row.person_id }));
}

/** Marks somebody as reminded today, in every seat of theirs. False: another press was faster. Runs as the system. */
export async function markReminded(
  tx: Tx,
  {
    holdingId,
    personId,
    today,
    day,
  }: DueReminder & { readonly today: BangkokDay; readonly day: BangkokDay | null },
): Promise<boolean> {
  const forDay = sql`coalesce(${day}::date, d.reminded_for)`;
  const marked =
    await tx.execute(sql`update old_device d set reminded_on = ${today}::date, reminded_for = ${forDay}
    where d.holding_id = ${holdingId} and d.reminded_on is distinct from ${today}::date
    returning d.holding_id`);
  if ([...marked].length === 0) return false;
  await tx.execute(sql`update old_device d set reminded_on = ${today}::date, reminded_for = ${forDay}
    from seat_holding h, old_device o
    where h.id = d.holding_id and h.person_id = ${personId} and o.holding_id = ${holdingId}
      and d.issuer_id = o.issuer_id and d.holding_id <> ${holdingId}`);
  return true;
}

/** Writes that an old key came back, or takes it back (`at` null). False: it is not the office's, or stands so already. */
export async function saveReturned(
  tx: Tx,
  saved: {
    readonly issuerId: string;
    readonly holdingId: string;
    readonly staffId: string;
    readonly at: Date | null;
  },
): Promise<"saved" | "so_already" | "none"> {
  const { issuerId, holdingId, staffId } = saved;
  const at = saved.at?.toISOString() ?? null;
  const own = sql`holding_id = ${holdingId} and issuer_id = ${issuerId} and kind = 'token_key'`;
  const changed = await tx.execute(sql`update old_device
    set returned_at = ${at}::timestamptz, returned_by = case when ${at}::timestamptz is null then null else ${staffId}::uuid end
    where ${own} and (returned_at is null) <> (${at}::timestamptz is null) returning holding_id`);
  if ([...changed].length === 1) return "saved";
  const there = await tx.execute(sql`select holding_id from old_device where ${own}`);
  return [...there].length === 1 ? "so_already" : "none";
}

import { sql, type SQL } from "drizzle-orm";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { Ports, Tx } from "../../ports.ts";
import { holderName, type HolderFacts, type SeatPart } from "../holding.ts";
import type { SeatEvent, SeatStoryLine, StoryAt } from "../oversight.ts";
import { registrationPlace } from "../registration-facts.ts";
import type { OfficeWords } from "../service-request.ts";
import { officePlaceOf } from "./service-request.ts";

interface Row {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly at: string;
  readonly event: SeatEvent;
  readonly detail: string | null;
  readonly by_staff: string | null;
  readonly by_holding: string | null;
  readonly why_key: Uint8Array | null;
  readonly why: Uint8Array | null;
  readonly user_code: string;
  readonly agency_th: string;
  readonly agency_en: string;
  readonly holding_id: string;
  readonly person_id: string;
  readonly part: SeatPart;
  readonly data_key: Uint8Array;
  readonly sealed: Uint8Array;
}

/** One kind of event: a moment of the rows of a table that belong to a time in a seat. */
interface Told {
  readonly event: SQL;
  readonly at: SQL;
  readonly from: SQL;
  readonly detail?: SQL;
  /** The member of staff who did it. */
  readonly by?: SQL;
  /** The time in a seat of the colleague who did it. */
  readonly byHolding?: SQL;
  /** The sealed words of a refusal and the key they lie under; they are opened as the event has them. */
  readonly why?: { readonly key: SQL; readonly sealed: SQL };
  /** By which column the rows of one seat are found; left out: by their time in it. */
  readonly bySeat?: true;
}

const held = sql`(select id, id as holding_id, agency_id, issuer_id, seat_id, live_at, ended_at, end_reason
  from seat_holding)`;
/** A naming, by the number of its order and whoever wrote it down. */
const named = sql`(select n.id, n.id as holding_id, n.agency_id, n.issuer_id, n.seat_id, n.named_at, n.named_by,
  nullif(o.number, '-') as number from seat_holding n left join seat_order o on o.id = n.order_id)`;
/** A move of a registration. Who decided stands there of the last decision, why of the last refusal. */
const moved = sql`(select m.id, m.holding_id, m.agency_id, m.issuer_id, m.state, m.moved_at, r.data_key as why_key,
    case when r.decided_at = m.moved_at then r.decided_by end as decided_by,
    case when m.state = 'refused' and not exists (select from registration_move l
      where l.holding_id = m.holding_id and l.state = 'refused' and l.moved_at > m.moved_at) then r.reason end as why
  from registration_move m left join token_registration r on r.holding_id = m.holding_id and m.state <> 'sent')`;
/** A file of an order is told of everybody whom the order names; one that was taken away came once, too. */
function filesOf(files: SQL, moment: SQL): SQL {
  return sql`(select md5(f.id::text || n.id::text)::uuid as id, f.agency_id, f.issuer_id, ${moment} as at,
      nullif(o.number, '-') as number, n.id as holding_id
    from ${files} f join seat_order o on o.id = f.order_id join seat_holding n on n.order_id = o.id)`;
}
const [filed, filedOnce, unfiled] = [
  filesOf(sql`seat_order_file`, sql`f.made_at`),
  filesOf(sql`order_file_removal`, sql`f.made_at`),
  filesOf(sql`order_file_removal`, sql`f.removed_at`),
];
const asked = sql`(select id, agency_id, issuer_id, seat_id, holding_id, state, ended_at, relying_party
  from sign_in_challenge where purpose = 'sign_in')`;

/** A request that still waits for its signature was not sent, nor signed by a head. */
const sent = sql`(select id, agency_id, issuer_id, holding_id, sent_at, head_signed_at, head_id, "case" from token_request
  where state <> 'unsigned')`;

/** What happened, out of the rows that hold it; nothing of it can be told twice, for each row has each moment once. */
const story: readonly Told[] = [
  {
    event: sql`'named'`,
    ...{ at: sql`x.named_at`, from: named, bySeat: true, detail: sql`x.number`, by: sql`x.named_by` },
  },
  { event: sql`'took_seat'`, at: sql`x.live_at`, from: held, bySeat: true },
  { event: sql`'left_seat'`, at: sql`x.ended_at`, from: held, bySeat: true, detail: sql`x.end_reason` },
  { event: sql`'letter_made'`, at: sql`x.made_at`, from: sql`seat_letter`, by: sql`x.made_by` },
  { event: sql`'letter_opened'`, at: sql`x.opened_at`, from: sql`seat_letter`, by: sql`x.opened_by` },
  { event: sql`'order_attached'`, at: sql`x.at`, from: filed, detail: sql`x.number` },
  { event: sql`'order_attached'`, at: sql`x.at`, from: filedOnce, detail: sql`x.number` },
  { event: sql`'order_removed'`, at: sql`x.at`, from: unfiled, detail: sql`x.number` },
  {
    event: sql`case x.way when 'by_link' then 'password_by_link' else 'password_changed' end`,
    at: sql`x.set_at`,
    from: sql`seat_password_change`,
  },
  {
    event: sql`'registration_' || x.state`,
    ...{ at: sql`x.moved_at`, from: moved, by: sql`x.decided_by` },
    why: { key: sql`x.why_key`, sealed: sql`x.why` },
  },
  { event: sql`'key_made'`, at: sql`x.made_at`, from: sql`soft_token`, bySeat: true },
  {
    event: sql`'key_ended'`,
    at: sql`x.ended_at`,
    from: sql`soft_token`,
    bySeat: true,
    detail: sql`coalesce(x.end_reason, x.state)`,
  },
  {
    event: sql`case x.state when 'used' then 'sign_in_signed' else 'sign_in_' || x.state end`,
    ...{ at: sql`x.ended_at`, from: asked, bySeat: true, detail: sql`x.relying_party` },
  },
  {
    event: sql`'phone_lost'`,
    at: sql`x.stopped_at`,
    from: sql`lost_phone`,
    bySeat: true,
    detail: sql`x.reporter`,
    by: sql`case when x.reporter in ('head', 'office') then x.reporter_id end`,
    byHolding: sql`case when x.reporter = 'colleague' then x.reporter_id end`,
  },
  {
    event: sql`'lost_letter_sent'`,
    ...{ at: sql`x.letter_sent_at`, from: sql`lost_phone`, bySeat: true, detail: sql`x.letter_number` },
    by: sql`x.letter_sent_by`,
  },
  { event: sql`'request_sent'`, at: sql`x.sent_at`, from: sent, detail: sql`x."case"` },
  {
    event: sql`'request_signed'`,
    ...{ at: sql`x.head_signed_at`, from: sent, detail: sql`x."case"`, by: sql`x.head_id` },
  },
  {
    event: sql`'request_' || x.state`,
    ...{ at: sql`x.decided_at`, from: sql`token_request`, detail: sql`x."case"` },
    ...{ by: sql`x.decided_by`, why: { key: sql`x.data_key`, sealed: sql`x.office` } },
  },
];

/** A line with the ids of whose time in the seat it is, and of the member of staff or the colleague behind it. */
export interface KeptStoryLine extends Omit<SeatStoryLine, "by" | "system"> {
  readonly holdingId: string;
  readonly personId: string;
  readonly byStaffId: string | null;
  /** The time in a seat of a colleague who did it. */
  readonly byHoldingId: string | null;
}

/** Whose story is read: of one seat, of an agency's seats, or of all that a central office issued. */
export type StoryOf =
  { readonly seatId: string } | { readonly agencyId: string } | { readonly issuerId: string };

function ofWhom(of: StoryOf, { bySeat }: Told): SQL {
  if ("agencyId" in of) return sql`x.agency_id = ${of.agencyId}`;
  if ("issuerId" in of) return sql`x.issuer_id = ${of.issuerId}`;
  if (bySeat) return sql`x.seat_id = ${of.seatId}`;
  return sql`x.holding_id in (select id from seat_holding where seat_id = ${of.seatId})`;
}

/**
 * The story of one seat or many, latest first: at most `limit` from where `turn` says, nearest first. The actor sees the
 * seats of the own agency, a central office those it issued. Of each kind no more is read than the page may hold.
 */
export async function listSeatStory(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  asking: { readonly of: StoryOf; readonly turn: Turn<StoryAt> | null; readonly limit: number },
): Promise<readonly KeptStoryLine[]> {
  const { of, turn, limit } = asking;
  const up = readsUp(turn, "down");
  const way = up ? sql`asc` : sql`desc`;
  const than = up ? sql`>` : sql`<`;
  const at = turn && sql`${turn.place.at.toISOString()}::timestamptz`;
  const parts = story.map((told) => {
    const { event, from, detail = sql`null::text`, by = sql`null::uuid`, why = noWhy } = told;
    const { byHolding = sql`null::uuid` } = told;
    const beyond = turn
      ? sql`and ${told.at} ${than}= ${at} and (${told.at}, x.id, ${event}) ${than} (${at}, ${turn.place.id}::uuid, ${turn.place.event})`
      : sql``;
    return sql`(select x.id, ${told.at} as at, ${event} as event, ${detail} as detail,
        ${by} as by_staff, ${byHolding} as by_holding, ${why.key} as why_key, ${why.sealed} as why, x.holding_id from ${from} x
      where ${told.at} is not null and ${ofWhom(of, told)} ${beyond}
      order by ${told.at} ${way}, x.id ${way} limit ${limit})`;
  });
  const rows =
    await tx.execute<Row>(sql`select e.*, s.user_code, a.name_th as agency_th, a.name_en as agency_en,
      h.part, h.person_id, h.data_key, h.sealed
    from (select * from (${sql.join(parts, sql` union all `)}) u
      order by at ${way}, id ${way}, event ${way} limit ${limit}) e
    join seat_holding h on h.id = e.holding_id join seat s on s.id = h.seat_id join agency a on a.id = s.agency_id
    order by e.at ${way}, e.id ${way}, e.event ${way}`);
  return [...rows].map((row) => lineOf(ports, row));
}

const noWhy = { key: sql`null::bytea`, sealed: sql`null::bytea` };

function lineOf(ports: Pick<Ports, "vault">, row: Row): KeptStoryLine {
  const { id, event, detail, part, user_code: userCode, agency_th: agencyTh, agency_en: agencyEn } = row;
  const place = { table: "seat_holding", rowId: row.holding_id };
  const name = holderName(ports.vault.open<HolderFacts>(row.data_key, place, row.sealed));
  const seat = { userCode, agencyTh, agencyEn, name, part };
  const ids = {
    holdingId: row.holding_id,
    personId: row.person_id,
    byStaffId: row.by_staff,
    byHoldingId: row.by_holding,
  };
  return { id, at: new Date(row.at), event, detail, ...seat, ...ids, reason: whyOf(ports, row) };
}

/** The words of a refusal; what an office wrote with a grant is no reason. */
function whyOf({ vault }: Pick<Ports, "vault">, row: Row): string | null {
  const { event, why_key: key, why } = row;
  if (key === null || why === null) return null;
  if (event === "registration_refused")
    return vault.open<string>(key, registrationPlace(row.holding_id), why);
  if (event !== "request_refused") return null;
  return vault.open<OfficeWords>(key, officePlaceOf(row.id), why).reason ?? null;
}

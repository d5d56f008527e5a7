import { sql } from "drizzle-orm";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { Ports, Tx } from "../../ports.ts";
import { holderName, type HolderFacts, type HoldingState, type SeatPart } from "../holding.ts";
import {
  seatFindings,
  type FindingCounts,
  type OverseenAt,
  type OverseenPlace,
  type SeatFinding,
} from "../oversight.ts";
import type { SeatRight } from "../seat.ts";
import type { RegistrationState } from "../token-registration.ts";
import type { UserCode } from "../user-code.ts";
import { findingsOf, mayHave, placesOf, type OversightRule } from "./oversight-findings.ts";

interface Row extends Record<SeatFinding, boolean> {
  readonly [column: string]: unknown;
  readonly seat_id: string;
  readonly user_code: string;
  readonly seat_right: SeatRight;
  readonly agency_th: string;
  readonly agency_en: string;
  readonly holding_id: string | null;
  readonly part: SeatPart;
  readonly state: HoldingState;
  readonly data_key: Uint8Array;
  readonly sealed: Uint8Array;
  readonly since: string;
  readonly ends_on: string | null;
  readonly kept_order: string | null;
  readonly order_number: string | null;
  readonly order_dated: string;
  readonly order_files: number;
  readonly password_set_at: string | null;
  readonly must_change_password: boolean;
  readonly registration: RegistrationState | null;
  readonly not_after: string | null;
  readonly was_held: boolean;
}

/**
 * Places in seats by user code, those with one finding or all: at most `limit` from where `turn` says, nearest first. The
 * actor sees the seats of the own agency, a central office those it issued.
 */
export async function listOverseen(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  asked: {
    readonly rule: OversightRule;
    readonly finding: SeatFinding | null;
    readonly turn: Turn<OverseenAt> | null;
    readonly limit: number;
  },
): Promise<readonly OverseenPlace[]> {
  const { rule, finding, turn, limit } = asked;
  const found = findingsOf(rule);
  const up = readsUp(turn, "up");
  const way = up ? sql`asc` : sql`desc`;
  const held = sql`coalesce(p.holding_id::text, '')`;
  const beyond = turn
    ? sql`(p.user_code, ${held}) ${up ? sql`>` : sql`<`} (${turn.place.userCode}, ${turn.place.holdingId})`
    : sql`true`;
  const flags = Object.entries(found).map(
    ([name, is]) => sql`coalesce((${is}), false) as ${sql.identifier(name)}`,
  );
  const from = turn ? sql`s.user_code ${up ? sql`>=` : sql`<=`} ${turn.place.userCode}` : sql`true`;
  const narrowed = finding === null ? { is: sql`true`, exact: true } : mayHave(finding, rule);
  const ahead = sql`select * from seat s where ${from} and ${narrowed.is}`;
  // Every such seat has a place at least: so many more seats than places hold the page.
  const seats = narrowed.exact ? sql`${ahead} order by s.user_code ${way} limit ${limit + 1}` : ahead;
  const rows =
    await tx.execute<Row>(sql`select p.*, a.name_th as agency_th, a.name_en as agency_en, h.data_key,
      h.sealed, h.must_change_password, coalesce(h.live_at, h.named_at) as since, o.id as kept_order, nullif(o.number, '-') as order_number, o.dated as order_dated,
      (select count(*)::int from seat_order_file f where f.order_id = p.order_id) as order_files, r.state as registration,
      exists (select from seat_holding x where x.seat_id = p.seat_id and x.state = 'ended' and x.live_at is not null)
        as was_held
    from (select p.*, ${sql.join(flags, sql`, `)} from (${placesOf(seats, "few")}) p
      where ${beyond} and ${finding === null ? sql`true` : sql`(${found[finding]})`}
      order by p.user_code ${way}, ${held} ${way} limit ${limit}) p
    join agency a on a.id = p.agency_id
    left join seat_holding h on h.id = p.holding_id
    left join seat_order o on o.id = p.order_id
    left join token_registration r on r.holding_id = p.holding_id
    order by p.user_code ${way}, ${held} ${way}`);
  return [...rows].map((row) => placeOf(ports, row));
}

/** How many places there are, and how many have each finding. */
export async function countFindings(tx: Tx, rule: OversightRule): Promise<FindingCounts> {
  const counts = Object.entries(findingsOf(rule)).map(
    ([name, is]) => sql`count(*) filter (where ${is})::int as ${sql.identifier(name)}`,
  );
  const [row] = await tx.execute<Record<SeatFinding | "places", number>>(
    sql`select count(*)::int as places, ${sql.join(counts, sql`, `)} from (${placesOf(sql`select * from seat`, "all")}) p`,
  );
  if (!row) throw new Error("a count answered nothing");
  return row;
}

function placeOf(ports: Pick<Ports, "vault">, row: Row): OverseenPlace {
  const { seat_id: seatId, seat_right: right, agency_th: agencyTh, agency_en: agencyEn } = row;
  const findings = seatFindings.filter((name) => row[name]);
  const wasHeld = row.was_held;
  const seen = { seatId, userCode: row.user_code as UserCode, right, agencyTh, agencyEn, findings, wasHeld };
  return { ...seen, holding: row.holding_id === null ? null : holdingOf(ports, row, row.holding_id) };
}

function holdingOf({ vault }: Pick<Ports, "vault">, row: Row, id: string): OverseenPlace["holding"] {
  const facts = vault.open<HolderFacts>(row.data_key, { table: "seat_holding", rowId: id }, row.sealed);
  const date = (text: string | null) => (text === null ? null : new Date(text));
  const { part, state, registration, order_number: number, order_files: files } = row;
  return {
    id,
    part,
    state,
    registration,
    name: holderName(facts),
    since: new Date(row.since),
    endsOn: row.ends_on,
    order: row.kept_order === null ? null : { number, dated: row.order_dated, files },
    passwordSetAt: date(row.password_set_at),
    isLetterPassword: row.password_set_at !== null && row.must_change_password,
    notAfter: date(row.not_after),
  };
}

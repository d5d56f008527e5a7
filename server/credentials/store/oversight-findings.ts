import { sql, type SQL } from "drizzle-orm";
import { tokenSetting } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import { requestRefusedDays, requestWaitsDays, type SeatFinding } from "../oversight.ts";

/** After how many months a central office demands a new password; 0: never. */
export interface PasswordTerm {
  readonly issuerId: string;
  readonly months: number;
}

/** What central offices demand of passwords, where they set anything. Runs as the gate: an agency's own people read no setting. */
export async function listPasswordTerms(tx: Tx): Promise<readonly PasswordTerm[]> {
  return tx
    .select({ issuerId: tokenSetting.issuerId, months: tokenSetting.passwordMonths })
    .from(tokenSetting);
}

/** By what findings are judged. */
export interface OversightRule {
  readonly now: Date;
  /** The Bangkok day. */
  readonly today: string;
  /** After how many months a password is overdue (0: never), and where a central office demands another number. */
  readonly passwordMonths: { readonly usual: number; readonly byIssuer: readonly PasswordTerm[] };
  /** A certificate that ends before is ending. */
  readonly endingUntil: Date;
}

/** Each finding as the database judges it, over a place `p` of `places`. */
export function findingsOf({
  now,
  today,
  passwordMonths,
  endingUntil,
}: OversightRule): Record<SeatFinding, SQL> {
  const live = sql`p.state = 'live'`;
  const months = termOf(passwordMonths);
  return {
    vacant: sql`p.is_main and not p.has_holder`,
    order_missing: sql`p.holding_id is not null and not p.has_file`,
    key_missing: sql`${live} and p.not_after is null`,
    password_overdue: sql`${live} and ${months} > 0
      and p.password_set_at + make_interval(months => ${months}) <= ${moment(now)}`,
    certificate_ending: sql`p.not_after > ${moment(now)} and p.not_after <= ${moment(endingUntil)}`,
    certificate_expired: sql`p.not_after <= ${moment(now)}`,
    deputy_past: sql`${live} and p.ends_on < ${today}::date`,
    letter_waiting: sql`p.letter_due >= ${today}::date`,
    letter_overdue: sql`p.letter_due < ${today}::date`,
    request_waiting: sql`p.asked_at <= ${moment(daysBefore(now, requestWaitsDays))}`,
    request_refused: sql`p.refused_at > ${moment(daysBefore(now, requestRefusedDays))}`,
  };
}

/**
 * Which seats `s` may have a finding, by as few tables as tell it: what the pages with one finding are narrowed by before
 * they are judged. True for every seat that has it. `exact`: and for no other.
 */
export function mayHave(
  finding: SeatFinding,
  rule: OversightRule,
): { readonly is: SQL; readonly exact: boolean } {
  const { now, today, passwordMonths, endingUntil } = rule;
  const live = (more: SQL) =>
    sql`exists (select from seat_holding x where x.seat_id = s.id and x.state = 'live' and ${more})`;
  const of = (table: SQL, more: SQL) => ({
    exact: false,
    is: sql`s.id in (select x.seat_id from ${table} x where ${more})`,
  });
  const key = (more: SQL) => of(sql`soft_token`, sql`x.state = 'live' and ${more}`);
  const months = termOf(passwordMonths, sql`s.issuer_id`);
  const exact = (is: SQL) => ({ is, exact: true });
  switch (finding) {
    case "vacant":
      return exact(sql`not ${live(sql`x.part = 'holder'`)}`);
    case "order_missing":
      return exact(sql`exists (select from seat_holding x where x.seat_id = s.id and x.state <> 'ended'
        and not exists (select from seat_order_file f where f.order_id = x.order_id))`);
    case "key_missing":
      return exact(
        live(sql`not exists (select from soft_token t where t.holding_id = x.id and t.state = 'live')`),
      );
    case "password_overdue":
      return exact(
        live(sql`${months} > 0 and x.password_set_at + make_interval(months => ${months}) <= ${moment(now)}`),
      );
    case "certificate_ending":
      return key(sql`x.not_after > ${moment(now)} and x.not_after <= ${moment(endingUntil)}`);
    case "certificate_expired":
      return key(sql`x.not_after <= ${moment(now)}`);
    case "deputy_past":
      return exact(live(sql`x.ends_on < ${today}::date`));
    case "letter_waiting":
    case "letter_overdue":
      return of(sql`lost_phone`, sql`x.letter_sent_at is null`);
    case "request_waiting":
      return of(sql`token_request`, sql`x.state = 'sent'`);
    case "request_refused":
      return of(sql`token_request`, sql`x.state = 'refused'`);
  }
}

const dayMs = 86_400_000;

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs);
}

function moment(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}

/** The months of the office that issued a place. */
function termOf({ usual, byIssuer }: OversightRule["passwordMonths"], issuer = sql`p.issuer_id`): SQL {
  const whens = byIssuer.map(({ issuerId, months }) => sql`when ${issuerId}::uuid then ${months}::int`);
  if (whens.length === 0) return sql`${usual}::int`;
  return sql`(case ${issuer} ${sql.join(whens, sql` `)} else ${usual}::int end)`;
}

/**
 * What is open of lost phones and requests, for each time in a seat; what belongs to one that ended stands at the seat
 * (`holding_id` null), for it is still to be done. The earliest letter and request tell.
 */
const open = sql`select n.seat_id, case when n.state <> 'ended' then n.id end as holding_id, min(w.letter_due) as letter_due,
    min(w.asked_at) as asked_at, max(w.refused_at) as refused_at
  from (
    select holding_id, letter_due, null::timestamptz as asked_at, null::timestamptz as refused_at
      from lost_phone where letter_sent_at is null
    union all select q.holding_id, null, q.sent_at, null from token_request q
      left join petition t on t.agency_id = q.issuer_id and t.id = q.petition_id
      where q.state = 'sent' and t.outcome is null
    union all select q.holding_id, null, null, q.decided_at from token_request q
      where q.state = 'refused' and not exists (select from token_request g
        where g.holding_id = q.holding_id and g.state = 'granted' and g.decided_at > q.decided_at)
  ) w join seat_holding n on n.id = w.holding_id
  group by 1, 2`;

/**
 * Everybody who is in a seat of `seats` or named to it, and every empty seat, as far as findings are judged by it. The
 * main place of a seat is its holder, else who is to become it, else a deputy, else the empty seat. Files
 * of orders are looked up one by one for a `few` seats, read at once for `all`.
 */
export function placesOf(seats: SQL, how: "few" | "all"): SQL {
  const hasFile =
    how === "few"
      ? sql`exists (select from seat_order_file f where f.order_id = h.order_id)`
      : sql`coalesce(h.order_id in (select f.order_id from seat_order_file f), false)`;
  return sql`select m.*, o.letter_due, o.asked_at, o.refused_at from (
    select s.id as seat_id, s.issuer_id, s.agency_id, s.user_code, s."right" as seat_right, h.id as holding_id, h.part,
      h.state, h.order_id, h.ends_on, h.password_set_at, t.not_after, 
      ${hasFile} as has_file,
      coalesce(bool_or(h.state = 'live' and h.part = 'holder') over (partition by s.id), false) as has_holder,
      row_number() over (partition by s.id
        order by h.part = 'holder' desc nulls last, h.state = 'live' desc nulls last, h.id) = 1 as is_main
    from (${seats}) s
    left join seat_holding h on h.seat_id = s.id and h.state <> 'ended'
    left join soft_token t on t.holding_id = h.id and t.state = 'live') m
  left join (${open}) o on o.seat_id = m.seat_id
    and (o.holding_id = m.holding_id or o.holding_id is null and m.is_main)`;
}

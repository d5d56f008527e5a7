import { sql, type SQL } from "drizzle-orm";
import { petition, petitionWord } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import { endOfBangkokDay, startOfBangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { CitizenWord } from "../citizen-word.ts";
import type { PauseReason, PetitionOutcome, PetitionVia } from "../petition.ts";
import type { PetitionStatus } from "../petition-status.ts";
import {
  countedUpTo,
  openViews,
  type OpenView,
  type QueueFilter,
  type QueueOrder,
  type QueuePlace,
  type QueueView,
} from "../queue.ts";
import type { Reach } from "../reach.ts";
import type { TrackingNumber } from "../tracking-number.ts";

/** A line of the queue: what is open of a petition, nothing of its citizen. */
export interface QueueLine {
  readonly id: string;
  readonly number: TrackingNumber;
  readonly serviceId: string;
  /** The version of the service it began with. */
  readonly serviceVersion: number;
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
  readonly pauseReason: PauseReason | null;
  readonly via: PetitionVia;
  readonly submittedAt: Date;
  readonly deemedReceivedAt: Date;
  readonly dueDay: BangkokDay | null;
  readonly unitId: string | null;
  readonly officerId: string | null;
  readonly reopened: number;
  /** What of its citizen waits for an officer; null: nothing does. */
  readonly word: CitizenWord | null;
  readonly version: number;
}

/** Whose queue is read, and of which days. */
export interface QueueOf {
  readonly agencyId: string;
  readonly staffId: string;
  /** The units this officer works in. */
  readonly unitIds: readonly string[];
  readonly reach: Reach;
  readonly today: BangkokDay;
  /** The last day that is soon. */
  readonly soonUntil: BangkokDay;
}

export interface QueueAsked {
  readonly view: QueueView;
  readonly filter: QueueFilter;
  readonly order: QueueOrder;
  readonly turn: Turn<QueuePlace> | null;
  readonly limit: number;
}

type RawLine = Omit<QueueLine, "submittedAt" | "deemedReceivedAt"> & {
  readonly submittedAt: string;
  readonly deemedReceivedAt: string;
};

/**
 * A part of a queue that one index holds in order: `where` is what its rows have in common; `first` what they are
 * ordered by before anything else, where the planner cannot tell by itself that it is the same in all of them.
 */
interface Shelf {
  readonly where: SQL;
  readonly first?: SQL;
  /** Read once for each of these units. */
  readonly unitIds?: readonly string[];
}

/**
 * A page of the queue, nearest first: at most `limit` lines from where `turn` says. Every shelf is read in the order of
 * its index up to the limit and the shelves are merged, so a page costs the same wherever it lies.
 */
export async function listQueue(tx: Tx, of: QueueOf, asked: QueueAsked): Promise<readonly QueueLine[]> {
  const { order, turn, limit } = asked;
  const up = readsUp(turn, order === "newest" ? "down" : "up");
  const way = up ? sql`asc` : sql`desc`;
  const [key, cast] = order === "due" ? [dueKey, sql`date`] : [sql`p.submitted_at`, sql`timestamptz`];
  const shared = sql`p.agency_id = ${of.agencyId} ${ofView(of, asked.view)} ${ofFilter(asked.filter)}
    ${turn === null ? sql`` : sql`and (${key}, p.id) ${up ? sql`>` : sql`<`} (${keyText(order, turn.place)}::${cast}, ${turn.place.id}::uuid)`}`;
  const parts = shelvesOf(of, asked.view).map(({ where, first, unitIds }) => {
    const ordered = first === undefined ? key : sql`${first}, ${key}`;
    const rows = sql`select ${columns}, ${key} as key from ${rowsOf(asked.filter)} p where ${shared} and ${where}
      order by ${ordered} ${way}, p.id ${way} limit ${limit}`;
    if (unitIds === undefined) return sql`(${rows})`;
    return sql`(select r.* from unnest(${uuids(unitIds)}) u(id) cross join lateral (${rows}) r
      order by r.key ${way}, r.id ${way} limit ${limit})`;
  });
  const rows = await tx.execute<RawLine & Record<string, unknown>>(
    sql`select * from (${sql.join(parts, sql` union all `)}) q order by q.key ${way}, q.id ${way} limit ${limit}`,
  );
  return [...rows].map(lineOf);
}

/** How many petitions each open view has, up to `countedUpTo`. */
export async function countQueues(tx: Tx, of: QueueOf): Promise<Readonly<Record<OpenView, number>>> {
  const counts = openViews.map((view) => {
    const parts = shelvesOf(of, view).map(({ where, unitIds }) => {
      const rows = sql`select 1 as one from ${petition} p
        where p.agency_id = ${of.agencyId} ${ofView(of, view)} and ${where} limit ${countedUpTo}`;
      if (unitIds === undefined) return sql`(${rows})`;
      return sql`(select r.* from unnest(${uuids(unitIds)}) u(id) cross join lateral (${rows}) r limit ${countedUpTo})`;
    });
    return sql`(select count(*)::int from (${sql.join(parts, sql` union all `)}) c) as ${sql.identifier(view)}`;
  });
  const [row] = await tx.execute<Record<OpenView, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  const capped = openViews.map((view) => [view, Math.min(row?.[view] ?? 0, countedUpTo)] as const);
  return Object.fromEntries(capped) as Record<OpenView, number>;
}

/** The petition of a number at an agency; null: there is none. */
export async function findPetitionOfNumber(
  tx: Tx,
  agencyId: string,
  number: TrackingNumber,
): Promise<{
  readonly id: string;
  readonly unitId: string | null;
  readonly officerId: string | null;
} | null> {
  const rows = await tx.execute<{ id: string; unitId: string | null; officerId: string | null }>(
    sql`select id, unit_id as "unitId", officer_id as "officerId" from ${petition}
      where agency_id = ${agencyId} and number = ${number}`,
  );
  return rows[0] ?? null;
}

/** The numbers of petitions by their ids. */
export async function listNumbers(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TrackingNumber>> {
  const rows = await tx.execute<{ id: string; number: TrackingNumber }>(
    sql`select id, number from ${petition} where agency_id = ${agencyId} and id = any (${uuids(ids)})`,
  );
  return new Map([...rows].map(({ id, number }) => [id, number]));
}

/** Where a line stands in a list of that order. */
export function queuePlaceOf(order: QueueOrder): (line: QueueLine) => QueuePlace {
  return ({ id, dueDay, submittedAt }) =>
    order === "due" ? { id, key: dueDay ?? "infinity" } : { id, key: String(submittedAt.getTime()) };
}

const columns = sql`p.id, p.number, p.service_id as "serviceId", p.service_version as "serviceVersion", p.status, p.outcome,
  p.pause_reason as "pauseReason", p.via, p.submitted_at as "submittedAt",
  p.deemed_received_at as "deemedReceivedAt", p.due_day::text as "dueDay",
  p.unit_id as "unitId", p.officer_id as "officerId", p.reopened, p.version,
  (select w.what from ${petitionWord} w where w.agency_id = p.agency_id and w.petition_id = p.id) as word`;

/** As the indexes have it (db/schema/petitions.ts). */
const dueKey = sql`coalesce(p.due_day, 'infinity'::date)`;

function keyText(order: QueueOrder, { key }: QueuePlace): string {
  return order === "due" ? key : new Date(Number(key)).toISOString();
}

function shelvesOf({ staffId, unitIds, reach }: QueueOf, view: QueueView): readonly Shelf[] {
  const mine: Shelf = { where: sql`p.officer_id = ${staffId}` };
  const ofUnits: Shelf = { where: sql`p.unit_id = u.id`, unitIds };
  if (view === "mine") return [mine];
  if (view === "unit") return [ofUnits];
  if (reach.kind === "agency") {
    return view === "unassigned" ? [{ where: sql`true`, first: sql`p.officer_id` }] : [{ where: sql`true` }];
  }
  const ofNone: Shelf = { where: sql`p.unit_id is null`, first: sql`p.unit_id` };
  const elsewhere = sql`p.unit_id is not null and p.unit_id <> all (${uuids(unitIds)})`;
  return [ofUnits, ofNone, { where: sql`p.officer_id = ${staffId} and ${elsewhere}` }];
}

function ofView({ today, soonUntil }: QueueOf, view: QueueView): SQL {
  const open = sql`and p.status <> 'completed'`;
  switch (view) {
    case "mine":
    case "unit":
      return open;
    case "unassigned":
      return sql`${open} and p.officer_id is null`;
    case "due_soon":
      return sql`${open} and ${dueKey} between ${today}::date and ${soonUntil}::date`;
    case "overdue":
      return sql`${open} and ${dueKey} < ${today}::date`;
    case "all":
      return sql``;
    case "completed":
      return sql`and p.status = 'completed'`;
  }
}

function ofFilter(filter: QueueFilter): SQL {
  const { serviceId, unitId, officerId, status, waits, from, until } = filter;
  return sql.join([
    serviceId === null ? sql`` : sql`and p.service_id = ${serviceId}`,
    unitId === null ? sql`` : sql` and p.unit_id = ${unitId}`,
    officerId === null ? sql`` : sql` and p.officer_id = ${officerId}`,
    status === null ? sql`` : sql` and p.status = ${status}`,
    waits ? sql` and p.pause_reason is not null` : sql``,
    from === null ? sql`` : sql` and p.submitted_at >= ${startOfBangkokDay(from).toISOString()}::timestamptz`,
    until === null ? sql`` : sql` and p.submitted_at <= ${endOfBangkokDay(until).toISOString()}::timestamptz`,
  ]);
}

/** All petitions, or those of one person, gathered first: a prepared plan does not know how few they are. */
function rowsOf({ personId }: QueueFilter): SQL {
  if (personId === null) return sql`${petition}`;
  return sql`(with own as materialized (select * from ${petition} x where x.person_id = ${personId}) select * from own)`;
}

function uuids(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}

function lineOf(row: RawLine): QueueLine {
  const { id, number, serviceId, serviceVersion, status, outcome, pauseReason, via, submittedAt } = row;
  const { dueDay, unitId, officerId, reopened, word, version } = row;
  const where = { unitId, officerId, reopened, word, version };
  const what = { id, number, serviceId, serviceVersion, status, outcome, pauseReason, via, dueDay };
  const deemedReceivedAt = new Date(row.deemedReceivedAt);
  return { ...what, ...where, submittedAt: new Date(submittedAt), deemedReceivedAt };
}

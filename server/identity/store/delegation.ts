import { and, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { delegation } from "../../../db/schema/index.ts";
import { addDays, bangkokDay, startOfBangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { askedLifeDays, type AgreementWay, type DelegationState, type Relation } from "../companion.ts";
import type { DelegationOfTwo, DelegationSides } from "../delegation-view.ts";

/** A delegation as it is kept; both people see it, nobody else. */
export interface KeptDelegation extends DelegationOfTwo {
  readonly requestKey: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  /** Wrapped; it seals the sides. */
  readonly dataKey: Uint8Array;
}

export interface NewDelegation {
  readonly id: string;
  readonly askerId: string;
  readonly forId: string;
  readonly relation: Relation;
  readonly way: AgreementWay;
  readonly state: DelegationState;
  readonly services: readonly string[] | null;
  readonly untilDay: BangkokDay;
  readonly requestKey: string;
  readonly askedAt: Date;
  readonly sides: DelegationSides;
}

type Sealer = Pick<Ports, "vault">;

/** Keeps a new question. The database refuses a second live one of the same two people. */
export async function insertDelegation(ports: Sealer, tx: Tx, made: NewDelegation): Promise<void> {
  const { sides, services, ...row } = made;
  const dataKey = ports.vault.newDataKey();
  await tx.insert(delegation).values({
    ...row,
    services: services === null ? null : [...services],
    dataKey,
    sealed: ports.vault.seal(dataKey, placeOf(made.id), sides),
  });
}

/** The delegation of an id, if the actor is one of its two people. */
export async function findDelegation(ports: Sealer, tx: Tx, id: string): Promise<KeptDelegation | null> {
  const [row] = await tx.select().from(delegation).where(eq(delegation.id, id));
  return row ? keptOf(ports, row) : null;
}

/** The same, held until the transaction ends, so that of two answers at once one comes second. */
export async function lockDelegation(ports: Sealer, tx: Tx, id: string): Promise<KeptDelegation | null> {
  const [row] = await tx.select().from(delegation).where(eq(delegation.id, id)).for("update");
  return row ? keptOf(ports, row) : null;
}

/** What answers a question already: the same request's own row, or the live one of the same two people. */
export async function findAsked(
  ports: Sealer,
  tx: Tx,
  asked: { readonly askerId: string; readonly forId: string; readonly requestKey: string },
): Promise<readonly KeptDelegation[]> {
  const { askerId, forId, requestKey } = asked;
  const sameTwo = and(eq(delegation.forId, forId), isNull(delegation.endedAt));
  const rows = await tx
    .select()
    .from(delegation)
    .where(and(eq(delegation.askerId, askerId), or(eq(delegation.requestKey, requestKey), sameTwo)));
  return rows.map((row) => keptOf(ports, row));
}

/** The people an asker acts for or asked to, latest first; what has ended is left out. */
export async function listByAsker(
  ports: Sealer,
  tx: Tx,
  askerId: string,
): Promise<readonly KeptDelegation[]> {
  return listWhere(ports, tx, eq(delegation.askerId, askerId));
}

/** Those who act for a person or asked to, latest first; what has ended is left out. */
export async function listForPerson(
  ports: Sealer,
  tx: Tx,
  forId: string,
): Promise<readonly KeptDelegation[]> {
  return listWhere(ports, tx, eq(delegation.forId, forId));
}

const shownAtMost = 50;

async function listWhere(
  ports: Sealer,
  tx: Tx,
  whose: ReturnType<typeof eq>,
): Promise<readonly KeptDelegation[]> {
  const rows = await tx
    .select()
    .from(delegation)
    .where(and(whose, isNull(delegation.endedAt)))
    .orderBy(desc(delegation.askedAt))
    .limit(shownAtMost);
  return rows.map((row) => keptOf(ports, row));
}

/** Where a delegation goes, who moved it there and when. */
export interface DelegationMove {
  readonly to: DelegationState;
  readonly at: Date;
  /** The person who ends or refuses it; null: time. */
  readonly by: string | null;
  /** How the yes was given, when this is a yes. */
  readonly way?: AgreementWay;
  /** The represented person's name, told with the yes. */
  readonly forName?: string | null;
}

const ends: readonly DelegationState[] = ["refused", "ended", "expired"];
const answers: readonly DelegationState[] = ["agreed", "refused"];

/** Moves a delegation that was locked and judged. */
export async function saveMove(
  ports: Sealer,
  tx: Tx,
  kept: KeptDelegation,
  move: DelegationMove,
): Promise<void> {
  const { to, at, by, way, forName } = move;
  const sides = forName === undefined ? kept.sides : { ...kept.sides, forName };
  await tx
    .update(delegation)
    .set({
      state: to,
      sealed: ports.vault.seal(kept.dataKey, placeOf(kept.id), sides),
      ...(way === undefined ? {} : { way }),
      ...(answers.includes(to) ? { answeredAt: at } : {}),
      ...(ends.includes(to) ? { endedAt: at, endedBy: by } : {}),
    })
    .where(eq(delegation.id, kept.id));
}

const expiredAtOnce = 500;

/**
 * Ends delegations that `delegationState` calls expired on a day, and answers which. Runs as the system.
 */
export async function expireLapsed(
  tx: Tx,
  day: BangkokDay,
  now: Date,
): Promise<readonly { readonly id: string; readonly forId: string }[]> {
  const unanswered = and(
    eq(delegation.state, "asked"),
    lt(delegation.askedAt, startOfBangkokDay(addDays(day, -askedLifeDays))),
  );
  const lapsed = tx
    .select({ id: delegation.id })
    .from(delegation)
    .where(and(isNull(delegation.endedAt), or(lt(delegation.untilDay, day), unanswered)))
    .limit(expiredAtOnce);
  return tx
    .update(delegation)
    .set({ state: "expired", endedAt: now })
    .where(and(inArray(delegation.id, lapsed), isNull(delegation.endedAt)))
    .returning({ id: delegation.id, forId: delegation.forId });
}

type Row = typeof delegation.$inferSelect;

function keptOf(ports: Sealer, row: Row): KeptDelegation {
  return {
    id: row.id,
    askerId: row.askerId,
    forId: row.forId,
    relation: row.relation as Relation,
    way: row.way as AgreementWay,
    state: row.state as DelegationState,
    services: row.services,
    untilDay: row.untilDay as BangkokDay,
    askedDay: bangkokDay(row.askedAt),
    requestKey: row.requestKey,
    askedAt: row.askedAt,
    answeredAt: row.answeredAt,
    endedAt: row.endedAt,
    endedBy: row.endedBy,
    sides: ports.vault.open<DelegationSides>(row.dataKey, placeOf(row.id), row.sealed),
    dataKey: row.dataKey,
  };
}

function placeOf(rowId: string) {
  return { table: "delegation", rowId };
}

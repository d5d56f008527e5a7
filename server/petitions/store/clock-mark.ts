import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { clockMark, petition } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { ClockMarkKind } from "../clock-mark.ts";
import type { Reach } from "../reach.ts";
import { petitionColumns, type KeptPetition } from "./petition.ts";
import { withinReach } from "./within-reach.ts";

export interface KeptMark {
  readonly petitionId: string;
  readonly kind: ClockMarkKind;
  readonly dueDay: BangkokDay;
  /** The threshold of a warning; which letter it is, from 1. */
  readonly number: number;
}

/** Agencies that have open petitions due by `day`. */
export async function listWatchedAgencies(tx: Tx, day: BangkokDay): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ agencyId: petition.agencyId })
    .from(petition)
    .where(sql`${petition.status} <> 'completed' and ${petition.dueDay} <= ${day}`);
  return rows.map(({ agencyId }) => agencyId);
}

/** Open petitions of an agency due by `day`, by id, after `after`: at most `limit`. */
export async function listWatched(
  tx: Tx,
  asked: {
    readonly agencyId: string;
    readonly day: BangkokDay;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly KeptPetition[]> {
  const { agencyId, day, after, limit } = asked;
  return tx
    .select(petitionColumns)
    .from(petition)
    .where(
      and(
        eq(petition.agencyId, agencyId),
        sql`${petition.status} <> 'completed' and ${petition.dueDay} <= ${day}`,
        after === null ? undefined : sql`${petition.id} > ${after}`,
      ),
    )
    .orderBy(asc(petition.id))
    .limit(limit);
}

/** What the clock did for some petitions of an agency. */
export async function listMarks(
  tx: Tx,
  agencyId: string,
  petitionIds: readonly string[],
): Promise<readonly KeptMark[]> {
  if (petitionIds.length === 0) return [];
  return tx
    .select({
      petitionId: clockMark.petitionId,
      kind: sql<ClockMarkKind>`${clockMark.kind}`,
      dueDay: sql<BangkokDay>`${clockMark.dueDay}`,
      number: clockMark.number,
    })
    .from(clockMark)
    .where(and(eq(clockMark.agencyId, agencyId), inArray(clockMark.petitionId, [...petitionIds])));
}

/** Marks what the clock does now. False: another sweep has done it. */
export async function insertMark(
  tx: Tx,
  made: KeptMark & { readonly agencyId: string; readonly markedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(clockMark)
    .values(made)
    .onConflictDoNothing()
    .returning({ number: clockMark.number });
  return rows.length === 1;
}

/** A letter of delay that waits for its reason. */
export interface DelayDraft {
  readonly petition: KeptPetition;
  /** The latest of those that were not sent. */
  readonly number: number;
  readonly markedAt: Date;
}

const waits = and(eq(clockMark.kind, "delay_letter"), isNull(clockMark.settledAt));

/**
 * Letters that wait at an agency, the longest overdue first: one a petition that is still open and late by the day the
 * letter was drafted for. `petitionId` alone where one is named.
 */
export async function listDelayDrafts(
  tx: Tx,
  agencyId: string,
  asked: { readonly petitionId: string | null; readonly reach: Reach; readonly limit: number },
): Promise<readonly DelayDraft[]> {
  const rows = await tx
    .select({
      ...petitionColumns,
      letter: sql<number>`max(${clockMark.number})::int`,
      markedAt: sql<string>`max(${clockMark.markedAt})`,
    })
    .from(clockMark)
    .innerJoin(
      petition,
      and(eq(petition.agencyId, clockMark.agencyId), eq(petition.id, clockMark.petitionId)),
    )
    .where(
      and(
        eq(clockMark.agencyId, agencyId),
        waits,
        eq(clockMark.dueDay, petition.dueDay),
        sql`${petition.status} <> 'completed'`,
        asked.petitionId === null ? undefined : eq(clockMark.petitionId, asked.petitionId),
        withinReach(asked.reach, petition),
      ),
    )
    .groupBy(petition.agencyId, petition.id)
    .orderBy(asc(petition.dueDay), asc(petition.id))
    .limit(asked.limit);
  return rows.map(({ letter, markedAt, ...kept }) => ({
    petition: kept,
    number: letter,
    markedAt: new Date(markedAt),
  }));
}

/** Settles every letter that waits for a petition due on that day: the one that was sent tells of all of them. */
export async function settleDelayDrafts(
  tx: Tx,
  of: { readonly agencyId: string; readonly petitionId: string; readonly dueDay: BangkokDay },
  settled: { readonly settledAt: Date; readonly documentId: string },
): Promise<void> {
  const { agencyId, petitionId, dueDay } = of;
  await tx
    .update(clockMark)
    .set(settled)
    .where(
      and(
        eq(clockMark.agencyId, agencyId),
        eq(clockMark.petitionId, petitionId),
        eq(clockMark.dueDay, dueDay),
        waits,
      ),
    );
}

import type { DelegationView } from "../../identity/delegation-view.ts";
import { findDelegation } from "../../identity/store/delegation.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { turnedPage, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import {
  bangkokDay,
  daysOfMonth,
  endOfBangkokDay,
  startOfBangkokDay,
  type BangkokMonth,
} from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { monthsBetween } from "../history.ts";
import { representedBy } from "../represented.ts";
import type { IssuedCode } from "../issued-code.ts";
import { findFirstIssued, listCodes } from "../store.ts";

export interface HistoryInput {
  readonly delegationId: string | null;
  /** Only this month; null: all, latest first. */
  readonly month: BangkokMonth | null;
  /** Where the page lies; null: at the latest. */
  readonly turn: Turn<MomentPlace> | null;
}

export interface History {
  readonly codes: readonly IssuedCode[];
  /** Where the pages beside this one lie; null: there is none. */
  readonly previous: MomentPlace | null;
  readonly next: MomentPlace | null;
  /** The months there may be something in, latest first. */
  readonly months: readonly BangkokMonth[];
  readonly represented: DelegationView | null;
}

export const historyPageSize = 20;
const monthsShown = 60;

/**
 * A page of the codes a citizen asked for, latest first, or, with `delegationId`, of somebody they act for. Any
 * page costs the same. Refuses a delegation that is not theirs or holds no more, as not found.
 */
export async function seeHistory(
  ports: Ports,
  actor: Citizen,
  input: HistoryInput,
): Promise<Result<History, { readonly kind: "delegation_missing" }>> {
  const { delegationId } = input;
  const day = bangkokDay(ports.clock.now());
  if (delegationId === null) {
    const page = await ports.db.as(actor, (tx) => readPage(ports, tx, actor.personId, input));
    return ok({ ...page, represented: null });
  }
  if (!isUuid(delegationId)) return refuse({ kind: "delegation_missing" });
  const kept = await ports.db.as(actor, (tx) => findDelegation(ports, tx, delegationId));
  const represented = representedBy(kept, actor, day);
  if (!represented) return refuse({ kind: "delegation_missing" });
  const { actor: other, view } = represented;
  const page = await ports.db.as(other, (tx) => readPage(ports, tx, other.personId, input));
  return ok({ ...page, represented: view });
}

async function readPage(
  ports: Ports,
  tx: Tx,
  personId: string,
  { month, turn }: HistoryInput,
): Promise<Omit<History, "represented">> {
  const days = month && daysOfMonth(month);
  const [rows, first] = await Promise.all([
    listCodes(tx, personId, {
      turn,
      from: days && startOfBangkokDay(days.first),
      until: days && endOfBangkokDay(days.last),
      limit: historyPageSize + 1,
    }),
    findFirstIssued(tx, personId),
  ]);
  const { rows: codes, ...beside } = turnedPage(
    rows,
    { turn, size: historyPageSize },
    ({ issuedAt, id }): MomentPlace => ({ at: issuedAt, id }),
  );
  const today = bangkokDay(ports.clock.now());
  return {
    codes,
    ...beside,
    months: first === null ? [] : monthsBetween(bangkokDay(first), today, monthsShown),
  };
}

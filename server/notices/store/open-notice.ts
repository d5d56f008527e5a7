import { and, eq } from "drizzle-orm";
import { notice } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Medium } from "../notice.ts";
import { noticeDiesAt } from "../retry.ts";
import { daytimeFrom } from "../router.ts";
import type { ClaimedNotice } from "../store.ts";

/** What of a thing that was told stands in the outbox: each channel once, and how it is. */
export interface KeptWay {
  readonly medium: Medium;
  readonly state: string;
}

/** The channels a thing went or goes by. */
export async function listWays(tx: Tx, originId: string): Promise<readonly KeptWay[]> {
  const rows = await tx
    .select({ medium: notice.medium, state: notice.state })
    .from(notice)
    .where(eq(notice.originId, originId));
  return rows.map(({ medium, state }) => ({ medium: medium as Medium, state }));
}

/** A notice of what a person is told, under whose id its channels go. */
export type ToldNotice = Pick<ClaimedNotice, "id" | "kind" | "personId" | "refs" | "queuedAt">;

/**
 * Adds one channel to what is told to a person: a notice of its own. A channel that stands there already is not added
 * again. An SMS waits for the day.
 */
export async function addWay(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  told: ToldNotice,
  medium: Medium,
  to: LineUser | null,
): Promise<void> {
  const now = ports.clock.now();
  await tx
    .insert(notice)
    .values({
      id: ports.random.uuid(),
      medium,
      kind: told.kind,
      channel: to?.channel ?? "",
      lineUserId: to?.lineUserId ?? "",
      personId: told.personId,
      refs: told.refs,
      state: "waiting",
      queuedAt: told.queuedAt,
      dueAt: medium === "sms" ? daytimeFrom(now) : now,
      diesAt: noticeDiesAt(medium, now),
      attempts: 0,
      originId: told.id,
    })
    .onConflictDoNothing();
}

/**
 * Settles what was told to a person once its channels stand in the outbox. False: the claim ran out meanwhile and somebody
 * else took it up, so nothing of it may stay.
 */
export async function settleOpen(
  tx: Tx,
  claimed: Pick<ClaimedNotice, "id" | "attempts">,
  settled: { readonly state: "sent" | "dropped"; readonly failure: string | null; readonly now: Date },
): Promise<boolean> {
  const { state, failure, now } = settled;
  const rows = await tx
    .update(notice)
    .set({ state, failure, claimedUntil: null, settledAt: now })
    .where(and(eq(notice.id, claimed.id), eq(notice.state, "claimed"), eq(notice.attempts, claimed.attempts)))
    .returning({ id: notice.id });
  return rows.length === 1;
}

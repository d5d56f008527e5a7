import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import { session } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import { sessionLifeSeconds } from "../session.ts";

/** An open session as its owner recognises it. */
export interface Device {
  readonly id: string;
  /** "liff" or "browser". */
  readonly via: string;
  /** Family of browser and system ("Chrome · Android"). */
  readonly device: string;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
}

const shownAtMost = 20;

/** The open sessions of a LINE user, last used first. */
export async function listDevices(tx: Tx, user: LineUser, now: Date): Promise<readonly Device[]> {
  return tx
    .select({
      id: session.id,
      via: session.via,
      device: session.device,
      signedInAt: session.signedInAt,
      lastUsedAt: session.lastUsedAt,
    })
    .from(session)
    .where(and(openOf(user), gt(session.signedInAt, new Date(now.getTime() - sessionLifeSeconds * 1000))))
    .orderBy(desc(session.lastUsedAt))
    .limit(shownAtMost);
}

/** Ends one session of a LINE user. False: it is not theirs, or had ended. */
export async function endDevice(tx: Tx, user: LineUser, id: string, now: Date): Promise<boolean> {
  const ended = await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(openOf(user), eq(session.id, id)))
    .returning({ id: session.id });
  return ended.length > 0;
}

/** Ends every session of a LINE user, or all but the one kept; answers how many. */
export async function endDevices(
  tx: Tx,
  user: LineUser,
  now: Date,
  keep: string | null = null,
): Promise<number> {
  const others = keep === null ? undefined : ne(session.id, keep);
  const ended = await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(openOf(user), others))
    .returning({ id: session.id });
  return ended.length;
}

function openOf({ channel, lineUserId }: LineUser) {
  return and(eq(session.channel, channel), eq(session.lineUserId, lineUserId), isNull(session.endedAt));
}

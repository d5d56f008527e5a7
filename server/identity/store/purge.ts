import { and, eq, isNull, lt } from "drizzle-orm";
import {
  citizenLink,
  consoleLink,
  limitCount,
  lineUser,
  otp,
  registration,
  session,
  staffSession,
} from "../../../db/schema/index.ts";
import { webChannel } from "../account-door.ts";
import type { Tx } from "../../ports.ts";

/** Until when each thing is kept: rows from before are over and of no more use. */
export interface PurgeLines {
  readonly limitsBefore: Date;
  readonly otpsBefore: Date;
  readonly draftsBefore: Date;
  readonly sessionsBefore: Date;
}

/**
 * Deletes what is over: limit counters, OTPs, drafts with what was typed, sessions, console links, links mailed to
 * citizens, and users of the web who never became anybody.
 */
export async function deleteOver(tx: Tx, lines: PurgeLines): Promise<void> {
  await tx.delete(limitCount).where(lt(limitCount.bucket, lines.limitsBefore));
  await tx.delete(otp).where(lt(otp.createdAt, lines.otpsBefore));
  await tx.delete(registration).where(lt(registration.changedAt, lines.draftsBefore));
  await tx.delete(session).where(lt(session.signedInAt, lines.sessionsBefore));
  await tx
    .delete(lineUser)
    .where(
      and(
        eq(lineUser.channel, webChannel),
        isNull(lineUser.personId),
        lt(lineUser.createdAt, lines.draftsBefore),
      ),
    );
  await tx.delete(citizenLink).where(lt(citizenLink.expiresAt, lines.otpsBefore));
  await tx.delete(staffSession).where(lt(staffSession.expiresAt, lines.sessionsBefore));
  await tx.delete(consoleLink).where(lt(consoleLink.expiresAt, lines.sessionsBefore));
}

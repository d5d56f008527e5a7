import { and, eq, ne, sql } from "drizzle-orm";
import { staff, staffLine, staffLineCode } from "../../../db/schema/index.ts";
import type { LineUser, Staff } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";

/** Keeps the one code somebody may type in chat; a code before it is worth nothing any more. */
export async function keepLineCode(
  tx: Tx,
  { agencyId, staffId }: Staff,
  codeHash: Uint8Array,
  expiresAt: Date,
): Promise<void> {
  await tx
    .insert(staffLineCode)
    .values({ agencyId, staffId, codeHash, expiresAt })
    .onConflictDoUpdate({
      target: [staffLineCode.agencyId, staffLineCode.staffId],
      set: { codeHash, expiresAt },
    });
}

/** Uses a code up and links whoever typed it; false: it is none that is good. */
export async function linkStaffLine(
  tx: Tx,
  user: LineUser,
  codeHash: Uint8Array,
  now: Date,
): Promise<boolean> {
  const [row] = await tx.execute<{ linked: boolean }>(
    sql`select link_staff_line(${user.channel}, ${user.lineUserId}, ${Buffer.from(codeHash)},
      ${now.toISOString()}::timestamptz) as linked`,
  );
  return row?.linked ?? false;
}

/** The LINE user of a member of staff whose right has not ended; null: none is linked. */
export async function findStaffLine(
  tx: Tx,
  agencyId: string,
  staffId: string,
): Promise<(LineUser & { readonly linkedAt: Date }) | null> {
  const [row] = await tx
    .select({
      channel: staffLine.channel,
      lineUserId: staffLine.lineUserId,
      linkedAt: staffLine.linkedAt,
    })
    .from(staffLine)
    .innerJoin(staff, and(eq(staff.id, staffLine.staffId), ne(staff.state, "ended")))
    .where(and(eq(staffLine.agencyId, agencyId), eq(staffLine.staffId, staffId)));
  return row ?? null;
}

/** Ends the link of one's own LINE; none is ended already. */
export async function deleteStaffLine(tx: Tx, { agencyId, staffId }: Staff): Promise<void> {
  await tx.delete(staffLine).where(and(eq(staffLine.agencyId, agencyId), eq(staffLine.staffId, staffId)));
}

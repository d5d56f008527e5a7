import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { makeStaffLineCode, staffLineCodeMessage, staffLineCodeMinutes } from "../staff-line-code.ts";
import { deleteStaffLine, findStaffLine, keepLineCode } from "../store/staff-line.ts";

/** When one's own LINE was linked; null: none is. */
export async function seeOwnStaffLine(ports: Ports, actor: Staff): Promise<Date | null> {
  const linked = await ports.db.as(actor, (tx) => findStaffLine(tx, actor.agencyId, actor.staffId));
  return linked?.linkedAt ?? null;
}

/** Makes the code that is typed in chat to link one's own LINE; only its keyed hash is kept. The one before it dies. */
export async function makeOwnLineCode(
  ports: Ports,
  actor: Staff,
): Promise<{ readonly code: string; readonly expiresAt: Date }> {
  const code = makeStaffLineCode(ports.random.bytes(64));
  const expiresAt = new Date(ports.clock.now().getTime() + staffLineCodeMinutes * 60_000);
  await ports.db.as(actor, async (tx) => {
    await keepLineCode(tx, actor, ports.keys.staffLink(staffLineCodeMessage(code)), expiresAt);
    await record(ports, tx, { action: "staff_line.code_made", actor, subjectId: actor.staffId });
  });
  return { code, expiresAt };
}

/** Ends the link of one's own LINE. */
export async function endOwnStaffLine(ports: Ports, actor: Staff): Promise<void> {
  await ports.db.as(actor, async (tx) => {
    await deleteStaffLine(tx, actor);
    await record(ports, tx, { action: "staff_line.ended", actor, subjectId: actor.staffId });
  });
}

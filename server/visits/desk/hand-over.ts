import { record } from "../../audit/store.ts";
import { listLineLinks } from "../../identity/store/line-links.ts";
import type { Staff } from "../../kernel/actor.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { endHandOverOfVisit, type KeptVisit } from "../store.ts";
import type { Confirmed } from "./confirm.ts";

/**
 * Ends the hand-over that a visit came from, now that it is confirmed, inside the caller's transaction: the LINE user
 * who read the number out is told the codes, unless they were told as the person already. Nothing happens for a visit
 * that came from none.
 */
export async function finishHandOver(
  ports: Ports,
  tx: Tx,
  staff: Staff,
  visit: KeptVisit,
  { codes }: Confirmed,
): Promise<void> {
  const kept = await endHandOverOfVisit(tx, visit, ports.clock.now());
  if (!kept) return;
  const { personId } = visit;
  await record(ports, tx, { action: "hand_over.finished", actor: staff, personId, subjectId: kept.id });
  const { channel, lineUserId } = kept.user;
  const links = await listLineLinks(tx, personId);
  if (links.some((link) => link.channel === channel && link.lineUserId === lineUserId)) return;
  for (const { id: codeId } of codes.filter(({ isNew }) => isNew)) {
    await queue(ports, tx, {
      kind: "code_issued",
      medium: "line",
      to: kept.user,
      ...(kept.askerId === null ? {} : { personId: kept.askerId }),
      refs: { personId, codeId },
    });
  }
}

import { listStaffOfLevel } from "../../agencies/store/staff-of-level.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { LostNoticeKind } from "../lost-notice.ts";
import type { KeptHolding } from "../store/holding.ts";

/** What the head of an agency is told of somebody in one of its seats. */
export type HeadNoticeKind =
  "staff_seat_denied" | "staff_key_disabled" | "staff_request_said" | LostNoticeKind;

/** Tells the heads of the agency of a seat by mail, each at their own address. Runs as the gate or the system. */
export async function tellHeads(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  { id: holdingId, agencyId }: Pick<KeptHolding, "id" | "agencyId">,
  kind: HeadNoticeKind,
  refs: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  for (const staffId of await listStaffOfLevel(tx, agencyId, "seat_head")) {
    await queue(ports, tx, { kind, medium: "mail", refs: { staffId, holdingId, ...refs } });
  }
}

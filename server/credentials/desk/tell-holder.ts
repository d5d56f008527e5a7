import { mayTravelBy } from "../../notices/notice.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { SeatNoticeKind } from "../seat-notice.ts";
import { findHolderLine } from "../store/holder-line.ts";
import type { KeptHolding } from "../store/holding.ts";

/**
 * Tells somebody in a seat: by mail to the address they registered (or the one the head named), and in the LINE of the
 * phone that holds their key, by each that the kind may travel by. `refs` are ids and days; what was written stands
 * nowhere in a notice. Any role that reads soft tokens may tell.
 */
export async function tellHolder(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  { id, personId, facts }: Pick<KeptHolding, "id" | "personId" | "facts">,
  kind: SeatNoticeKind,
  refs: Readonly<Record<string, unknown>> = {},
  diesAt?: Date,
): Promise<void> {
  const made = { kind, personId, refs: { holdingId: id, ...refs }, ...(diesAt ? { diesAt } : {}) };
  if (facts.email !== null && mayTravelBy(kind, "mail")) await queue(ports, tx, { ...made, medium: "mail" });
  if (!mayTravelBy(kind, "line")) return;
  const to = await findHolderLine(tx, id);
  if (to) await queue(ports, tx, { ...made, medium: "line", to });
}

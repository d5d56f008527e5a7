import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Ports, Tx } from "../../ports.ts";
import { holderName } from "../holding.ts";
import { findHolding } from "../store/holding.ts";
import type { KeptLostPhone } from "../store/lost-phone.ts";

/** Somebody in a seat as staff know them: "มานี ชูใจ (A75…)"; null: there is no such time in a seat. Runs as the system. */
export async function nameInSeat(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  holdingId: string,
): Promise<string | null> {
  const holding = await findHolding(ports, tx, holdingId);
  return holding && `${holderName(holding.facts)} (${holding.userCode})`;
}

/**
 * Names who reported a lost phone, for staff who see the report: somebody in a seat with their user code, for a colleague
 * can shut others out; staff by their account. Null: nobody who is known by name. Runs as the system.
 */
export async function nameReporter(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  { reporter, reporterId }: Pick<KeptLostPhone, "reporter" | "reporterId">,
): Promise<string | null> {
  if (reporter === "holder" || reporter === "colleague") return nameInSeat(ports, tx, reporterId);
  return (await listStaffNames(ports, tx, [reporterId])).get(reporterId) ?? null;
}

import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findLineLink } from "../store/line-user.ts";

/** Tells a person by mail, and in LINE where they are linked, that their password was set or changed. Runs as the gate. */
export async function tellPasswordSet(ports: Ports, tx: Tx, personId: string): Promise<void> {
  const notice = { kind: "account_password_changed", personId, refs: { personId } } as const;
  await queue(ports, tx, { ...notice, medium: "mail" });
  const link = await findLineLink(tx, personId);
  if (link) await queue(ports, tx, { ...notice, medium: "line", to: link });
}

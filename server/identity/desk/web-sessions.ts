import type { Tx } from "../../ports.ts";
import { webChannel } from "../account-door.ts";
import { findLink } from "../store/line-user.ts";
import { endDevices } from "../store/session.ts";

/** Ends every session a person opened by password, or all but the one kept; answers how many. Runs as the gate. */
export async function endWebSessions(
  tx: Tx,
  personId: string,
  now: Date,
  keep: string | null = null,
): Promise<number> {
  const user = await findLink(tx, webChannel, personId);
  return user ? endDevices(tx, user, now, keep) : 0;
}

import { findIsChecked } from "../../identity/store/account.ts";
import type { Tx } from "../../ports.ts";
import { isForChecked } from "../notice.ts";
import type { ClaimedNotice } from "../store.ts";

/**
 * Whether a notice may be told to its person: asked when it is sent, so that whoever joined since it was queued, and
 * whatever queued it, the account decides. Runs as the system.
 */
export async function mayBeTold(
  tx: Tx,
  { kind, personId }: Pick<ClaimedNotice, "kind" | "personId">,
): Promise<boolean> {
  return personId === null || !isForChecked(kind) || findIsChecked(tx, personId);
}

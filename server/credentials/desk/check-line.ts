import { findLink, findLinkedPerson } from "../../identity/store/line-user.ts";
import type { LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Tx } from "../../ports.ts";
import type { KeptHolding } from "../store/holding.ts";

/**
 * Says whether a LINE account may carry the key of somebody in a seat: where their person is known here by a LINE account
 * of that channel, it is that one or none; and an account by which somebody else is known is never theirs. Runs as the gate.
 */
export async function checkTheirLine(
  tx: Tx,
  { personId }: Pick<KeptHolding, "personId">,
  phone: LineUser,
): Promise<Result<undefined, { readonly kind: "not_their_line" }>> {
  const known = await findLink(tx, phone.channel, personId);
  const whose = await findLinkedPerson(tx, phone);
  const isOther = known !== null && known.lineUserId !== phone.lineUserId;
  const isAnothers = whose !== null && whose !== personId;
  return isOther || isAnothers ? refuse({ kind: "not_their_line" }) : ok();
}

import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { endRight } from "../desk/end-right.ts";
import { endReasons, type EndReason } from "../end-reason.ts";
import { lockAccount } from "../store/account.ts";

export type EndMemberRefusal =
  | { readonly kind: "member_not_found" }
  /** Nobody ends their own right: the agency would be left without anybody to ask. */
  | { readonly kind: "own_account" }
  | { readonly kind: "end_reason_missing" };

/**
 * Ends the right of somebody at once (F1.4), at the actor's own agency or, for an office, under it: every session of
 * theirs is over, and they are told. Refuses anybody else's account as not found. Ended twice, it is ended once.
 */
export async function endMember(
  ports: Ports,
  actor: Staff,
  input: { readonly staffId: string; readonly reason: string },
): Promise<Result<undefined, EndMemberRefusal>> {
  if (!isUuid(input.staffId)) return refuse({ kind: "member_not_found" });
  if (input.staffId === actor.staffId) return refuse({ kind: "own_account" });
  const reason = endReasons.find((each) => each === input.reason && mayGive(each));
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(ports, tx, input.staffId);
    if (!account) return refuse({ kind: "member_not_found" });
    if (!reason) return refuse({ kind: "end_reason_missing" });
    await endRight(ports, tx, actor, account, reason);
    return ok(undefined);
  });
}

/** Sixty days are counted by us, never claimed by anybody. */
function mayGive(reason: EndReason): boolean {
  return reason !== "idle";
}

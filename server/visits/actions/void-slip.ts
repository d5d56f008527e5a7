import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { parseServiceCode, type ServiceCodeRefusal } from "../service-code.ts";
import { lockSlip, settleSlip } from "../store.ts";

export type VoidSlipRefusal =
  | ServiceCodeRefusal
  | { readonly kind: "slip_missing" }
  | { readonly kind: "slip_entered"; readonly visitId: string | null }
  | { readonly kind: "slip_reason_missing" };

const longestReason = 200;

/**
 * Makes a spoilt or lost slip void, with a reason; its code is never given out again. Again changes nothing and is no
 * refusal. Refuses a code on none of the facility's slips, a slip that was entered, and an empty reason.
 */
export async function voidSlip(
  ports: Ports,
  actor: Staff,
  input: { readonly codeText: string; readonly reason: string },
): Promise<Result<undefined, VoidSlipRefusal>> {
  const code = parseServiceCode(input.codeText);
  if (!code.ok) return code;
  const reason = input.reason.trim().slice(0, longestReason);
  if (reason === "") return refuse({ kind: "slip_reason_missing" });
  return ports.db.as(actor, async (tx) => {
    const slip = await lockSlip(tx, actor.agencyId, code.value);
    if (!slip) return refuse({ kind: "slip_missing" });
    if (slip.state === "entered") return refuse({ kind: "slip_entered", visitId: slip.visitId });
    if (slip.state === "void") return ok();
    await settleSlip(tx, code.value, { staffId: actor.staffId, now: ports.clock.now(), reason });
    await record(ports, tx, { action: "slip.voided", actor, subjectId: code.value });
    return ok();
  });
}

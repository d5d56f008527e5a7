import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { lockAccount, saveAccount } from "../store/account.ts";

/** Somebody accepts that the right may not be given to anybody else (F1.2). Accepted again, nothing changes. */
export async function acceptTerms(ports: Ports, actor: Staff): Promise<Result<undefined, never>> {
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const account = await lockAccount(ports, tx, actor.staffId);
    if (!account || account.acceptedAt !== null) return ok();
    await saveAccount(tx, account.id, { acceptedAt: ports.clock.now() });
    await record(ports, tx, {
      action: "staff.accepted",
      actor,
      agencyId: actor.agencyId,
      subjectId: account.id,
    });
    return ok();
  });
}

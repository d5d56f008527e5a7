import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { checkPinTry, type PinTryRefusal } from "../pin-throttle.ts";
import { findAccount } from "../store/account.ts";

export type SeeUnlockRefusal = PinTryRefusal | { readonly kind: "no_account" } | { readonly kind: "no_pin" };

/** Says whether a citizen's PIN may be tried now, so that nobody types one for nothing. Counts no try. */
export async function seeUnlock(ports: Ports, actor: Citizen): Promise<Result<undefined, SeeUnlockRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const account = await findAccount(tx, actor.personId);
    if (!account) return refuse({ kind: "no_account" });
    if (account.pin === null) return refuse({ kind: "no_pin" });
    const may = checkPinTry(account.tries, ports.clock.now());
    return may.ok ? ok() : may;
  });
}

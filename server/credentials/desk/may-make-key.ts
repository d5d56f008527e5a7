import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { judgeNewKey, type NewKeyRefusal } from "../new-key.ts";
import type { KeptHolding } from "../store/holding.ts";
import { findIsLost } from "../store/lost-phone.ts";
import { findRegistrationState } from "../store/registration-state.ts";
import { findLiveKey } from "../store/soft-token.ts";

export type MayMakeKeyRefusal =
  | NewKeyRefusal
  /** The deployment certifies no keys: nothing its people can mend. */
  | { readonly kind: "authority_none" };

/** Says whether somebody in a seat may make a key now. Refuses as `judgeNewKey` does, and where none is certified. */
export async function mayMakeKey(
  { tokenAuthority, clock }: Pick<Ports, "tokenAuthority" | "clock">,
  tx: Tx,
  holding: Pick<KeptHolding, "id" | "state" | "newKeyFrom" | "passwordSetAt" | "liveAt">,
): Promise<Result<undefined, MayMakeKeyRefusal>> {
  const standing = {
    holdingState: holding.state,
    registration: await findRegistrationState(tx, holding.id),
    hasLiveKey: (await findLiveKey(tx, holding.id)) !== null,
    newKeyFrom: holding.newKeyFrom,
    passwordSetAt: holding.passwordSetAt,
    isLost: await findIsLost(tx, holding.id, holding.liveAt),
  };
  const judged = judgeNewKey(standing, clock.now());
  if (!judged.ok) return judged;
  return tokenAuthority.certificate === null ? refuse({ kind: "authority_none" }) : ok();
}

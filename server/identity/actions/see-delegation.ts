import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { ServiceType } from "../../visits/service-type.ts";
import { findServiceTypes } from "../../visits/store.ts";
import { viewDelegation, type DelegationSide, type DelegationView } from "../delegation-view.ts";
import { findDelegation } from "../store/delegation.ts";
import { findLastOtp } from "../store/otp.ts";

export interface AskedCompanion {
  readonly view: DelegationView;
  /** The last OTP sent to the phone the asker typed; null: none, or the reader is not the asker. */
  readonly otp: { readonly reference: string; readonly expiresAt: Date } | null;
  readonly serviceTypes: readonly ServiceType[];
}

/**
 * One delegation as `side` sees it. Refuses somebody else's delegation, and one on whose other side the reader
 * stands, as missing.
 */
export function seeDelegation(
  ports: Ports,
  actor: Citizen,
  { delegationId, side }: { readonly delegationId: string; readonly side: DelegationSide },
): Promise<Result<AskedCompanion, { readonly kind: "delegation_missing" }>> {
  const day = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const [kept, otp, serviceTypes] = await Promise.all([
      findDelegation(ports, tx, delegationId),
      findLastOtp(ports, tx, { user: actor, purpose: "companion" }, delegationId),
      findServiceTypes(tx, day),
    ]);
    const view = kept && viewDelegation(kept, actor.personId, day);
    if (view?.side !== side) return refuse({ kind: "delegation_missing" });
    const sent = side === "asker" && otp && otp.usedAt === null && otp.replacedAt === null ? otp : null;
    return ok({
      view,
      otp: sent && { reference: sent.reference, expiresAt: sent.expiresAt },
      serviceTypes,
    });
  });
}

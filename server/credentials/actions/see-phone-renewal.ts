import { encodeBase64url } from "../../kernel/base64url.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { findActivation } from "../store/activation.ts";
import { findKey } from "../store/soft-token.ts";
import type { UserCode } from "../user-code.ts";

/** A renewal as the phone sees it. */
export interface PhoneRenewal {
  readonly id: string;
  readonly userCode: UserCode;
  readonly nonce: string;
  /** The key that hands over to the new one. */
  readonly renewsId: string;
  readonly notAfter: Date;
  readonly isDone: boolean;
}

/** Shows a renewal to the phone whose key it renews. Refuses anybody else's, and one that is over. */
export async function seePhoneRenewal(
  ports: Pick<Ports, "db" | "clock">,
  actor: Gate,
  { activationId, phone }: { readonly activationId: string; readonly phone: LineUser },
): Promise<Result<PhoneRenewal, { readonly kind: "renewal_over" }>> {
  return ports.db.as(actor, async (tx) => {
    const found = await findActivation(tx, activationId);
    const key = found?.renewsId ? await findKey(tx, found.renewsId) : null;
    const isTheirs = key?.channel === phone.channel && key.lineUserId === phone.lineUserId;
    if (!found || !isTheirs) return refuse({ kind: "renewal_over" });
    const isDone = found.softTokenId !== null;
    const isOver = found.endedAt !== null || found.expiresAt <= ports.clock.now();
    if (!isDone && isOver) return refuse({ kind: "renewal_over" });
    const { id, userCode, tokenHash } = found;
    const nonce = encodeBase64url(tokenHash);
    return ok({ id, userCode, nonce, renewsId: key.id, notAfter: key.notAfter, isDone });
  });
}

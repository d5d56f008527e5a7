import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { lockAccount, openTotp, saveAccount, sealTotp } from "../store/account.ts";
import { listPasskeys } from "../store/passkey.ts";
import { totpSecretBytes } from "../totp.ts";

/** What the second step is for this account: what it has, or the secret to enrol. */
export type SecondStep =
  | { readonly kind: "prove"; readonly totp: boolean; readonly passkey: boolean }
  | { readonly kind: "enrol"; readonly username: string; readonly secret: Uint8Array };

/**
 * What a half session is to do next. An account without any confirmed second step is given the secret of an
 * authenticator, the same one until it is confirmed or the first step is done anew, so that a page that is opened again
 * shows the QR that was scanned. Refuses an account that may not come in.
 */
export async function seeSecondStep(
  ports: Ports,
  actor: Gate,
  staffId: string,
): Promise<Result<SecondStep, { readonly kind: "sign_in_refused" }>> {
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(ports, tx, staffId);
    if (account?.state !== "active") return refuse({ kind: "sign_in_refused" });
    const totp = account.totpConfirmedAt !== null;
    const passkey = (await listPasskeys(tx, staffId)).length > 0;
    if (totp || passkey) return ok({ kind: "prove", totp, passkey });
    const { username } = account;
    const begun = openTotp(ports, account);
    if (begun) return ok({ kind: "enrol", username, secret: begun });
    const secret = ports.random.bytes(totpSecretBytes);
    await saveAccount(tx, staffId, { totp: sealTotp(ports, account, secret), totpStep: null });
    return ok({ kind: "enrol", username, secret });
  });
}

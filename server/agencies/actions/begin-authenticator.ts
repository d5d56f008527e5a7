import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { proveOwnPassword } from "../desk/password-try.ts";
import { proveCode } from "../desk/step-up.ts";
import { newAuthenticatorMinutes, type NewAuthenticatorRefusal } from "../second-step.ts";
import { lockAccount, sealTotp, type Account } from "../store/account.ts";
import { putChallenge } from "../store/challenge.ts";
import { totpSecretBytes } from "../totp.ts";

/**
 * Begins another authenticator for one's own account: its secret waits ten minutes in this session, and the old one
 * goes on until the new one gave a code. `proof` is a code of the old one, or the password where there is none.
 * Refuses a wrong proof, which counts as one at the door does.
 */
export async function beginAuthenticator(
  ports: Ports,
  actor: Staff,
  input: { readonly sessionId: string; readonly proof: string },
): Promise<Result<undefined, NewAuthenticatorRefusal>> {
  const byCode = await ports.db.as({ kind: "gate" }, async (tx) => {
    const account = await lockAccount(ports, tx, actor.staffId);
    if (account?.state !== "active") return refuse({ kind: "account_missing" });
    if (account.totpConfirmedAt === null) return null;
    const proven = await proveCode(ports, tx, account, input.proof);
    if (proven.ok) await putSecret(ports, tx, account, input.sessionId);
    return proven;
  });
  if (byCode !== null) return byCode;
  const proven = await proveOwnPassword(ports, actor.staffId, input.proof);
  if (!proven.ok) return proven;
  await ports.db.as({ kind: "gate" }, (tx) => putSecret(ports, tx, proven.value, input.sessionId));
  return ok();
}

async function putSecret(ports: Ports, tx: Tx, account: Account, sessionId: string): Promise<void> {
  const secret = sealTotp(ports, account, ports.random.bytes(totpSecretBytes));
  const expiresAt = new Date(ports.clock.now().getTime() + newAuthenticatorMinutes * 60_000);
  await putChallenge(tx, { sessionId, purpose: "authenticator" }, { secret, expiresAt });
}

import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { proveOwnPassword } from "../desk/password-try.ts";
import { keepWrongTry } from "../desk/staff-try.ts";
import { stepOfCode } from "../desk/totp-code.ts";
import { newAuthenticatorMinutes, type NewAuthenticatorRefusal } from "../second-step.ts";
import { giveBackTry, reserveSignInTry, wrongBeforeLock } from "../../kernel/sign-in-throttle.ts";
import { lockAccount, openTotp, saveAccount, sealTotp, type Account } from "../store/account.ts";
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
    const proven = await proveOldCode(ports, tx, account, input.proof);
    if (proven.ok) await putSecret(ports, tx, account, input.sessionId);
    return proven;
  });
  if (byCode !== null) return byCode;
  const proven = await proveOwnPassword(ports, actor.staffId, input.proof);
  if (!proven.ok) return proven;
  await ports.db.as({ kind: "gate" }, (tx) => putSecret(ports, tx, proven.value, input.sessionId));
  return ok();
}

async function proveOldCode(
  ports: Ports,
  tx: Tx,
  account: Account,
  text: string,
): Promise<Result<undefined, NewAuthenticatorRefusal>> {
  const now = ports.clock.now();
  const reserved = reserveSignInTry(account.tries, now);
  if (!reserved.ok) return reserved;
  const secret = openTotp(ports, account);
  const step = secret && stepOfCode(secret, text, account.totpStep, now);
  if (step === null) {
    const tried = { ...account, tries: reserved.value };
    const { wrong } = await keepWrongTry(ports, tx, { kind: "gate" }, tried, "second_step");
    return refuse({ kind: "totp_wrong", left: Math.max(0, wrongBeforeLock - wrong) });
  }
  await saveAccount(tx, account.id, { totpStep: step }, giveBackTry(reserved.value));
  return ok();
}

async function putSecret(ports: Ports, tx: Tx, account: Account, sessionId: string): Promise<void> {
  const secret = sealTotp(ports, account, ports.random.bytes(totpSecretBytes));
  const expiresAt = new Date(ports.clock.now().getTime() + newAuthenticatorMinutes * 60_000);
  await putChallenge(tx, { sessionId, purpose: "authenticator" }, { secret, expiresAt });
}

import type { Gate, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { giveBackTry, reserveSignInTry, wrongBeforeLock } from "../../kernel/sign-in-throttle.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { NewAuthenticatorRefusal } from "../second-step.ts";
import { lockAccount, openTotp, saveAccount, type Account } from "../store/account.ts";
import { proveOwnPassword } from "./password-try.ts";
import { keepWrongTry } from "./staff-try.ts";
import { stepOfCode } from "./totp-code.ts";

const gate: Gate = { kind: "gate" };

/**
 * The second step of somebody who is in, asked again before they sign something: a code of their authenticator, or the
 * password where there is none. Refuses a wrong one, which counts as one at the door does.
 */
export async function stepUp(
  ports: Ports,
  actor: Staff,
  proof: string,
): Promise<Result<undefined, NewAuthenticatorRefusal>> {
  const byCode = await ports.db.as(gate, async (tx) => {
    const account = await lockAccount(ports, tx, actor.staffId);
    if (account?.state !== "active") return refuse({ kind: "account_missing" });
    return account.totpConfirmedAt === null ? null : proveCode(ports, tx, account, proof);
  });
  if (byCode !== null) return byCode;
  const proven = await proveOwnPassword(ports, actor.staffId, proof);
  return proven.ok ? ok() : proven;
}

/** A code of the authenticator of an account that was locked before. Each is good once. */
export async function proveCode(
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
    const { wrong } = await keepWrongTry(ports, tx, gate, tried, "second_step");
    return refuse({ kind: "totp_wrong", left: Math.max(0, wrongBeforeLock - wrong) });
  }
  await saveAccount(tx, account.id, { totpStep: step }, giveBackTry(reserved.value));
  return ok();
}

import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { PasswordTryRefusal } from "../own-account.ts";
import { readPassword } from "../../kernel/password.ts";
import {
  giveBackTry,
  reserveSignInTry,
  wrongBeforeLock,
  type SignInTryRefusal,
} from "../../kernel/sign-in-throttle.ts";
import { lockAccount, saveAccount, type Account } from "../store/account.ts";
import { isPasswordOf } from "./password-hash.ts";
import { keepWrongTry } from "./staff-try.ts";

/** A try that counts as wrong until it is settled, and the hash it is to be compared with. */
export interface ReservedTry {
  readonly staffId: string;
  readonly hash: Uint8Array;
}

const gate: Gate = { kind: "gate" };

/** Takes a try of the account `lock` finds, before anything is hashed. Refuses as `reserveSignInTry`, and no account. */
export async function reservePasswordTry(
  ports: Ports,
  lock: (tx: Tx) => Promise<Account | null>,
): Promise<Result<ReservedTry, SignInTryRefusal | { readonly kind: "account_missing" }>> {
  return ports.db.as(gate, async (tx) => {
    const account = await lock(tx);
    if (account?.state !== "active" || account.passwordHash === null)
      return refuse({ kind: "account_missing" });
    const tries = reserveSignInTry(account.tries, ports.clock.now());
    if (!tries.ok) return tries;
    await saveAccount(tx, account.id, {}, tries.value);
    return ok({ staffId: account.id, hash: account.passwordHash });
  });
}

/** Settles a reserved try once it was hashed: a right one is given back, a wrong one stays counted and may lock. */
export async function settlePasswordTry(
  ports: Ports,
  { staffId, hash }: ReservedTry,
  isRight: boolean,
): Promise<Result<Account, PasswordTryRefusal>> {
  return ports.db.as(gate, async (tx) => {
    const account = await lockAccount(ports, tx, staffId);
    // The password was set anew, or the right ended, while the old one was being hashed.
    const isSame = account?.passwordHash && sameBytes(account.passwordHash, hash);
    if (account?.state !== "active" || !isSame) return refuse({ kind: "account_missing" });
    if (!isRight) {
      const { wrong } = await keepWrongTry(ports, tx, gate, account, "password");
      return refuse({ kind: "password_wrong", left: Math.max(0, wrongBeforeLock - wrong) });
    }
    if (account.tries.lockedAt !== null) return refuse({ kind: "account_locked" });
    await saveAccount(tx, account.id, {}, giveBackTry(account.tries));
    return ok(account);
  });
}

/**
 * The password of somebody who is in, asked again before what keeps others out is changed: whoever finds an open
 * console must not make it theirs. Refuses a wrong one, which counts as one at the door does.
 */
export async function proveOwnPassword(
  ports: Ports,
  staffId: string,
  text: string,
): Promise<Result<Account, PasswordTryRefusal>> {
  const reserved = await reservePasswordTry(ports, (tx) => lockAccount(ports, tx, staffId));
  if (!reserved.ok) return reserved;
  const password = readPassword(text);
  const isRight = password !== null && (await isPasswordOf(ports, staffId, password, reserved.value.hash));
  return settlePasswordTry(ports, reserved.value, isRight);
}

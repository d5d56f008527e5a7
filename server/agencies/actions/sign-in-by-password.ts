import type { Gate, StaffLevel } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import type { Ports } from "../../ports.ts";
import { compareWithNobody, isPasswordOf } from "../desk/password-hash.ts";
import { keepWrongTry } from "../desk/staff-try.ts";
import { readPassword } from "../password.ts";
import { giveBackTry, reserveStaffTry } from "../staff-throttle.ts";
import { lockAccount, lockByUsername, saveAccount } from "../store/account.ts";
import { parseUsername } from "../username.ts";

/** Whose session begins. */
export interface SignedInStaff {
  readonly staffId: string;
  readonly agencyId: string;
  readonly level: StaffLevel;
}

/** One refusal for everything, so that nobody learns which accounts there are or how they stand. */
export type SignInRefusal = { readonly kind: "sign_in_refused" };

/**
 * The first step of signing in. In three: a try is reserved in a transaction of its own, hashed outside any, settled in
 * another; so of guesses sent at once no more than ten are hashed. An unknown name takes one hash too, and is refused
 * as a wrong password, a delay, a locked account and one without a right are.
 */
export async function signInByPassword(
  ports: Ports,
  actor: Gate,
  input: { readonly username: string; readonly password: string },
): Promise<Result<SignedInStaff, SignInRefusal>> {
  const password = readPassword(input.password);
  const username = parseUsername(input.username);
  if (password === null || !username.ok) return refuse({ kind: "sign_in_refused" });
  const reserved = await ports.db.as(actor, async (tx) => {
    const account = await lockByUsername(ports, tx, username.value);
    if (account?.state !== "active" || account.passwordHash === null) return "unknown";
    const tries = reserveStaffTry(account.tries, ports.clock.now());
    if (!tries.ok) return "throttled";
    await saveAccount(tx, account.id, {}, tries.value);
    return { staffId: account.id, hash: account.passwordHash };
  });
  if (reserved === "throttled") return refuse({ kind: "sign_in_refused" });
  if (reserved === "unknown") {
    await compareWithNobody(ports, password);
    return refuse({ kind: "sign_in_refused" });
  }
  const isRight = await isPasswordOf(ports, reserved.staffId, password, reserved.hash);
  return settle(ports, actor, { ...reserved, isRight });
}

async function settle(
  ports: Ports,
  actor: Gate,
  tried: { readonly staffId: string; readonly hash: Uint8Array; readonly isRight: boolean },
): Promise<Result<SignedInStaff, SignInRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(ports, tx, tried.staffId);
    // The password was set anew, or the right ended, while the old one was being hashed.
    const isSame = account?.passwordHash && sameBytes(account.passwordHash, tried.hash);
    if (account?.state !== "active" || !isSame) return refuse({ kind: "sign_in_refused" });
    if (!tried.isRight) {
      await keepWrongTry(ports, tx, actor, account, "password");
      return refuse({ kind: "sign_in_refused" });
    }
    if (account.tries.lockedAt !== null) return refuse({ kind: "sign_in_refused" });
    await saveAccount(tx, account.id, {}, giveBackTry(account.tries));
    return ok({ staffId: account.id, agencyId: account.agencyId, level: account.level });
  });
}

import type { Gate, StaffLevel } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { forgetBegunAuthenticator } from "../desk/begun-authenticator.ts";
import { compareWithNobody, isPasswordOf } from "../desk/password-hash.ts";
import { reservePasswordTry, settlePasswordTry } from "../desk/password-try.ts";
import { readPassword, type Password } from "../../kernel/password.ts";
import { lockByUsername } from "../store/account.ts";
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
 * another; so of guesses sent at once no more than ten are compared. An unknown name, a delay, a locked account and one
 * without a right take one hash too, compared with nothing, and are refused as a wrong password is.
 */
export async function signInByPassword(
  ports: Ports,
  actor: Gate,
  input: { readonly username: string; readonly password: string },
): Promise<Result<SignedInStaff, SignInRefusal>> {
  const password = readPassword(input.password);
  const username = parseUsername(input.username);
  if (password === null) return refuse({ kind: "sign_in_refused" });
  if (!username.ok) return refusedAsWrong(ports, password);
  const reserved = await reservePasswordTry(ports, (tx) => lockByUsername(ports, tx, username.value));
  if (!reserved.ok) return refusedAsWrong(ports, password);
  const { staffId, hash } = reserved.value;
  const settled = await settlePasswordTry(
    ports,
    reserved.value,
    await isPasswordOf(ports, staffId, password, hash),
  );
  if (!settled.ok) return refuse({ kind: "sign_in_refused" });
  const { agencyId, level } = settled.value;
  await ports.db.as(actor, (tx) => forgetBegunAuthenticator(ports, tx, staffId));
  return ok({ staffId, agencyId, level });
}

/** Nothing is compared, but it takes as long: who is answered at once would know that there is such an account. */
async function refusedAsWrong(ports: Ports, password: Password): Promise<Result<never, SignInRefusal>> {
  await compareWithNobody(ports, password);
  return refuse({ kind: "sign_in_refused" });
}

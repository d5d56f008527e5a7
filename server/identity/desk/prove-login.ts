import { readPassword } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { readLogin, type Login } from "../login.ts";
import { findPersonByEmail } from "../store/contact.ts";
import { findPersonByNumber, type KeptPerson } from "../store/person.ts";
import { listPeopleByPhone } from "../store/phone.ts";
import { compareWithNobody, isCitizenPassword } from "./citizen-password.ts";
import { reservePasswordTry, settlePasswordTry } from "./password-try.ts";

/** One refusal for everything, so that nobody learns which accounts there are or how they stand. */
export type SignInRefusal = { readonly kind: "sign_in_refused" };

export interface TypedLogin {
  readonly login: string;
  readonly password: string;
}

/**
 * Proves a password with the number, e-mail or phone it belongs to. In three: a try is reserved in a transaction of its
 * own, hashed outside any, settled in another; so of guesses sent at once few are compared. Somebody unknown, a delay, a
 * lock and a person without a password take one hash too, compared with nothing, and are refused as a wrong one is.
 */
export async function proveLogin(
  ports: Ports,
  typed: TypedLogin,
): Promise<Result<KeptPerson, SignInRefusal>> {
  const password = readPassword(typed.password);
  if (password === null) return refuse({ kind: "sign_in_refused" });
  const login = readLogin(typed.login);
  const reserved = await reservePasswordTry(ports, (tx) => personOf(ports, tx, login));
  if (!reserved.ok) {
    await compareWithNobody(ports, password);
    return refuse({ kind: "sign_in_refused" });
  }
  const { person, hash } = reserved.value;
  const isRight = await isCitizenPassword(ports, person.citizenId, password, hash);
  const settled = await settlePasswordTry(ports, reserved.value, isRight);
  return settled.ok ? ok(person) : refuse({ kind: "sign_in_refused" });
}

/** A phone that several people share names none of them: they use their number or e-mail. */
async function personOf(ports: Ports, tx: Tx, login: Login | null): Promise<string | null> {
  switch (login?.kind) {
    case undefined:
      return null;
    case "citizen_id":
      return (await findPersonByNumber(ports, tx, login.citizenId))?.id ?? null;
    case "email":
      return findPersonByEmail(ports, tx, login.email);
    case "phone": {
      const [only, ...others] = await listPeopleByPhone(ports, tx, login.phone);
      return others.length === 0 ? (only ?? null) : null;
    }
  }
}

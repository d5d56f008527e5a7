import type { Ports } from "../../ports.ts";
import type { Password } from "../../kernel/password.ts";
import type { Account } from "../store/account.ts";

type Hasher = Pick<Ports, "pinHash">;

/** What the hash of an account's password is bound to, apart from every PIN. */
const boundTo = (staffId: string) => `password:${staffId}`;

/** Salt and hash of the length that hashing gives, of no password. */
const nobodysHash = new Uint8Array(48);

/** Hashes a new password of an account. */
export function hashPassword(ports: Hasher, staffId: string, password: Password): Promise<Uint8Array> {
  return ports.pinHash.make(password, boundTo(staffId));
}

/** True for the password of that account. */
export function isPasswordOf(
  ports: Hasher,
  staffId: string,
  password: Password,
  hash: Uint8Array,
): Promise<boolean> {
  return ports.pinHash.matches(password, boundTo(staffId), hash);
}

/** Takes as long as a comparison does, for an account that is not there. */
export async function compareWithNobody(ports: Hasher, password: Password): Promise<void> {
  await ports.pinHash.matches(password, boundTo("nobody"), nobodysHash);
}

/** What others may know of a person, which a password is not made of. */
export function knownOf({ username, facts }: Pick<Account, "username" | "facts">): readonly string[] {
  const { firstName, lastName, email, mobile, workPhone, citizenId } = facts;
  return [username, firstName, lastName, email, mobile, workPhone, citizenId];
}

import type { Password } from "../../kernel/password.ts";
import type { Ports } from "../../ports.ts";
import type { KeptHolding } from "../store/holding.ts";

type Hasher = Pick<Ports, "pinHash">;

/** What the hash of a password in a seat is bound to, apart from every PIN and every password of staff. */
const boundTo = (holdingId: string) => `seat-password:${holdingId}`;

/** Salt and hash of the length that hashing gives, of no password. */
const nobodysHash = new Uint8Array(48);

/** Hashes a password for one person's time in a seat. */
export function hashHolderPassword(
  ports: Hasher,
  holdingId: string,
  password: Password,
): Promise<Uint8Array> {
  return ports.pinHash.make(password, boundTo(holdingId));
}

/** True for the password of that time in a seat; one that has none takes as long, and is false. */
export async function isHolderPassword(
  ports: Hasher,
  holding: { readonly id: string; readonly passwordHash: Uint8Array | null } | null,
  password: Password,
): Promise<boolean> {
  const [id, hash] = [holding?.id ?? "nobody", holding?.passwordHash ?? null];
  const matches = await ports.pinHash.matches(password, boundTo(id), hash ?? nobodysHash);
  return hash !== null && matches;
}

/** What others may know of somebody in a seat, which a password is not made of. */
export function knownOfHolder({
  userCode,
  facts,
}: Pick<KeptHolding, "userCode" | "facts">): readonly string[] {
  const { firstName, lastName, citizenId, email, mobile } = facts;
  return [userCode, firstName, lastName, citizenId, email ?? "", mobile ?? ""].filter((text) => text !== "");
}

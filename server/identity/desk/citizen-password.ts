import type { CitizenId } from "../../kernel/citizen-id.ts";
import { encodeBase64url } from "../../kernel/base64url.ts";
import type { Password } from "../../kernel/password.ts";
import type { Phone } from "../../kernel/phone.ts";
import { nationalPhone } from "../../kernel/phone.ts";
import type { Ports } from "../../ports.ts";
import type { PersonFacts } from "../store/person.ts";

type Hasher = Pick<Ports, "pinHash" | "keys">;

/** Salt and hash of the length that hashing gives, of no password. */
const nobodysHash = new Uint8Array(48);

/** What a citizen's password is bound to: the number, which stands before there is a person, and apart from every PIN. */
function boundTo(ports: Hasher, citizenId: CitizenId): string {
  return `citizen-password:${encodeBase64url(ports.keys.blindIndex("citizen_id", citizenId))}`;
}

/** Hashes a password somebody chose. */
export function hashCitizenPassword(
  ports: Hasher,
  citizenId: CitizenId,
  password: Password,
): Promise<Uint8Array> {
  return ports.pinHash.make(password, boundTo(ports, citizenId));
}

/** True for the password of that number. */
export function isCitizenPassword(
  ports: Hasher,
  citizenId: CitizenId,
  password: Password,
  hash: Uint8Array,
): Promise<boolean> {
  return ports.pinHash.matches(password, boundTo(ports, citizenId), hash);
}

/** Takes as long as a comparison does, for whom nothing can be compared. */
export async function compareWithNobody(ports: Hasher, password: Password): Promise<void> {
  await ports.pinHash.matches(password, "citizen-password:nobody", nobodysHash);
}

/** What others may know of a person, which a password is not made of. */
export function knownOfCitizen(
  { citizenId, firstName, lastName }: Pick<PersonFacts, "citizenId" | "firstName" | "lastName">,
  phone: Phone | null,
  email: string | null,
): readonly string[] {
  const reach = [phone === null ? null : nationalPhone(phone), email];
  return [citizenId, firstName, lastName, ...reach].filter((text) => text !== null);
}

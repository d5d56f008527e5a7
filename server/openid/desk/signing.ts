import type { JwtClaims, PublicJwk } from "../../kernel/jwt-port.ts";
import type { Ports, Tx } from "../../ports.ts";
import { standingOf } from "../signing-key.ts";
import { listSigningKeys, privateKeyOf } from "../store/key.ts";

/** Signs claims with the key whose turn it is. Throws when none was made yet: the first round of jobs makes it. */
export async function signClaims(ports: Ports, tx: Tx, claims: JwtClaims): Promise<string> {
  const keys = await listSigningKeys(tx);
  const now = ports.clock.now();
  const current = keys.find((key) => standingOf(key, keys, now) === "current");
  if (!current) throw new Error("no key signs ID tokens yet");
  return ports.jwts.sign(current.publicKey.kid, privateKeyOf(ports, current), claims);
}

/** The public keys relying parties verify with: those that sign, will sign, or signed what may still live. */
export async function publicKeys({ clock }: Pick<Ports, "clock">, tx: Tx): Promise<readonly PublicJwk[]> {
  const keys = await listSigningKeys(tx);
  const now = clock.now();
  return keys.filter((key) => standingOf(key, keys, now) !== "over").map(({ publicKey }) => publicKey);
}

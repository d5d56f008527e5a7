import { createHash } from "node:crypto";
import { encodeBase64url } from "../../kernel/base64url.ts";
import type { Ports } from "../../ports.ts";

/** The one-time token of a QR: made again from the activation's id whenever it is drawn, for it stands nowhere. */
export function activationToken({ keys }: Pick<Ports, "keys">, activationId: string): string {
  return encodeBase64url(keys.seatLink(`activation:${activationId}`));
}

/** The hash under which it is found, which is the nonce of the new key's signature, too. */
export function activationTokenHash(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}

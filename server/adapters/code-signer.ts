import { createHash } from "node:crypto";
import { thumbprintText, type P256PrivateKey, type P256PublicKey } from "../kernel/p256-key.ts";
import { publicCodeKey, type CodePublicKey } from "../visits/code-key.ts";
import type { CodeSigner } from "../visits/code-token.ts";

const ecdsa = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** Signs with ES256, by WebCrypto, which both hosts have. */
export function makeCodeSigner({ d, x, y }: P256PrivateKey): CodeSigner {
  const jwk = { kty: "EC", crv: "P-256", d, x, y };
  return {
    kid: publicKeyOf({ x, y }).kid,
    sign: async (message) => {
      const key = await crypto.subtle.importKey("jwk", jwk, ecdsa, false, ["sign"]);
      return new Uint8Array(await crypto.subtle.sign(ecdsa, key, message));
    },
  };
}

/** A public key as it is published, named by its thumbprint. */
export function publicKeyOf(key: P256PublicKey): CodePublicKey {
  return publicCodeKey(key, createHash("sha256").update(thumbprintText(key)).digest("base64url"));
}

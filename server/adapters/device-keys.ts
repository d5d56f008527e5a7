import type { DeviceKeys } from "../kernel/token-ports.ts";

const curve = { name: "ECDSA", namedCurve: "P-256" };
const ecdsa = { name: "ECDSA", hash: "SHA-256" };
const signatureBytes = 64;

/** Keys of phones by WebCrypto, which both hosts have. */
export const deviceKeys: DeviceKeys = {
  isKey: async (publicKey) => (await read(publicKey)) !== null,
  hasSigned: async (publicKey, text, signature) => {
    const key = await read(publicKey);
    if (key === null || signature.length !== signatureBytes) return false;
    return crypto.subtle.verify(ecdsa, key, Uint8Array.from(signature), new TextEncoder().encode(text));
  },
};

/** Hosts throw for whatever is no key of the curve; what a phone sent is never a fault of ours. */
async function read(publicKey: Uint8Array) {
  try {
    return await crypto.subtle.importKey("spki", Uint8Array.from(publicKey), curve, true, ["verify"]);
  } catch {
    return null;
  }
}

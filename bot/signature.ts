const digestLength = 32;

/**
 * True when `header` is the base64 HMAC-SHA-256 of exactly these bytes under the channel secret (Messaging API,
 * "Verify webhook signature"). To be asked before anything is parsed. The platform compares, in constant time; a
 * header of another shape is refused without computing.
 */
export async function isSignedByLine(secret: string, body: Uint8Array, header: string): Promise<boolean> {
  const signature = decodeBase64(header);
  if (signature === null || signature.length !== digestLength) return false;
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["verify"],
  );
  return crypto.subtle.verify("HMAC", key, signature, new Uint8Array(body));
}

/** Strict base64 of 32 bytes: 43 characters and one "="; anything else is null. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return null;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

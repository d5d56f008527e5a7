/**
 * A keyed message authentication code: HMAC-SHA-256, 32 bytes. The key stays behind the port that made the
 * function, so nouns can sign and check without ever holding a secret.
 */
export type Mac = (message: string | Uint8Array) => Uint8Array;

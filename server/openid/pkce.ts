/** True for an S256 challenge: a SHA-256 in base64url (RFC 7636 4.2). */
export function isChallenge(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** True for a text that could be a verifier: 43 to 128 unreserved letters (RFC 7636 4.1). Asked before it is hashed. */
export function isVerifier(text: string): boolean {
  return /^[A-Za-z0-9._~-]{43,128}$/.test(text);
}

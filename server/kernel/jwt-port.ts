import type { P256PrivateKey, P256PublicKey } from "./p256-key.ts";

/** A public key that verifies signatures ES256, as it is published (JWK, RFC 7517). */
export interface PublicJwk extends P256PublicKey {
  readonly kty: "EC";
  readonly crv: "P-256";
  readonly alg: "ES256";
  readonly use: "sig";
  /** Its name: the thumbprint (RFC 7638) of one of ours, whatever they chose of others'. */
  readonly kid: string;
}

export type JwtClaims = Readonly<Record<string, unknown>>;

/** Signed tokens (JWT, RFC 7519): ES256 and nothing else, neither signed nor taken. */
export interface Jwts {
  /** A fresh pair on P-256. */
  newPair(): Promise<{ readonly publicKey: PublicJwk; readonly privateKey: P256PrivateKey }>;
  /** Signs claims under the name of the key. */
  sign(kid: string, privateKey: P256PrivateKey, claims: JwtClaims): Promise<string>;
  /**
   * What a token says that one of the keys signed. Null for everything else: another algorithm (`none`, HS256), a name that
   * no key has, a changed letter, no JSON object. Issuer, audience and times are for the caller to judge.
   */
  verify(token: string, keys: readonly PublicJwk[]): Promise<JwtClaims | null>;
}

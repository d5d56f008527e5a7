/** Whom a certificate is for, and which key it vouches for. */
export interface CertificateRequest {
  /** SubjectPublicKeyInfo (DER) of a key on P-256. */
  readonly publicKey: Uint8Array;
  /** "มานี ชูใจ": the subject's CN. */
  readonly name: string;
  /** The subject's serialNumber. */
  readonly userCode: string;
  /** The subject's O. */
  readonly agency: string;
  /** Whole seconds: certificates know no smaller ones. */
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export interface IssuedCertificate {
  /** DER. */
  readonly certificate: Uint8Array;
  /** Hexadecimal, as in the certificate. */
  readonly serial: string;
}

/** Why a certificate is good no more, by the names of RFC 5280 5.3.1. */
export const revocationReasons = [
  "keyCompromise",
  "affiliationChanged",
  "superseded",
  "cessationOfOperation",
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** A certificate that ended before its time. */
export interface RevokedCertificate {
  /** Hexadecimal, as in the certificate. */
  readonly serial: string;
  readonly at: Date;
  readonly reason: RevocationReason;
}

/** What a list of revoked certificates says beside them. */
export interface RevocationListRequest {
  /** In the order of their serials. */
  readonly revoked: readonly RevokedCertificate[];
  /** Greater than that of every list before. */
  readonly number: number;
  /** Whole seconds. */
  readonly thisUpdate: Date;
  /** By when there will be a newer one. */
  readonly nextUpdate: Date;
}

/** The authority that certifies the keys of Soft Tokens: its key in the environment, or behind a KMS. */
export interface TokenAuthority {
  /** Its own certificate (PEM), public; null: none is set up, and no key is certified. */
  readonly certificate: string | null;
  /** Certifies a key (X.509 v3, RFC 5280) under a random serial of 128 bits. Throws where no authority is set up. */
  issue(request: CertificateRequest): Promise<IssuedCertificate>;
  /** Signs a list of revoked certificates (X.509 CRL v2, RFC 5280), DER. Throws where no authority is set up. */
  listRevoked(request: RevocationListRequest): Promise<Uint8Array>;
}

/** The keys that live on phones. */
export interface DeviceKeys {
  /** True for the SubjectPublicKeyInfo of a key on P-256. */
  isKey(publicKey: Uint8Array): Promise<boolean>;
  /** True when that key signed the text: ECDSA with SHA-256 as r‖s, 64 bytes, as browsers write it. */
  hasSigned(publicKey: Uint8Array, text: string, signature: Uint8Array): Promise<boolean>;
}

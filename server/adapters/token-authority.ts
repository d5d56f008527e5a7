import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import { createPrivateKey, createPublicKey, randomBytes, X509Certificate } from "node:crypto";
import type { RevocationListRequest, TokenAuthority } from "../kernel/token-ports.ts";

/** The pair and certificate of an authority, as the settings give them. */
export interface TokenAuthorityKey {
  /** PKCS #8 in DER, a key on P-256. */
  readonly key: Uint8Array;
  /** Its certificate, PEM. */
  readonly certificate: string;
}

const curve = { name: "ECDSA", namedCurve: "P-256" };
const signing = { name: "ECDSA", hash: "SHA-256" };
const serialBytes = 16;
/** The attribute "serialNumber" of a name (X.520), for which the library has no word. */
const serialNumber = "2.5.4.5";
/** The extension "CRLNumber" (RFC 5280 5.2.3). */
const crlNumber = "2.5.29.20";

/** No authority is set up: seats may be issued and people registered, but no phone is certified. */
export const tokenAuthorityNone: TokenAuthority = {
  certificate: null,
  issue: () => Promise.reject(missing()),
  listRevoked: () => Promise.reject(missing()),
};

function missing(): Error {
  return new Error("no authority of Soft Tokens is set up (TOKEN_CA_KEY)");
}

/**
 * The deployment's own authority, over WebCrypto: a certificate for signing and signing in (digitalSignature,
 * clientAuth), which certifies nothing itself and says where the list of revoked ones stands. A KMS would be another maker
 * of the same port.
 */
export function makeTokenAuthority({ key, certificate }: TokenAuthorityKey, crlUrl: string): TokenAuthority {
  const own = new x509.X509Certificate(certificate);
  const signingKey = () => crypto.subtle.importKey("pkcs8", Uint8Array.from(key), curve, false, ["sign"]);
  return {
    certificate,
    listRevoked: (request) => signList(own, signingKey, request),
    issue: async ({ publicKey, name, userCode, agency, notBefore, notAfter }) => {
      const serial = newSerial();
      const made = await x509.X509CertificateGenerator.create(
        {
          serialNumber: serial,
          issuer: own.subjectName.toJSON(),
          // Each value with its type: a bare text would be read for quotes and escapes.
          subject: new x509.Name([
            { CN: [{ utf8String: name }] },
            { [serialNumber]: [{ printableString: userCode }] },
            { O: [{ utf8String: agency }] },
          ]),
          notBefore,
          notAfter,
          signingAlgorithm: signing,
          publicKey: await crypto.subtle.importKey("spki", Uint8Array.from(publicKey), curve, true, [
            "verify",
          ]),
          signingKey: await signingKey(),
          extensions: await extensionsOf(own, publicKey, crlUrl),
        },
        crypto,
      );
      return { certificate: new Uint8Array(made.rawData), serial: made.serialNumber };
    },
  };
}

async function signList(
  own: x509.X509Certificate,
  signingKey: () => Promise<CryptoKey>,
  { revoked, number, thisUpdate, nextUpdate }: RevocationListRequest,
): Promise<Uint8Array> {
  const made = await x509.X509CrlGenerator.create(
    {
      issuer: own.subjectName.toJSON(),
      ...{ thisUpdate, nextUpdate, signingAlgorithm: signing },
      entries: revoked.map(({ serial, at, reason }) => ({
        serialNumber: serial,
        revocationDate: at,
        reason: x509.X509CrlReason[reason],
      })),
      extensions: [
        await x509.AuthorityKeyIdentifierExtension.create(own.publicKey, false, crypto),
        new x509.Extension(crlNumber, false, derInteger(number)),
      ],
      signingKey: await signingKey(),
    },
    crypto,
  );
  return new Uint8Array(made.rawData);
}

/** A number that is not negative as ASN.1 has it: the fewest bytes, the first bit 0. */
function derInteger(value: number): Uint8Array<ArrayBuffer> {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  const content = (bytes[0] ?? 0) > 0x7f ? [0, ...bytes] : [...bytes];
  return Uint8Array.from([0x02, content.length, ...content]);
}

async function extensionsOf(
  own: x509.X509Certificate,
  publicKey: Uint8Array,
  crlUrl: string,
): Promise<x509.Extension[]> {
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
    await x509.SubjectKeyIdentifierExtension.create(
      new x509.PublicKey(Uint8Array.from(publicKey)),
      false,
      crypto,
    ),
    await x509.AuthorityKeyIdentifierExtension.create(own.publicKey, false, crypto),
    new x509.CRLDistributionPointsExtension([crlUrl]),
  ];
}

/** 128 random bits; the first is 0, for a serial is a positive number, and the second 1, so that none is shorter. */
function newSerial(): string {
  const bytes = randomBytes(serialBytes);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString("hex");
}

/** True when the certificate (PEM) is an authority's and of that key (PKCS #8, DER). */
export function isAuthorityOf(certificate: string, key: Uint8Array): boolean {
  try {
    const read = new X509Certificate(certificate);
    const secret = createPrivateKey({ key: Buffer.from(key), format: "der", type: "pkcs8" });
    const spki = { format: "der", type: "spki" } as const;
    const own = createPublicKey(secret).export(spki);
    return read.ca && own.equals(read.publicKey.export(spki));
  } catch {
    return false;
  }
}

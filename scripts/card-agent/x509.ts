import { createPrivateKey, sign } from "node:crypto";

/** Who a certificate is of or by: a common name and, for a card, the number as serialNumber. */
export interface DistinguishedName {
  readonly commonName: string;
  readonly serialNumber?: string;
}

export interface CertificateRequest {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** The subject's public key as SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  /** The issuer's private key (P-256) in PKCS #8, PEM. */
  readonly issuerKey: string;
  readonly from: Date;
  readonly until: Date;
  /** True for one that signs others. */
  readonly isAuthority: boolean;
  /** Hosts and IPv4 addresses it is for. */
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly (readonly number[])[];
}

/** Makes a certificate (X.509 version 3 in DER, RFC 5280; ECDSA with SHA-256) and answers it as PEM. */
export function makeX509(request: CertificateRequest): string {
  const { subject, issuer, publicKey, from, until } = request;
  const algorithm = der(0x30, objectId("2a8648ce3d040302"));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    nameOf(issuer),
    der(0x30, utcTime(from), utcTime(until)),
    nameOf(subject),
    publicKey,
    der(0xa3, der(0x30, ...extensionsOf(request))),
  );
  const signature = sign("sha256", body, createPrivateKey(request.issuerKey));
  const whole = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = whole
    .toString("base64")
    .replace(/(.{64})/g, "$1\n")
    .trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function extensionsOf({ isAuthority, dnsNames = [], ipAddresses = [] }: CertificateRequest): Buffer[] {
  const yes = der(0x01, Buffer.from([0xff]));
  const authority = der(0x30, objectId("551d13"), yes, der(0x04, isAuthority ? der(0x30, yes) : der(0x30)));
  const names = [
    ...dnsNames.map((name) => der(0x82, Buffer.from(name))),
    ...ipAddresses.map((address) => der(0x87, Buffer.from(address))),
  ];
  const alternative = der(0x30, objectId("551d11"), der(0x04, der(0x30, ...names)));
  return names.length > 0 ? [authority, alternative] : [authority];
}

function nameOf({ commonName, serialNumber }: DistinguishedName): Buffer {
  const part = (id: string, text: string, tag: number) =>
    der(0x31, der(0x30, objectId(id), der(tag, Buffer.from(text))));
  const number = serialNumber === undefined ? [] : [part("550405", serialNumber, 0x13)];
  return der(0x30, part("550403", commonName, 0x0c), ...number);
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function objectId(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

function utcTime(at: Date): Buffer {
  const text = at
    .toISOString()
    .replace(/[-T:]|\.\d+/g, "")
    .slice(2);
  return der(0x17, Buffer.from(text));
}

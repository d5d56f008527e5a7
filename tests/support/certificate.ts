import { generateKeyPairSync } from "node:crypto";
import { makeX509 } from "../../scripts/card-agent/x509.ts";

/** A key and a certificate that signs itself, both PEM, made for one run: nothing to keep secret, nothing to expire. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for `localhost` and 127.0.0.1, valid for the two days around now. */
export function makeCertificate(): Certificate {
  const pair = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const day = 24 * 60 * 60_000;
  const name = { commonName: "localhost" };
  const cert = makeX509({
    subject: name,
    issuer: name,
    publicKey: pair.publicKey,
    issuerKey: pair.privateKey,
    from: new Date(Date.now() - day),
    until: new Date(Date.now() + day),
    isAuthority: true,
    dnsNames: ["localhost"],
    ipAddresses: [[127, 0, 0, 1]],
  });
  return { key: pair.privateKey, cert };
}

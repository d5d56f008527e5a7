import { generateKeyPairSync, sign } from "node:crypto";
import type { Card } from "./cards.ts";
import { makeX509 } from "./x509.ts";

/** The synthetic authority that vouches for the synthetic cards: its key and its own certificate, PEM. */
export interface CardAuthority {
  readonly key: string;
  readonly certificate: string;
}

/** The key inside a card: it signs, and never comes out. */
export interface CardKey {
  readonly certificate: string;
  /** ECDSA with SHA-256 as r‖s, base64url. */
  sign(text: string): string;
}

const authorityName = { commonName: "Pratu synthetic card authority" };
const dayMs = 24 * 60 * 60_000;
const years = 9;

const keyPair = () =>
  generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });

const validity = (now: Date) => ({
  from: new Date(now.getTime() - dayMs),
  until: new Date(now.getTime() + years * 365 * dayMs),
});

/** Makes an authority of its own. */
export function makeCardAuthority(now: Date): CardAuthority {
  const pair = keyPair();
  const certificate = makeX509({
    subject: authorityName,
    issuer: authorityName,
    publicKey: pair.publicKey,
    issuerKey: pair.privateKey,
    ...validity(now),
    isAuthority: true,
  });
  return { key: pair.privateKey, certificate };
}

/** Makes the key of one card, and has the authority vouch that it is of that number. */
export function makeCardKey(
  authority: CardAuthority,
  { pid, fname, lname }: Pick<Card, "pid" | "fname" | "lname">,
  now: Date,
): CardKey {
  const pair = keyPair();
  const certificate = makeX509({
    subject: { commonName: `${fname} ${lname}`, serialNumber: pid },
    issuer: authorityName,
    publicKey: pair.publicKey,
    issuerKey: authority.key,
    ...validity(now),
    isAuthority: false,
  });
  return {
    certificate,
    sign: (text) =>
      sign("sha256", Buffer.from(text), { key: pair.privateKey, dsaEncoding: "ieee-p1363" }).toString(
        "base64url",
      ),
  };
}

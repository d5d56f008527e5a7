import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { newTokenAuthority } from "../../scripts/demo/token-authority.ts";
import { isAuthorityOf, makeTokenAuthority } from "./token-authority.ts";
import { deviceKeys } from "./device-keys.ts";

const settings = newTokenAuthority(new Date("2026-01-01T00:00:00Z"));
const given = { key: Buffer.from(settings.TOKEN_CA_KEY, "base64"), certificate: settings.TOKEN_CA_CERT };

const crlUrl = "https://pratu.example/pki/soft-token.crl";

function newKey() {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return new Uint8Array(publicKey.export({ format: "der", type: "spki" }));
}

const asked = (publicKey: Uint8Array) => ({
  publicKey,
  name: "มานี ชูใจ, CN=ใครก็ได้",
  userCode: "A75XXX000008001",
  agency: 'เทศบาล "หนึ่ง", O=สอง',
  notBefore: new Date("2026-11-21T03:00:00Z"),
  notAfter: new Date("2028-11-21T03:00:00Z"),
});

test("certifies a key for one person, seat and agency, signed by the authority, for signing in alone", async () => {
  const publicKey = newKey();
  const { certificate, serial } = await makeTokenAuthority(given, crlUrl).issue(asked(publicKey));
  const read = new X509Certificate(certificate);
  const authority = new X509Certificate(settings.TOKEN_CA_CERT);
  expect(read.checkIssued(authority) && read.verify(authority.publicKey)).toBe(true);
  expect(read.publicKey.export({ format: "der", type: "spki" })).toEqual(Buffer.from(publicKey));
  expect([read.validFromDate, read.validToDate]).toEqual([
    new Date("2026-11-21T03:00:00Z"),
    new Date("2028-11-21T03:00:00Z"),
  ]);
  const subject = read.toLegacyObject().subject as unknown as Record<string, string>;
  expect(subject).toMatchObject({
    CN: "มานี ชูใจ, CN=ใครก็ได้",
    serialNumber: "A75XXX000008001",
    O: 'เทศบาล "หนึ่ง", O=สอง',
  });
  expect(read.ca).toBe(false);
  expect(read.keyUsage).toEqual(["1.3.6.1.5.5.7.3.2"]);
  expect(read.subjectAltName).toBeUndefined();
  expect(read.serialNumber.toLowerCase()).toBe(serial);
});

test("gives every certificate a serial of 128 bits of its own", async () => {
  const authority = makeTokenAuthority(given, crlUrl);
  const publicKey = newKey();
  const serials = await Promise.all(
    Array.from({ length: 20 }, async () => (await authority.issue(asked(publicKey))).serial),
  );
  expect(new Set(serials).size).toBe(20);
  for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9a-f]{31}$/);
});

test("takes a certificate only with the key it is of", () => {
  const other = newTokenAuthority(new Date("2026-01-01T00:00:00Z"));
  expect(isAuthorityOf(settings.TOKEN_CA_CERT, given.key)).toBe(true);
  expect(isAuthorityOf(other.TOKEN_CA_CERT, given.key)).toBe(false);
  expect(isAuthorityOf("nothing", given.key)).toBe(false);
});

test("a key of a phone is one on P-256, and what it signed is told from anything else", async () => {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  const ecdsa = { name: "ECDSA", hash: "SHA-256" };
  const signed = new Uint8Array(
    await crypto.subtle.sign(ecdsa, pair.privateKey, new TextEncoder().encode("ประตู")),
  );
  expect(await deviceKeys.hasSigned(publicKey, "ประตู", signed)).toBe(true);
  expect(await deviceKeys.hasSigned(publicKey, "ประตู ", signed)).toBe(false);
  expect(await deviceKeys.hasSigned(newKey(), "ประตู", signed)).toBe(false);
  expect(await deviceKeys.hasSigned(publicKey, "ประตู", signed.slice(1))).toBe(false);
  expect(await deviceKeys.hasSigned(Uint8Array.of(1, 2, 3), "ประตู", signed)).toBe(false);
  const { publicKey: rsa } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  expect(await deviceKeys.isKey(new Uint8Array(rsa.export({ format: "der", type: "spki" })))).toBe(false);
  expect(await deviceKeys.isKey(publicKey)).toBe(true);
});

import { createHash, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { readPrivateKey, readPublicKey, thumbprintText } from "./p256-key.ts";

function written(namedCurve: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
  return {
    jwk: privateKey.export({ format: "jwk" }),
    pkcs8: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
    sec1: privateKey.export({ format: "der", type: "sec1" }).toString("base64"),
    spki: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  };
}

test("keys are read as another program writes them as JWK", () => {
  for (let round = 0; round < 20; round += 1) {
    const { jwk, pkcs8, spki } = written("prime256v1");
    expect(readPrivateKey(pkcs8)).toEqual({ d: jwk.d, x: jwk.x, y: jwk.y });
    expect(readPublicKey(spki)).toEqual({ x: jwk.x, y: jwk.y });
  }
});

test("another curve, another form, a cut key and no key are none", () => {
  const [ours, other] = [written("prime256v1"), written("secp256k1")];
  for (const text of [other.pkcs8, ours.sec1, ours.spki, ours.pkcs8.slice(0, -4), "", "กุญแจ", "AAAA"]) {
    expect(readPrivateKey(text)).toBe(null);
  }
  for (const text of [other.spki, ours.pkcs8, ours.spki.slice(0, -4), "", "AAA"]) {
    expect(readPublicKey(text)).toBe(null);
  }
});

// The point is that of RFC 7517, appendix A.1; its thumbprint was taken with another program.
test("a thumbprint is taken over the members of RFC 7638 in their order", () => {
  const text = thumbprintText({
    x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
    y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
  });
  expect(createHash("sha256").update(text).digest("base64url")).toBe(
    "cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s",
  );
});

// Verifies the QR of a service code without asking Pratu: Node 20, no packages.
//   node verify-code.mjs keys.json 99001 <text of the QR>
// keys.json is a copy of https://<host>/.well-known/pratu-code-key.json, 99001 the facility's own code.
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const [file, facility, text = ""] = process.argv.slice(2);
const [header, claims, signature] = text.split(".");
const read = (part = "") => JSON.parse(Buffer.from(part, "base64url").toString() || "{}");

function judge() {
  const { alg, typ, kid } = read(header);
  const key = JSON.parse(readFileSync(file, "utf8")).keys.find((each) => each.kid === kid);
  if (alg !== "ES256" || typ !== "pratu-code" || !key) return "forged";
  const publicKey = { key: createPublicKey({ key, format: "jwk" }), dsaEncoding: "ieee-p1363" };
  const signed = Buffer.from(`${header}.${claims}`);
  if (!verify("sha256", signed, publicKey, Buffer.from(signature ?? "", "base64url"))) return "forged";
  const { sub, aud, svc, exp } = read(claims);
  if (aud !== facility) return "of another facility";
  return Date.now() > exp * 1000 ? "expired" : `good: ${sub} for ${svc}`;
}

console.log(judge());

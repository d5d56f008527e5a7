import { Hono } from "hono";
import { seeRevocationList } from "../credentials/actions/see-revocations.ts";
import { revocationListPath } from "../credentials/revocation.ts";
import type { AppContext, AppEnv } from "./env.ts";

export const tokenAuthorityPath = "/.well-known/pratu-token-ca.pem";
/** The same certificate in DER, beside the list. */
export const tokenAuthorityDerPath = "/pki/soft-token-ca.crt";

/** How long a copy of the certificate may be used without asking again. */
const freshSeconds = 3600;
/** How long a copy of the list may be: a phone that is lost must show soon. */
const listFreshSeconds = 60;

/**
 * The certificate of the authority behind Soft Tokens, and the list of certificates that ended before their time, for
 * whoever verifies one without asking us. Nothing in them is secret: the list names serial numbers, no people.
 */
export const tokenAuthority = new Hono<AppEnv>();

tokenAuthority.get(tokenAuthorityPath, (c) => {
  const { certificate } = c.var.ports.tokenAuthority;
  if (certificate === null) return c.notFound();
  return forAnybody(c, freshSeconds).body(certificate, 200, { "content-type": "application/x-pem-file" });
});

tokenAuthority.get(tokenAuthorityDerPath, (c) => {
  const { certificate } = c.var.ports.tokenAuthority;
  if (certificate === null) return c.notFound();
  const der = Uint8Array.from(Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ""), "base64"));
  return forAnybody(c, freshSeconds).body(der, 200, { "content-type": "application/pkix-cert" });
});

tokenAuthority.get(revocationListPath, async (c) => {
  const der = await seeRevocationList(c.var.ports, { kind: "gate" });
  if (der === null) return c.notFound();
  const body = Uint8Array.from(der);
  return forAnybody(c, listFreshSeconds).body(body, 200, { "content-type": "application/pkix-crl" });
});

function forAnybody(c: AppContext, seconds: number): AppContext {
  c.header("cache-control", `public, max-age=${seconds}`);
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
  return c;
}

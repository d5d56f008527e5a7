import { Hono } from "hono";
import type { AppEnv } from "./env.ts";

export const codeKeysPath = "/.well-known/pratu-code-key.json";

/** How long a copy may be used without asking again: a new key shows up everywhere within this time. */
const freshSeconds = 3600;

/**
 * The public keys that verify the QR of a service code, for whoever checks one without asking us (a JWK set, RFC 7517):
 * the current one first. Nothing in it is secret, and pages of other hosts may read it.
 */
export const codeKeys = new Hono<AppEnv>().get(codeKeysPath, (c) => {
  c.header("cache-control", `public, max-age=${freshSeconds}`);
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
  return c.json({ keys: c.var.ports.keys.codePublicKeys }, 200, {
    "content-type": "application/jwk-set+json",
  });
});

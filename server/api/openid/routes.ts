import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { isWithin } from "../../http/sign-in-limit.ts";
import { exchangeCode } from "../../openid/actions/exchange-code.ts";
import { publishKeys } from "../../openid/actions/publish-keys.ts";
import { readUserinfo } from "../../openid/actions/read-userinfo.ts";
import { readClientProof } from "../../openid/client-proof.ts";
import { describeProvider, openIdPaths } from "../../openid/discovery.ts";
import type { TokenRefusal } from "../../openid/openid-error.ts";
import { longestParameters, readParameters } from "../../openid/parameters.ts";
import { keySetFreshSeconds } from "../../openid/signing-key.ts";
import { bearerOf } from "../key-text.ts";

/** What relying parties call themselves: the description, the keys, the exchange of codes, userinfo. */
export const openIdApi = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;
const noStore = { "cache-control": "no-store", pragma: "no-cache" };
/** Calls from one address in a minute: all sign-ins of one relying party come from its own. */
const perAddress = { name: "openid_token", most: 1_200, seconds: 60 };

openIdApi.get(openIdPaths.discovery, (c) => {
  shareWithPages(c);
  return c.json(describeProvider(c.var.site.publicUrl.origin));
});

openIdApi.get(openIdPaths.keys, async (c) => {
  const keys = await publishKeys(c.var.ports, gate);
  if (!keys.ok) throw new Error("keys are never refused");
  shareWithPages(c);
  return c.json({ keys: keys.value }, 200, { "content-type": "application/jwk-set+json" });
});

const small = bodyLimit({
  maxSize: longestParameters * 3,
  onError: (c) =>
    c.json({ error: "invalid_request", error_description: "the request is too long" }, 413, noStore),
});

openIdApi.post(openIdPaths.token, small, async (c) => {
  if (!(await isWithin(c, perAddress, c.var.address))) {
    c.header("retry-after", String(perAddress.seconds));
    return c.json({ error: "temporarily_unavailable", error_description: "too many calls" }, 429, noStore);
  }
  const sent = isForm(c) ? readParameters(await c.req.text()) : null;
  if (!sent) return refused(c, wrong("a form of at most 6000 characters is expected"));
  if (sent.twice.size > 0) return refused(c, wrong("a parameter is sent twice"));
  const proof = readClientProof(c.req.header("authorization"), sent);
  if (!proof) return refused(c, { kind: "invalid_client", description: "prove the client by one way alone" });
  const grantType = sent.value("grant_type");
  if (grantType === null) return refused(c, wrong("grant_type is missing"));
  if (grantType !== "authorization_code")
    return refused(c, { kind: "unsupported_grant_type", description: "grant_type is authorization_code" });
  const code = sent.value("code");
  if (code === null) return refused(c, wrong("code is missing"));
  const exchanged = await exchangeCode(c.var.ports, gate, {
    issuer: c.var.site.publicUrl.origin,
    proof,
    code,
    redirectUri: sent.value("redirect_uri"),
    verifier: sent.value("code_verifier"),
  });
  return exchanged.ok ? c.json(exchanged.value, 200, noStore) : refused(c, exchanged.refusal);
});

openIdApi.on(["GET", "POST"], openIdPaths.userinfo, small, async (c) => {
  const told = await readUserinfo(c.var.ports, gate, bearerOf(c.req.header("authorization")));
  if (told.ok) return c.json(told.value, 200, noStore);
  const isSent = c.req.header("authorization") !== undefined;
  c.header("www-authenticate", `Bearer realm="pratu"${isSent ? ', error="invalid_token"' : ""}`);
  return c.json({ error: "invalid_token" }, 401, noStore);
});

function isForm(c: AppContext): boolean {
  return /^application\/x-www-form-urlencoded(;|$)/i.test(c.req.header("content-type") ?? "");
}

function wrong(description: string): TokenRefusal {
  return { kind: "invalid_request", description };
}

function refused(c: AppContext, { kind, description }: TokenRefusal): Response {
  if (kind === "invalid_client") c.header("www-authenticate", 'Basic realm="pratu"');
  const status = kind === "invalid_client" ? 401 : 400;
  return c.json({ error: kind, error_description: description }, status, noStore);
}

/** Nothing in it is secret, and pages of other hosts may read it. */
function shareWithPages(c: AppContext): void {
  c.header("cache-control", `public, max-age=${keySetFreshSeconds}`);
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
}

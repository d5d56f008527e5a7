import { Hono } from "hono";
import type { ApiContext, ApiEnv } from "../api/answer.ts";
import type { World } from "../world/world.ts";
import { authorize, loginFont, loginStyle } from "./authorize.tsx";
import { makeGrants, type Grants } from "./grants.ts";
import { checkIdToken, issueWebIdToken } from "./id-token.ts";
import type { LoginKeys } from "./login-keys.ts";

/** LINE Login: authorize page, code against tokens, verify, certs and the profile of an access token. */
export function loginPaths(world: World, keys: LoginKeys): Hono<ApiEnv> {
  const grants = makeGrants();
  const paths = new Hono<ApiEnv>();
  paths.get("/oauth2/v2.1/authorize", (context) => authorize(world, grants, context));
  paths.get("/oauth2/v2.1/authorize/login.css", (context) => loginStyle(context));
  paths.get("/oauth2/v2.1/authorize/thai.woff2", (context) => loginFont(context, "thai"));
  paths.get("/oauth2/v2.1/authorize/latin.woff2", (context) => loginFont(context, "latin"));
  paths.post("/oauth2/v2.1/token", (context) => exchange(world, grants, context));
  paths.post("/oauth2/v2.1/verify", (context) => verify(world, keys, context));
  paths.get("/oauth2/v2.1/verify", (context) => verifyAccess(world, grants, context));
  paths.get("/oauth2/v2.1/certs", (context) => context.json({ keys: [keys.publicJwk] }));
  paths.get("/v2/profile", (context) => profile(world, grants, context));
  return paths;
}

const refused = (context: ApiContext, error: string, error_description: string): Response =>
  context.json({ error, error_description }, 400);

async function exchange(world: World, grants: Grants, context: ApiContext): Promise<Response> {
  const form = new URLSearchParams(await context.req.text());
  const { login } = world.options;
  if (form.get("grant_type") !== "authorization_code")
    return refused(context, "unsupported_grant_type", "grant_type");
  if (form.get("client_id") !== login.id || form.get("client_secret") !== login.secret) {
    return refused(context, "invalid_client", "client_id or client_secret is wrong");
  }
  const now = world.now();
  const verifier = form.get("code_verifier");
  const grant = grants.redeem(form.get("code") ?? "", form.get("redirect_uri") ?? "", verifier, now);
  if ("refused" in grant) return refused(context, "invalid_grant", grant.refused);
  const { accessToken, expiresIn } = grants.issueAccessToken(grant.phone, now);
  return context.json({
    access_token: accessToken,
    expires_in: expiresIn,
    id_token: await issueWebIdToken(grant.phone, login, now, grant.request.nonce),
    refresh_token: accessToken.split("").reverse().join(""),
    scope: "profile openid",
    token_type: "Bearer",
  });
}

async function verify(world: World, keys: LoginKeys, context: ApiContext): Promise<Response> {
  const form = new URLSearchParams(await context.req.text());
  const idToken = form.get("id_token");
  const clientId = form.get("client_id");
  if (!idToken || !clientId)
    return refused(context, "invalid_request", "id_token and client_id are required");
  const asked = { clientId, nonce: form.get("nonce"), userId: form.get("user_id") };
  const checked = await checkIdToken(keys, world.options.login, idToken, asked, world.now());
  return "refused" in checked
    ? refused(context, "invalid_request", checked.refused)
    : context.json(checked.claims);
}

function verifyAccess(world: World, grants: Grants, context: ApiContext): Response {
  const holder = grants.holderOf(context.req.query("access_token") ?? "", world.now());
  if (!holder) return refused(context, "invalid_request", "access token expired");
  return context.json({
    scope: "profile openid",
    client_id: world.options.login.id,
    expires_in: holder.expiresIn,
  });
}

function profile(world: World, grants: Grants, context: ApiContext): Response {
  const token = /^Bearer (\S+)$/.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
  const holder = grants.holderOf(token, world.now());
  if (!holder) return context.json({ message: "The access token expired" }, 401);
  return context.json({ userId: holder.phone.userId, displayName: holder.phone.displayName });
}

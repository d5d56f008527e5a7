import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { isOwnHost } from "../../server/http/own-host.ts";
import { signInAllowed, userMaySignIn } from "../../server/http/sign-in-limit.ts";
import { endThisSession, startSession } from "../../server/http/session.ts";
import { nextQuery, safeNext } from "../next.ts";
import { beginLogin, endLogin } from "./login-state.ts";

/** Signing in, by LIFF's ID token or by LINE Login in an ordinary browser. */
export const signInRoutes = new Hono<AppEnv>();

signInRoutes.post("/session", async (c) => {
  if (!(await signInAllowed(c))) return c.json({ kind: "too_many" }, 429);
  const body: unknown = await c.req.json().catch(() => null);
  const idToken = (body as { readonly idToken?: unknown } | null)?.idToken;
  if (typeof idToken !== "string" || idToken.length > 8_000) return c.json({ kind: "token_invalid" }, 401);
  const identity = await c.var.ports.lineSignIn.verifyIdToken(idToken);
  if (!identity.ok) return c.json(identity.refusal, identity.refusal.kind === "provider_down" ? 503 : 401);
  if (!(await userMaySignIn(c, identity.value))) return c.json({ kind: "too_many" }, 429);
  await startSession(c, identity.value, "liff", "th");
  return c.body(null, 204);
});

signInRoutes.get("/browser", (c) => {
  const login = beginLogin(c, safeNext(c.req.query("next")));
  const { state, nonce, challenge } = login;
  return c.redirect(
    c.var.ports.lineSignIn.authorizeUrl({ state, nonce, challenge, redirectUri: returnUri(c) }),
    302,
  );
});

signInRoutes.get("/browser/return", async (c) => {
  if (!(await signInAllowed(c))) return sayNot(c, "many", 429);
  const login = endLogin(c, c.req.query("state"));
  const code = c.req.query("code");
  if (login === null || code === undefined) return sayNot(c, "cancelled", 400, login?.next);
  const { verifier, nonce, next } = login;
  const identity = await c.var.ports.lineSignIn.exchangeCode({
    code,
    verifier,
    nonce,
    redirectUri: returnUri(c),
  });
  if (!identity.ok) {
    const down = identity.refusal.kind === "provider_down";
    return sayNot(c, down ? "down" : "cancelled", down ? 503 : 400, next);
  }
  if (!(await userMaySignIn(c, identity.value))) return sayNot(c, "many", 429, next);
  await startSession(c, identity.value, "browser", "th");
  return c.redirect(safeNext(next), 303);
});

signInRoutes.post("/sign-out", async (c) => {
  await endThisSession(c);
  return c.redirect("/liff/signed-out", 303);
});

signInRoutes.get("/signed-out", (c) => {
  const page = pageContext(c);
  const words = page.words.signIn.signedOut;
  return sendPage(
    c,
    <Layout page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" href="/liff/home">
          {words.again}
        </ButtonLink>
        <ButtonLink href="/liff/e-service">{page.words.eService.towns.title}</ButtonLink>
      </ButtonGroup>
    </Layout>,
  );
});

/** Where LINE sends people back: LINE compares it to the letter with those registered, so only our own hosts. */
function returnUri(c: AppContext): string {
  const { publicUrl } = c.var.site;
  const host = c.req.header("host") ?? "";
  const origin = isOwnHost(host, publicUrl) ? `${publicUrl.protocol}//${host}` : publicUrl.origin;
  return `${origin}/liff/browser/return`;
}

function sayNot(c: AppContext, what: "cancelled" | "down" | "many", status: 400 | 429 | 503, next?: string) {
  const page = pageContext(c);
  const words = page.words.signIn;
  return sendPage(
    c,
    <Layout page={page} title={words[what].title}>
      <h1>{words[what].title}</h1>
      <p>{words[what].body}</p>
      <ButtonLink kind="primary" href={`/liff/browser${nextQuery(next)}`}>
        {words.again}
      </ButtonLink>
    </Layout>,
    { status },
  );
}

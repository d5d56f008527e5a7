import { Hono } from "hono";
import { proveEmail, seeProofLink } from "../../server/identity/actions/prove-email.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { signInAllowed } from "../../server/http/sign-in-limit.ts";

const gate = { kind: "gate" } as const;

/** The link that proves an e-mail address: opened it asks, pressed it proves. Whoever reads the mail needs no session. */
export const proveEmailPages = new Hono<AppEnv>();

proveEmailPages.get("/prove-email/done", (c) => {
  const page = pageContext(c);
  const words = page.words.join.prove;
  return sendPage(
    c,
    <Layout page={page} title={words.doneTitle}>
      <h1>{words.doneTitle}</h1>
      <Banner tone="done" title={words.done} live />
      <ButtonLink kind="primary" href="/liff/welcome">
        {words.go}
      </ButtonLink>
    </Layout>,
  );
});

proveEmailPages.get("/prove-email/:token", async (c) => {
  const token = c.req.param("token");
  const seen = await seeProofLink(c.var.ports, gate, token);
  const page = pageContext(c);
  const words = page.words.join.prove;
  if (!seen.ok) return sayNot(c, words.dead, 404);
  return sendPage(
    c,
    <Layout page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.lead(seen.value.maskedEmail)}</p>
      <form method="post" action={`/liff/prove-email/${token}`}>
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
    </Layout>,
  );
});

proveEmailPages.post("/prove-email/:token", async (c) => {
  const { join } = pageContext(c).words;
  if (!(await signInAllowed(c))) return sayNot(c, join.signIn.many, 429);
  const proven = await proveEmail(c.var.ports, gate, c.req.param("token"));
  if (proven.ok) return c.redirect("/liff/prove-email/done", 303);
  return proven.refusal.kind === "email_taken"
    ? sayNot(c, join.prove.taken, 409)
    : sayNot(c, join.prove.dead, 404);
});

function sayNot(c: AppContext, sentence: string, status: 404 | 409 | 429) {
  const page = pageContext(c);
  const words = page.words.join.prove;
  return sendPage(
    c,
    <Layout page={page} title={words.title}>
      <h1>{words.title}</h1>
      <Banner tone="refused" title={sentence} live />
      <ButtonLink kind="primary" href="/liff/welcome">
        {words.go}
      </ButtonLink>
    </Layout>,
    { status },
  );
}

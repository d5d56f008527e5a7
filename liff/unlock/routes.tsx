import { Hono } from "hono";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PinField } from "../../server/http/page/secret-field.tsx";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { unlock } from "../../server/http/session.ts";
import { proveUnlock } from "../../server/identity/actions/unlock.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf, requireAccount, sessionOf } from "../gates.ts";
import { nextQuery, safeNext } from "../next.ts";

/** The PIN of a returning citizen (C3). */
export const unlockPages = new Hono<AppEnv>();

unlockPages.use("/unlock", requireAccount);

unlockPages.get("/unlock", (c) =>
  sessionOf(c).unlocked ? c.redirect(safeNext(c.req.query("next")), 303) : unlockPage(c),
);

unlockPages.post("/unlock", async (c) => {
  const form = await readForm(c);
  const page = pageContext(c);
  const proven = await proveUnlock(c.var.ports, citizenOf(c), form.text("pin"));
  if (!proven.ok) return unlockPage(c, sayRefusal(page.words.identity.refusal, proven.refusal));
  await unlock(c);
  return c.redirect(safeNext(c.req.query("next")), 303);
});

function unlockPage(c: AppContext, refusal?: string) {
  const page = pageContext(c);
  const words = page.words.identity.unlock;
  const query = nextQuery(c.req.query("next"));
  const { refusal: refusals, next } = page.words.identity;
  const disabled = refusal === refusals.pin_disabled();
  return sendPage(
    c,
    <Layout page={page} title={words.title} wrong={refusal !== undefined} scripts={["show-secret.js"]}>
      {disabled ? (
        <Banner tone="refused" title={refusal} live />
      ) : (
        <>
          <ErrorSummary page={page} items={refusal ? [{ field: "pin", sentence: refusal }] : []} />
          <form class="stack" method="post" action={`/liff/unlock${query}`} novalidate>
            <PinField
              page={page}
              name="pin"
              label={words.label}
              hint={words.hint}
              error={refusal}
              heading
              autofocus={!refusal}
            />
            <ButtonGroup>
              <Button>{next}</Button>
            </ButtonGroup>
          </form>
        </>
      )}
      <ButtonLink kind={disabled ? "primary" : "quiet"} href={`/liff/recover${query}`}>
        {words.forgot}
      </ButtonLink>
    </Layout>,
    { status: refusal === undefined ? 200 : 422 },
  );
}

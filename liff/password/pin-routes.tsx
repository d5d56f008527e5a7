import { Hono } from "hono";
import { seeUnlock } from "../../server/identity/actions/see-unlock.ts";
import { setFirstPin, type SetFirstPinRefusal } from "../../server/identity/actions/set-first-pin.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PinField } from "../../server/http/page/secret-field.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf, requireUnlocked } from "../gates.ts";
import { nextQuery, safeNext } from "../next.ts";

/** The first PIN of somebody who linked LINE by their password (E2, C2.5). */
export const newPinPages = new Hono<AppEnv>();

newPinPages.use("/new-pin", requireUnlocked);

newPinPages.get("/new-pin", async (c) => {
  const may = await seeUnlock(c.var.ports, citizenOf(c));
  const isMissing = !may.ok && may.refusal.kind === "no_pin";
  return isMissing ? pinPage(c, []) : c.redirect(wayOn(c), 303);
});

newPinPages.post("/new-pin", async (c) => {
  const form = await readForm(c);
  const typed = { pin: form.text("pin"), again: form.text("again") };
  const set = await setFirstPin(c.var.ports, citizenOf(c), typed);
  if (set.ok || set.refusal.kind === "has_pin") return c.redirect(wayOn(c), 303);
  return pinPage(c, [said(c, set.refusal)]);
});

function said(
  c: AppContext,
  refusal: Exclude<SetFirstPinRefusal, { readonly kind: "has_pin" }>,
): SummaryItem {
  const { identity, account } = pageContext(c).words;
  switch (refusal.kind) {
    case "new_pin_refused":
      return { field: "pin", sentence: sayRefusal(identity.refusal, refusal.why) };
    case "pin_not_same":
      return { field: "again", sentence: account.refusal.pin_not_same_twice() };
    case "pin_limit":
      return { sentence: identity.refusal.pin_limit() };
    case "session_locked":
      return { sentence: account.refusal.session_locked() };
  }
}

function pinPage(c: AppContext, refusals: readonly SummaryItem[]) {
  const page = pageContext(c);
  const words = page.words.join.newPin;
  const errorOf = (name: string) => refusals.find(({ field }) => field === name)?.sentence;
  return sendPage(
    c,
    <Layout page={page} title={words.title} wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action={`/liff/new-pin${nextQuery(c.req.query("next"))}`} novalidate>
        <PinField page={page} name="pin" label={words.pin} error={errorOf("pin")} />
        <PinField page={page} name="again" label={words.again} error={errorOf("again")} />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
    </Layout>,
    { status: refusals.length > 0 ? 422 : 200 },
  );
}

function wayOn(c: AppContext): string {
  return safeNext(c.req.query("next"));
}

import { Hono } from "hono";
import {
  changeCitizenPassword,
  type ChangeCitizenPasswordRefusal,
} from "../../server/identity/actions/change-citizen-password.ts";
import { seeStepUp } from "../../server/identity/actions/see-step-up.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf, sessionOf } from "../gates.ts";
import { PasswordCard } from "../join/contact-fields.tsx";
import { sayStepUp, StepUpField } from "./step-up-field.tsx";

/** Another password for browsers without LINE, or the first one. */
export const passwordPages = new Hono<AppEnv>();

passwordPages.get("/account/password", (c) => passwordPage(c, []));

passwordPages.post("/account/password", async (c) => {
  const form = await readForm(c);
  const changed = await changeCitizenPassword(c.var.ports, citizenOf(c), {
    proof: form.text("proof"),
    password: form.text("password"),
    again: form.text("again"),
    keepSessionId: sessionOf(c).id,
  });
  if (changed.ok) return c.redirect("/liff/account?done=password_changed", 303);
  return passwordPage(c, [said(c, changed.refusal)]);
});

function said(c: AppContext, refusal: ChangeCitizenPasswordRefusal): SummaryItem {
  const page = pageContext(c);
  const { faults } = page.words.join;
  switch (refusal.kind) {
    case "step_up_refused":
      return { field: "proof", sentence: sayStepUp(page, refusal.why) };
    case "new_password_refused":
      return { field: "password", sentence: sayRefusal(faults, refusal.why) };
    case "password_again":
      return { field: "password", sentence: faults.password_again(refusal) };
  }
}

async function passwordPage(c: AppContext, refusals: readonly SummaryItem[]) {
  const page = pageContext(c);
  const { account: words, reset } = page.words.join;
  const by = await seeStepUp(c.var.ports, citizenOf(c));
  const sentences = refusals.map((one) => ({ ...one, at: one.field ?? "" }));
  const proofError = refusals.find(({ field }) => field === "proof")?.sentence;
  return sendPage(
    c,
    <Layout page={page} title={words.passwordTitle} back="/liff/account" wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.passwordTitle}</h1>
      <p class="lead">{words.passwordLead}</p>
      <form class="stack" method="post" action="/liff/account/password" novalidate>
        <Card>
          <StepUpField page={page} by={by} error={proofError} />
        </Card>
        <PasswordCard page={page} sentences={sentences} label={reset.password} />
        <ButtonGroup>
          <Button>{words.save}</Button>
        </ButtonGroup>
      </form>
    </Layout>,
    { status: refusals.length > 0 ? 422 : 200 },
  );
}

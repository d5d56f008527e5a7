import { Hono } from "hono";
import { changeContact, type ChangeContactRefusal } from "../../server/identity/actions/change-contact.ts";
import { resendProof } from "../../server/identity/actions/resend-proof.ts";
import { seeContact } from "../../server/identity/actions/see-contact.ts";
import { seeStepUp } from "../../server/identity/actions/see-step-up.ts";
import { nothingTyped, type TypedJoin } from "../../server/identity/join.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { citizenOf } from "../gates.ts";
import { AddressCard, EmailField, PrefixField } from "../join/contact-fields.tsx";
import { choicesFor, errorOf, sentencesOf, typedIn, type Sentences } from "../join/typed.ts";
import { sayStepUp, StepUpField } from "./step-up-field.tsx";

/** One's own prefix, e-mail and address, and the link that proves the e-mail. */
export const contactPages = new Hono<AppEnv>();

contactPages.get("/account/contact", async (c) => {
  const { contact } = await seeContact(c.var.ports, citizenOf(c));
  if (!contact) return c.redirect("/liff/join?next=%2Fliff%2Faccount%2Fcontact", 303);
  const email = contact.pendingEmail ?? contact.email;
  return contactPage(c, { ...nothingTyped, prefix: contact.prefix, email, ...contact.address }, []);
});

contactPages.post("/account/contact", async (c) => {
  const form = await readForm(c);
  const typed = typedIn(form);
  if (form.text("step") === "places") return contactPage(c, typed, []);
  const changed = await changeContact(c.var.ports, citizenOf(c), { typed, proof: form.text("proof") });
  if (changed.ok) return c.redirect("/liff/account?done=contact_changed", 303);
  if (changed.refusal.kind === "not_joined") return c.redirect("/liff/join", 303);
  return contactPage(c, typed, said(c, changed.refusal));
});

contactPages.post("/account/contact/proof", async (c) => {
  const sent = await resendProof(c.var.ports, citizenOf(c));
  const told = sent.ok ? "?told=resent" : sent.refusal.kind === "mail_limit" ? "?told=mail_limit" : "";
  return c.redirect(`/liff/welcome${told}`, 303);
});

function said(
  c: AppContext,
  refusal: Exclude<ChangeContactRefusal, { readonly kind: "not_joined" }>,
): Sentences {
  const page = pageContext(c);
  if (refusal.kind === "join_refused") return sentencesOf(page, refusal.faults);
  return [{ at: "proof", field: "proof", sentence: sayStepUp(page, refusal.why) }];
}

async function contactPage(c: AppContext, typed: TypedJoin, sentences: Sentences) {
  const { ports } = c.var;
  const page = pageContext(c);
  const words = page.words.join.account;
  const [{ contact }, by, choices] = await Promise.all([
    seeContact(ports, citizenOf(c)),
    seeStepUp(ports, citizenOf(c)),
    choicesFor(ports.gazetteer, typed),
  ]);
  const part = { page, typed, sentences, choices };
  return sendPage(
    c,
    <Layout
      page={page}
      title={words.contactTitle}
      back="/liff/account"
      wrong={sentences.length > 0}
      scripts={["address.js"]}
    >
      <ErrorSummary page={page} items={sentences} />
      <h1>{words.contactTitle}</h1>
      {contact?.pendingEmail ? <Banner tone="waiting" title={words.pending(contact.pendingEmail)} /> : null}
      <p class="lead">{words.contactLead}</p>
      <form class="stack" method="post" action="/liff/account/contact" novalidate>
        <Card>
          <PrefixField {...part} />
          <EmailField {...part} />
        </Card>
        <AddressCard {...part} />
        <Card>
          <StepUpField page={page} by={by} error={errorOf(sentences, "proof")} />
        </Card>
        <ButtonGroup>
          <Button>{words.save}</Button>
        </ButtonGroup>
      </form>
    </Layout>,
    { status: sentences.length > 0 ? 422 : 200 },
  );
}

import { Hono } from "hono";
import { completeJoin } from "../../server/identity/actions/complete-join.ts";
import { seeContact } from "../../server/identity/actions/see-contact.ts";
import { nothingTyped, type TypedJoin } from "../../server/identity/join.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf } from "../gates.ts";
import { CompletePage } from "./form-page.tsx";
import { choicesFor, sentencesOf, typedIn, type Sentences } from "./typed.ts";
import { here } from "./who.ts";

/** The form for somebody who has an account: only what is missing (E2). */
export const completePages = new Hono<AppEnv>();

completePages.get("/join/form", async (c) => {
  const terms = c.req.query("terms");
  if (!isCitizen(c) || terms === undefined) return c.redirect(`/liff/join${here(c)}`, 303);
  const { contact } = await seeContact(c.var.ports, citizenOf(c));
  if (contact) return c.redirect(`/liff/join${here(c)}`, 303);
  return page(c, terms, nothingTyped, []);
});

completePages.post("/join/form", async (c) => {
  if (!isCitizen(c)) return c.redirect(`/liff/join${here(c)}`, 303);
  const form = await readForm(c);
  const termsVersion = form.text("terms");
  const typed = typedIn(form);
  if (form.text("step") === "places") return page(c, termsVersion, typed, []);
  const secret = { password: form.text("password"), again: form.text("again") };
  const done = await completeJoin(c.var.ports, citizenOf(c), { termsVersion, typed, ...secret });
  if (done.ok) return c.redirect(`/liff/welcome${here(c)}`, 303);
  const { refusal } = done;
  const { words } = pageContext(c);
  switch (refusal.kind) {
    case "session_locked":
    case "terms_changed":
      return c.redirect(`/liff/join${here(c)}`, 303);
    case "join_refused":
      return page(c, termsVersion, typed, sentencesOf(pageContext(c), refusal.faults));
    case "pin_limit":
      return page(c, termsVersion, typed, [{ sentence: sayRefusal(words.identity.refusal, refusal) }]);
  }
});

function isCitizen(c: AppContext): boolean {
  return c.var.session?.personId != null && c.var.session.unlocked;
}

async function page(c: AppContext, termsVersion: string, typed: TypedJoin, sentences: Sentences) {
  const { ports } = c.var;
  const own = await seeContact(ports, citizenOf(c));
  const choices = await choicesFor(ports.gazetteer, typed);
  const props = { page: pageContext(c), query: here(c), typed, sentences, choices, own, termsVersion };
  return sendPage(c, <CompletePage {...props} hasPassword={own.hasPassword} />, {
    status: sentences.length > 0 ? 422 : 200,
  });
}

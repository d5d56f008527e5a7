import { Hono } from "hono";
import { askNewPassword } from "../../server/identity/actions/ask-new-password.ts";
import {
  resetPassword,
  seeResetLink,
  type ResetPasswordRefusal,
} from "../../server/identity/actions/reset-password.ts";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { mayMailCitizen, signInAllowed } from "../../server/http/sign-in-limit.ts";
import { parseEmail } from "../../server/kernel/email.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { nextQuery } from "../next.ts";
import { DeadLinkPage, ForgotPage, NewPasswordPage, ResetDonePage, SentPage } from "./forgot-pages.tsx";

const gate = { kind: "gate" } as const;

/** "ลืมรหัสผ่าน" (E2): nothing here tells whether an address is known. */
export const forgotPages = new Hono<AppEnv>();

forgotPages.get("/forgot", (c) => sendPage(c, <ForgotPage {...shown(c)} email="" />));

forgotPages.post("/forgot", async (c) => {
  const typed = (await readForm(c)).text("email");
  const { words } = pageContext(c);
  const email = parseEmail(typed);
  if (!email.ok) {
    const refused = sayRefusal(words.join.faults, email.refusal);
    return sendPage(c, <ForgotPage {...shown(c)} email={typed} refused={refused} />, { status: 422 });
  }
  if (!(await signInAllowed(c))) {
    const refused = words.join.signIn.many;
    return sendPage(c, <ForgotPage {...shown(c)} email={typed} refused={refused} />, { status: 429 });
  }
  if (await mayMailCitizen(c, email.value)) await askNewPassword(c.var.ports, gate, email.value);
  return c.redirect(`/liff/forgot/sent${nextQuery(c.req.query("next"))}`, 303);
});

forgotPages.get("/forgot/sent", (c) => sendPage(c, <SentPage {...shown(c)} />));

forgotPages.get("/new-password/:token", async (c) => {
  const seen = await seeResetLink(c.var.ports, gate, c.req.param("token"));
  if (!seen.ok) return sendPage(c, <DeadLinkPage page={pageContext(c)} />, { status: 404 });
  return sendPage(c, <NewPasswordPage page={pageContext(c)} token={c.req.param("token")} />);
});

forgotPages.post("/new-password/:token", async (c) => {
  const token = c.req.param("token");
  if (!(await signInAllowed(c))) return refused(c, token, pageContext(c).words.join.signIn.many, 429);
  const form = await readForm(c);
  const typed = { password: form.text("password"), again: form.text("again") };
  const done = await resetPassword(c.var.ports, gate, { token, ...typed });
  if (done.ok) return c.redirect("/liff/forgot/done", 303);
  if (done.refusal.kind === "link_dead") {
    return sendPage(c, <DeadLinkPage page={pageContext(c)} />, { status: 404 });
  }
  return refused(c, token, say(c, done.refusal), 422);
});

forgotPages.get("/forgot/done", (c) => sendPage(c, <ResetDonePage page={pageContext(c)} />));

function refused(c: AppContext, token: string, sentence: string, status: 422 | 429) {
  return sendPage(c, <NewPasswordPage page={pageContext(c)} token={token} refused={sentence} />, { status });
}

function say(c: AppContext, refusal: Exclude<ResetPasswordRefusal, { readonly kind: "link_dead" }>): string {
  return sayRefusal(pageContext(c).words.join.faults, refusal);
}

function shown(c: AppContext) {
  return { page: pageContext(c), query: nextQuery(c.req.query("next")) };
}

import { Hono } from "hono";
import { changePassword } from "../../agencies/actions/change-password.ts";
import { endOwnSessions, type WhichSessions } from "../../agencies/actions/end-own-sessions.ts";
import { seeOwnAccount } from "../../agencies/actions/see-own-account.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireStaff, sessionOf, staffOf } from "../gates.ts";
import { ChangePasswordPage, type FormPage } from "./account-forms.tsx";
import { AccountPage, NoAccountPage, type AccountDone } from "./account-page.tsx";
import { authenticatorPages } from "./authenticator-routes.tsx";
import { requireAccount } from "./gate.ts";
import { passkeyPages } from "./passkey-routes.tsx";

/** One's own account: who one is, where one is signed in, password (F1.4, F1.6). Second steps have their own files. */
export const accountPages = new Hono<AppEnv>();

accountPages.use("/account/*", requireStaff);
accountPages.get("/account", requireStaff, (c) => showAccount(c));
accountPages.use("/account/*", requireAccount);

async function showAccount(c: AppContext, refused?: string): Promise<Response> {
  const shown = { page: pageContext(c), staff: sessionOf(c) };
  const account = await seeOwnAccount(c.var.ports, staffOf(c));
  if (account === null) return sendPage(c, <NoAccountPage {...shown} />);
  const done = doneOf(c, shown.page.words.agencies.account.done);
  return sendPage(c, <AccountPage {...shown} account={account} done={done} refused={refused} />, {
    status: refused === undefined ? 200 : 422,
  });
}

function doneOf(c: AppContext, sentences: Record<AccountDone, string>): AccountDone | null {
  const told = c.req.query("told") ?? "";
  return Object.hasOwn(sentences, told) ? (told as AccountDone) : null;
}

accountPages.post("/account/sessions/end-others", (c) =>
  endSessions(c, { keep: sessionOf(c).id }, "others_ended"),
);

accountPages.post("/account/sessions/:id/end", (c) => {
  const id = c.req.param("id");
  const { sessionMissing } = pageContext(c).words.agencies.account;
  return isUuid(id) ? endSessions(c, { only: id }, "session_ended") : showAccount(c, sessionMissing);
});

async function endSessions(c: AppContext, which: WhichSessions, told: AccountDone): Promise<Response> {
  const ended = await endOwnSessions(c.var.ports, staffOf(c), which);
  if (!ended.ok) return showAccount(c, pageContext(c).words.agencies.account.sessionMissing);
  return c.redirect(`/console/account?told=${told}`, 303);
}

accountPages.get("/account/password", (c) => showPassword(c));

accountPages.post("/account/password", async (c) => {
  const form = await readForm(c);
  const input = { sessionId: sessionOf(c).id, old: form.text("old"), password: form.text("password") };
  const changed = await changePassword(c.var.ports, staffOf(c), input);
  if (changed.ok) return c.redirect("/console/account?told=password_changed", 303);
  const { kind } = changed.refusal;
  const isNew = kind.startsWith("password_") && kind !== "password_wrong";
  const sentence = sayRefusal(pageContext(c).words.agencies.account.refusal, changed.refusal);
  return showPassword(c, { field: isNew ? "password" : "old", sentence });
});

function showPassword(c: AppContext, fault?: FormPage["fault"]): Promise<Response> {
  const page = <ChangePasswordPage page={pageContext(c)} staff={sessionOf(c)} fault={fault} />;
  return sendPage(c, page, { status: fault === undefined ? 200 : 422 });
}

accountPages.route("/", authenticatorPages);
accountPages.route("/", passkeyPages);

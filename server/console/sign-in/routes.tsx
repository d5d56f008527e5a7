import { Hono } from "hono";
import { askPasswordReset } from "../../agencies/actions/ask-password-reset.ts";
import { seeStaffLink, setPassword } from "../../agencies/actions/set-password.ts";
import { signInByPassword } from "../../agencies/actions/sign-in-by-password.ts";
import { parseEmail } from "../../kernel/email.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { endThisStaffSession, startHalfStaffSession, wasPutOut } from "../../http/session.ts";
import { mayAskForReset, staffMaySignIn } from "../../http/sign-in-limit.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { cardSignInPages } from "./card-routes.tsx";
import { DeadLinkPage, SetPasswordPage } from "./password-page.tsx";
import { LostPasswordPage, SignInPage } from "./sign-in-page.tsx";

/** Before the console opens: user name and password, a lost password, the link from a mail, the way out (F1.6). */
export const signInPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;

signInPages.get("/sign-in", async (c) => {
  if (c.var.staff) return c.redirect("/console", 303);
  const told = c.req.query("told");
  return sendPage(
    c,
    <SignInPage
      page={pageContext(c)}
      username=""
      told={told === "signed_out" || told === "password_set" ? told : null}
      putOut={await wasPutOut(c)}
      byCard={c.var.ports.cardProofs.available}
    />,
  );
});

signInPages.post("/sign-in", async (c) => {
  const form = await readForm(c);
  const username = form.text("username");
  const words = pageContext(c).words.agencies.signIn;
  if (!(await staffMaySignIn(c, username))) return refused(c, username, words.tooMany, 429);
  const signedIn = await signInByPassword(c.var.ports, gate, { username, password: form.text("password") });
  if (!signedIn.ok) return refused(c, username, words.refused, 422);
  await startHalfStaffSession(c, signedIn.value);
  return c.redirect("/console/second-step", 303);
});

function refused(c: AppContext, username: string, sentence: string, status: 422 | 429): Promise<Response> {
  const byCard = c.var.ports.cardProofs.available;
  const page = <SignInPage page={pageContext(c)} username={username} refused={sentence} byCard={byCard} />;
  return sendPage(c, page, { status });
}

signInPages.route("/", cardSignInPages);

signInPages.post("/sign-out", async (c) => {
  await endThisStaffSession(c);
  return c.redirect("/console/sign-in?told=signed_out", 303);
});

signInPages.get("/lost-password", (c) =>
  sendPage(c, <LostPasswordPage page={pageContext(c)} email="" sent={c.req.query("sent") === "1"} />),
);

/** Answers before anything is looked up, so that an address with an account takes as long as one without. */
signInPages.post("/lost-password", async (c) => {
  const text = (await readForm(c)).text("email");
  const words = pageContext(c).words.agencies.signIn;
  const email = parseEmail(text);
  const page = { page: pageContext(c), email: text };
  if (!email.ok) {
    const sentence = words.lost[email.refusal.kind];
    return sendPage(c, <LostPasswordPage {...page} refused={sentence} />, { status: 422 });
  }
  if (!(await mayAskForReset(c, email.value))) {
    return sendPage(c, <LostPasswordPage {...page} refused={words.tooMany} />, { status: 429 });
  }
  const { ports } = c.var;
  c.var.later(() => askPasswordReset(ports, gate, email.value));
  return c.redirect("/console/lost-password?sent=1", 303);
});

signInPages.get("/set-password/:token", async (c) => {
  const token = c.req.param("token");
  const link = await seeStaffLink(c.var.ports, gate, token);
  if (!link.ok) return sendPage(c, <DeadLinkPage page={pageContext(c)} />, { status: 404 });
  return sendPage(c, <SetPasswordPage page={pageContext(c)} link={link.value} token={token} />);
});

signInPages.post("/set-password/:token", async (c) => {
  const token = c.req.param("token");
  const password = (await readForm(c)).text("password");
  const set = await setPassword(c.var.ports, gate, { token, password });
  if (set.ok) {
    await endThisStaffSession(c);
    return c.redirect("/console/sign-in?told=password_set", 303);
  }
  const link = await seeStaffLink(c.var.ports, gate, token);
  if (!link.ok || set.refusal.kind === "link_dead") {
    return sendPage(c, <DeadLinkPage page={pageContext(c)} />, { status: 404 });
  }
  const sentence = sayRefusal(pageContext(c).words.agencies.signIn.set.refusal, set.refusal);
  const shown = { page: pageContext(c), link: link.value, token, refused: sentence };
  return sendPage(c, <SetPasswordPage {...shown} />, { status: 422 });
});

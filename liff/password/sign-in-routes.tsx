import { Hono } from "hono";
import { webChannel } from "../../server/identity/account-door.ts";
import { linkByPassword } from "../../server/identity/actions/link-by-password.ts";
import { seeUnlock } from "../../server/identity/actions/see-unlock.ts";
import { signInCitizen } from "../../server/identity/actions/sign-in-by-password.ts";
import { proveUnlockByPassword } from "../../server/identity/actions/unlock-by-password.ts";
import type { AppContext, AppEnv, CitizenSession } from "../../server/http/env.ts";
import { readForm, type FormFields } from "../../server/http/form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { startSession, unlock } from "../../server/http/session.ts";
import { citizenMaySignIn } from "../../server/http/sign-in-limit.ts";
import type { Visitor } from "../../server/kernel/actor.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf } from "../gates.ts";
import { nextQuery, safeNext } from "../next.ts";
import { PasswordAgainPage, SignInPage } from "./sign-in-page.tsx";

/** Signing in by password: in a browser without LINE, once in LINE to link the two, and again after a session idled. */
export const passwordSignIn = new Hono<AppEnv>();

passwordSignIn.get("/password", async (c) => {
  const { session } = c.var;
  if (session?.personId == null) return signInPage(c, []);
  if (session.unlocked) return c.redirect(wayOn(c), 303);
  return (await asksPassword(c, session)) ? againPage(c, []) : c.redirect(`/liff/unlock${query(c)}`, 303);
});

passwordSignIn.post("/password", async (c) => {
  const { session } = c.var;
  const form = await readForm(c);
  if (session?.personId != null) return provedAgain(c, session, form);
  const typed = { login: form.text("login"), password: form.text("password") };
  const { signIn: words } = pageContext(c).words.join;
  const missing = [
    ...(typed.login.trim() === "" ? [{ field: "login", sentence: words.loginMissing }] : []),
    ...(typed.password === "" ? [{ field: "password", sentence: words.passwordMissing }] : []),
  ];
  if (missing.length > 0) return signInPage(c, missing, typed.login);
  if (!(await citizenMaySignIn(c, typed.login))) {
    return signInPage(c, [{ sentence: words.many }], typed.login, 429);
  }
  return session && session.channel !== webChannel ? link(c, session, typed) : signIn(c, typed);
});

interface Typed {
  readonly login: string;
  readonly password: string;
}

async function signIn(c: AppContext, typed: Typed) {
  const signedIn = await signInCitizen(c.var.ports, { kind: "gate" }, typed);
  if (!signedIn.ok) return refused(c, typed.login);
  await startSession(c, signedIn.value.user, "browser", pageContext(c).language, true);
  return c.redirect(wayOn(c), 303);
}

async function link(c: AppContext, { channel, lineUserId }: CitizenSession, typed: Typed) {
  const visitor: Visitor = { kind: "visitor", channel, lineUserId };
  const linked = await linkByPassword(c.var.ports, visitor, typed);
  if (linked.ok) {
    await unlock(c);
    return c.redirect(linked.value.hasPin ? wayOn(c) : `/liff/new-pin${query(c)}`, 303);
  }
  if (linked.refusal.kind === "sign_in_refused") return refused(c, typed.login);
  const { linkedElsewhere } = pageContext(c).words.join.signIn;
  return signInPage(c, [{ sentence: linkedElsewhere }], typed.login);
}

function refused(c: AppContext, login: string) {
  const { signIn: words } = pageContext(c).words.join;
  return signInPage(c, [{ field: "login", sentence: words.refused }], login);
}

/** The web's own sessions, and one in LINE whose person has no PIN to be asked for. */
async function asksPassword(c: AppContext, session: CitizenSession): Promise<boolean> {
  if (session.channel === webChannel) return true;
  const may = await seeUnlock(c.var.ports, citizenOf(c));
  return !may.ok && may.refusal.kind === "no_pin";
}

async function provedAgain(c: AppContext, session: CitizenSession, form: FormFields) {
  if (session.unlocked) return c.redirect(wayOn(c), 303);
  if (!(await asksPassword(c, session))) return c.redirect(`/liff/unlock${query(c)}`, 303);
  const { signIn: words } = pageContext(c).words.join;
  if (!(await citizenMaySignIn(c, session.lineUserId))) return againPage(c, [{ sentence: words.many }], 429);
  const proven = await proveUnlockByPassword(c.var.ports, citizenOf(c), form.text("password"));
  if (!proven.ok) {
    return againPage(c, [{ field: "password", sentence: sayRefusal(words.refusal, proven.refusal) }]);
  }
  await unlock(c);
  return c.redirect(session.channel === webChannel ? wayOn(c) : `/liff/new-pin${query(c)}`, 303);
}

function signInPage(c: AppContext, refusals: readonly SummaryItem[], login = "", status?: 429) {
  const { session } = c.var;
  const inLine = session !== null && session.channel !== webChannel;
  const props = { page: pageContext(c), query: query(c), refusals, login, inLine };
  return sendPage(c, <SignInPage {...props} />, { status: status ?? (refusals.length > 0 ? 422 : 200) });
}

function againPage(c: AppContext, refusals: readonly SummaryItem[], status?: 429) {
  const props = { page: pageContext(c), query: query(c), refusals };
  return sendPage(c, <PasswordAgainPage {...props} />, {
    status: status ?? (refusals.length > 0 ? 422 : 200),
  });
}

function query(c: AppContext): string {
  return nextQuery(c.req.query("next"));
}

function wayOn(c: AppContext): string {
  return safeNext(c.req.query("next"), "/liff/welcome");
}

import { Hono } from "hono";
import { beginAuthenticator } from "../../agencies/actions/begin-authenticator.ts";
import { removeSecondStep } from "../../agencies/actions/remove-second-step.ts";
import { replaceAuthenticator, seeNewAuthenticator } from "../../agencies/actions/replace-authenticator.ts";
import { seeOwnAccount } from "../../agencies/actions/see-own-account.ts";
import { authenticatorStep } from "../../agencies/second-step.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { sessionOf, staffOf } from "../gates.ts";
import {
  BeginAuthenticatorPage,
  NewAuthenticatorPage,
  RemoveStepPage,
  type FormPage,
} from "./account-forms.tsx";

/** One's own authenticator, and ending a second step of either kind. Stands behind `requireAccount`. */
export const authenticatorPages = new Hono<AppEnv>();

const home = "/console/account";

authenticatorPages.get("/account/authenticator", (c) => showBegin(c));

authenticatorPages.post("/account/authenticator", async (c) => {
  const proof = (await readForm(c)).text("proof");
  const begun = await beginAuthenticator(c.var.ports, staffOf(c), { sessionId: sessionOf(c).id, proof });
  if (begun.ok) return c.redirect(`${home}/authenticator/new`, 303);
  const sentence = sayRefusal(pageContext(c).words.agencies.account.refusal, begun.refusal);
  return showBegin(c, { field: "proof", sentence });
});

async function showBegin(c: AppContext, fault?: FormPage["fault"]): Promise<Response> {
  const account = await seeOwnAccount(c.var.ports, staffOf(c));
  if (account === null) return notFoundPage(c);
  const props = { page: pageContext(c), staff: sessionOf(c), fault };
  const page = <BeginAuthenticatorPage {...props} hasOld={account.authenticatorSince !== null} />;
  return sendPage(c, page, { status: fault === undefined ? 200 : 422 });
}

authenticatorPages.get("/account/authenticator/new", (c) => showNew(c));

authenticatorPages.post("/account/authenticator/new", async (c) => {
  const code = (await readForm(c)).text("code");
  const input = { sessionId: sessionOf(c).id, code };
  const replaced = await replaceAuthenticator(c.var.ports, staffOf(c), input);
  if (replaced.ok) return c.redirect(`${home}?told=authenticator_kept`, 303);
  const sentence = sayRefusal(pageContext(c).words.agencies.account.refusal, replaced.refusal);
  if (replaced.refusal.kind === "authenticator_late") return showBegin(c, { field: "proof", sentence });
  return showNew(c, { field: "code", sentence });
});

async function showNew(c: AppContext, fault?: FormPage["fault"]): Promise<Response> {
  const made = await seeNewAuthenticator(c.var.ports, staffOf(c), { sessionId: sessionOf(c).id });
  if (made === null) return c.redirect(`${home}/authenticator`, 303);
  const page = <NewAuthenticatorPage page={pageContext(c)} staff={sessionOf(c)} fault={fault} made={made} />;
  return sendPage(c, page, { status: fault === undefined ? 200 : 422 });
}

authenticatorPages.get("/account/second-steps/:step/remove", (c) => showRemove(c, c.req.param("step")));

authenticatorPages.post("/account/second-steps/:step/remove", async (c) => {
  const step = c.req.param("step");
  const password = (await readForm(c)).text("password");
  const removed = await removeSecondStep(c.var.ports, staffOf(c), { step, password });
  if (removed.ok) return c.redirect(`${home}?told=removed`, 303);
  const sentence = sayRefusal(pageContext(c).words.agencies.account.refusal, removed.refusal);
  return showRemove(c, step, { field: "password", sentence });
});

async function showRemove(c: AppContext, step: string, fault?: FormPage["fault"]): Promise<Response> {
  const account = await seeOwnAccount(c.var.ports, staffOf(c));
  const { authenticator } = pageContext(c).words.agencies.account;
  const passkey = account?.passkeys.find(({ credentialId }) => credentialId === step);
  const isThere = step === authenticatorStep ? account?.authenticatorSince : passkey;
  if (!isThere) return notFoundPage(c);
  const name = passkey?.name ?? authenticator;
  const props = { page: pageContext(c), staff: sessionOf(c), fault, step, name };
  return sendPage(c, <RemoveStepPage {...props} />, { status: fault === undefined ? 200 : 422 });
}

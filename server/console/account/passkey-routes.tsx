import { Hono } from "hono";
import { addPasskey } from "../../agencies/actions/add-passkey.ts";
import { askPasskey } from "../../agencies/actions/ask-passkey.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readJson } from "../../http/json.ts";
import { relyingParty } from "../../http/relying-party.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { AddPasskeyRefusal } from "../../agencies/second-step.ts";
import { sessionOf, staffOf } from "../gates.ts";
import { AddPasskeyPage } from "./passkey-page.tsx";

/** Adding a passkey: a page, and the two questions its script puts. Stands behind `requireAccount`. */
export const passkeyPages = new Hono<AppEnv>();

passkeyPages.get("/account/passkeys/add", (c) =>
  sendPage(c, <AddPasskeyPage page={pageContext(c)} staff={sessionOf(c)} />),
);

/** The form itself arrives only where no script took it. */
passkeyPages.post("/account/passkeys/add", (c) => {
  const { needsScript } = pageContext(c).words.agencies.account;
  const page = (
    <AddPasskeyPage page={pageContext(c)} staff={sessionOf(c)} fault={{ sentence: needsScript }} />
  );
  return sendPage(c, page, { status: 422 });
});

passkeyPages.post("/account/passkeys/ask", async (c) => {
  const body = await readJson(c);
  const begun = await askPasskey(c.var.ports, staffOf(c), {
    sessionId: sessionOf(c).id,
    party: relyingParty(c),
    name: body.text("name"),
    password: body.text("password"),
  });
  return begun.ok ? c.json(begun.value) : refused(c, begun.refusal);
});

passkeyPages.post("/account/passkeys", async (c) => {
  const body = await readJson(c);
  const added = await addPasskey(c.var.ports, staffOf(c), {
    sessionId: sessionOf(c).id,
    party: relyingParty(c),
    name: body.text("name"),
    answer: body.value("answer"),
  });
  return added.ok ? c.json({ to: "/console/account?told=passkey_added" }) : refused(c, added.refusal);
});

function refused(c: AppContext, refusal: AddPasskeyRefusal): Response {
  return c.json({ sentence: sayRefusal(pageContext(c).words.agencies.account.refusal, refusal) }, 422);
}

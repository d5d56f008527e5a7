import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { changePin, type ChangePinRefusal } from "../../server/identity/actions/change-pin.ts";
import { webChannel } from "../../server/identity/account-door.ts";
import { seeStepUp } from "../../server/identity/actions/see-step-up.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf, sessionOf } from "../gates.ts";
import { nextQuery } from "../next.ts";
import { PinPage } from "./pin-page.tsx";

/** Another PIN, for who knows the old one. */
export const pinPages = new Hono<AppEnv>();

/** Who proves themselves by a password changes that one; who has no PIN yet in LINE chooses a first one. */
const requirePin = createMiddleware<AppEnv>(async (c, next) => {
  if (sessionOf(c).channel === webChannel) return c.redirect("/liff/account/password", 303);
  if ((await seeStepUp(c.var.ports, citizenOf(c))) === "password") {
    return c.redirect(`/liff/new-pin${nextQuery("/liff/account")}`, 303);
  }
  await next();
});

pinPages.use("/account/pin", requirePin);

pinPages.get("/account/pin", (c) => sendPage(c, <PinPage page={pageContext(c)} refusals={[]} />));

pinPages.post("/account/pin", async (c) => {
  const form = await readForm(c);
  const changed = await changePin(c.var.ports, citizenOf(c), {
    oldText: form.text("oldPin"),
    newText: form.text("newPin"),
    againText: form.text("againPin"),
    keepSessionId: sessionOf(c).id,
  });
  if (changed.ok) return c.redirect("/liff/account?done=pin_changed", 303);
  const refusals = [said(c, changed.refusal)];
  return sendPage(c, <PinPage page={pageContext(c)} refusals={refusals} />, { status: 422 });
});

function said(c: AppContext, refusal: ChangePinRefusal): SummaryItem {
  const { identity, account } = pageContext(c).words;
  switch (refusal.kind) {
    case "old_pin_refused":
      return { field: "oldPin", sentence: sayRefusal(identity.refusal, refusal.why) };
    case "new_pin_refused":
      return { field: "newPin", sentence: sayRefusal(identity.refusal, refusal.why) };
    case "pin_same_as_before":
      return { field: "newPin", sentence: account.refusal.pin_same_as_before() };
    case "pin_not_same_twice":
      return { field: "againPin", sentence: account.refusal.pin_not_same_twice() };
  }
}

import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { unlock } from "../../server/http/session.ts";
import { webChannel } from "../../server/identity/account-door.ts";
import { seeUnlock } from "../../server/identity/actions/see-unlock.ts";
import { proveUnlock, type UnlockRefusal } from "../../server/identity/actions/unlock.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf, requireAccount, sessionOf } from "../gates.ts";
import { nextQuery, safeNext } from "../next.ts";
import { DisabledPage, UnlockPage } from "./page.tsx";

/** The PIN of a returning citizen (C3). */
export const unlockPages = new Hono<AppEnv>();

unlockPages.use("/unlock", requireAccount);

unlockPages.get("/unlock", async (c) => {
  if (sessionOf(c).unlocked) return c.redirect(safeNext(c.req.query("next")), 303);
  const may = await seeUnlock(c.var.ports, citizenOf(c));
  if (sessionOf(c).channel === webChannel || (!may.ok && may.refusal.kind === "no_pin")) {
    return c.redirect(`/liff/password${nextQuery(c.req.query("next"))}`, 303);
  }
  if (may.ok) return sendPage(c, <UnlockPage {...shown(c)} />);
  if (may.refusal.kind === "pin_disabled") return sendPage(c, <DisabledPage {...shown(c)} />);
  return sendPage(c, <UnlockPage {...shown(c)} waits={say(c, may.refusal)} />);
});

unlockPages.post("/unlock", async (c) => {
  const form = await readForm(c);
  const proven = await proveUnlock(c.var.ports, citizenOf(c), form.text("pin"));
  if (!proven.ok) return refused(c, proven.refusal);
  await unlock(c);
  return c.redirect(safeNext(c.req.query("next")), 303);
});

function refused(c: AppContext, refusal: UnlockRefusal): Promise<Response> {
  const page =
    refusal.kind === "pin_disabled" ? (
      <DisabledPage {...shown(c)} />
    ) : (
      <UnlockPage {...shown(c)} refused={say(c, refusal)} />
    );
  return sendPage(c, page, { status: 422 });
}

function shown(c: AppContext) {
  return { page: pageContext(c), query: nextQuery(c.req.query("next")) };
}

function say(c: AppContext, refusal: UnlockRefusal): string {
  return sayRefusal<UnlockRefusal>(pageContext(c).words.identity.refusal, refusal);
}

import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { makeDraftHandOver } from "../../server/petitions/actions/make-draft-hand-over.ts";
import {
  endOwnDraftHandOver,
  seeOwnDraftHandOver,
} from "../../server/petitions/actions/see-own-draft-hand-over.ts";
import { citizenOf } from "../gates.ts";
import { CounterPage, counterPath } from "./counter-page.tsx";
import { elsewhere } from "./shown.tsx";

/** Going on at the counter with a draft (N15). Mounted behind the draft pages' gates. */
export const counterRoutes = new Hono<AppEnv>();

counterRoutes.get("/drafts/:draft/counter", (c) => showCounter(c));

counterRoutes.post("/drafts/:draft/counter", async (c) => {
  const draftId = c.req.param("draft");
  const made = await makeDraftHandOver(c.var.ports, citizenOf(c), { draftId });
  if (made.ok) return c.redirect(counterPath(draftId), 303);
  const { refusal } = made;
  if (refusal.kind !== "hand_over_makes") return elsewhere(c, draftId, refusal);
  return showCounter(c, pageContext(c).words.handOver.draft.makes(refusal.minutes));
});

counterRoutes.post("/drafts/:draft/counter/withdraw", async (c) => {
  const draftId = c.req.param("draft");
  await endOwnDraftHandOver(c.var.ports, citizenOf(c), { draftId });
  return c.redirect(counterPath(draftId), 303);
});

/** For the page that waits: where the number stands, and nothing else. */
counterRoutes.get("/drafts/:draft/counter/state", async (c) => {
  const seen = await seeOwnDraftHandOver(c.var.ports, citizenOf(c), { draftId: c.req.param("draft") });
  if (seen.ok) return c.json({ state: seen.value.own?.state ?? "over" });
  return seen.refusal.kind === "draft_sent" ? c.json({ state: "done" }) : c.json({ state: "over" }, 404);
});

async function showCounter(c: AppContext, refused?: string): Promise<Response> {
  const draftId = c.req.param("draft") ?? "";
  const seen = await seeOwnDraftHandOver(c.var.ports, citizenOf(c), { draftId });
  if (!seen.ok) return elsewhere(c, draftId, seen.refusal);
  const shown = { page: pageContext(c), handed: seen.value };
  return refused === undefined
    ? sendPage(c, <CounterPage {...shown} />)
    : sendPage(c, <CounterPage {...shown} refused={refused} />, { status: 429 });
}

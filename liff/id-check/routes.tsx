import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { readForm } from "../../server/http/form.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { keepIdPicture } from "../../server/identity/actions/keep-id-picture.ts";
import { seeIdCheckers } from "../../server/identity/actions/see-id-checkers.ts";
import { seeOwnIdCheck } from "../../server/identity/actions/see-own-id-check.ts";
import { seeOwnIdPicture } from "../../server/identity/actions/see-id-picture.ts";
import { seeWelcome } from "../../server/identity/actions/see-welcome.ts";
import { sendIdCheck } from "../../server/identity/actions/send-id-check.ts";
import { parseIdPictureSlot, type IdPictureSlot } from "../../server/identity/id-check.ts";
import type { IdPictureRefusal } from "../../server/identity/id-check-refusal.ts";
import { refuse } from "../../server/kernel/result.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf, requireEService } from "../gates.ts";
import { nextQuery, safeNext } from "../next.ts";
import { AgenciesPage } from "./agencies-page.tsx";
import { IdCheckPage } from "./page.tsx";

/** The citizen's ID pictures: sent one by one, crossed out, then all of them to the officers (E1.3, E1.4). */
export const idCheckPages = new Hono<AppEnv>();

const longestQuery = 80;

/** Whoever was not told which agency chooses one; who sent pictures already, or where only one stands, is led there. */
idCheckPages.get("/id-check", requireEService, async (c) => {
  const { check, slug } = await seeWelcome(c.var.ports, citizenOf(c));
  if (check === "approved") return c.redirect(`/liff/assurance${queryOf(c)}`, 303);
  if (slug !== null) return c.redirect(`/liff/id-check/${slug}${queryOf(c)}`, 303);
  const query = (c.req.query("q") ?? "").slice(0, longestQuery);
  const towns = await seeIdCheckers(c.var.ports, citizenOf(c), { query });
  const page = <AgenciesPage page={pageContext(c)} towns={towns} query={query} next={c.req.query("next")} />;
  return sendPage(c, page);
});

idCheckPages.get("/id-check/:slug", requireEService, (c) => show(c, []));

idCheckPages.get("/id-check/:slug/pictures/:pictureId", requireEService, async (c) => {
  const { slug, pictureId } = c.req.param();
  const seen = await seeOwnIdPicture(c.var.ports, citizenOf(c), { slug, pictureId });
  if (!seen.ok) return notFoundPage(c);
  c.header("content-type", "image/jpeg");
  c.header("content-security-policy", "default-src 'none'; sandbox");
  return c.body(Uint8Array.from(seen.value));
});

/** What was posted and answered by a page is asked for again as the page itself. */
idCheckPages.get("/id-check/:slug/:slot", (c) =>
  c.redirect(`/liff/id-check/${encodeURIComponent(c.req.param("slug"))}${queryOf(c)}`, 303),
);

idCheckPages.post("/id-check/:slug/:slot", requireEService, async (c) => {
  const slot = parseIdPictureSlot(c.req.param("slot"));
  if (!slot) return notFoundPage(c);
  const kept = await keep(c, c.req.param("slug"), slot);
  if (!kept.ok && kept.refusal.kind === "agency_unknown") return notFoundPage(c);
  const byScript = c.req.header("accept") === "application/json";
  if (kept.ok) {
    if (byScript) return c.json({ kind: "kept" });
    return c.redirect(`/liff/id-check/${c.req.param("slug")}${queryOf(c)}#${slot}`, 303);
  }
  const sentence = say(c, kept.refusal);
  if (byScript) return c.json({ kind: kept.refusal.kind, sentence }, 422);
  return show(c, [{ field: `picture-${slot}`, sentence }]);
});

idCheckPages.post("/id-check/:slug", requireEService, async (c) => {
  const slug = c.req.param("slug");
  const sent = await sendIdCheck(c.var.ports, citizenOf(c), slug);
  if (sent.ok) return c.redirect(`/liff/id-check/${slug}${queryOf(c)}`, 303);
  if (sent.refusal.kind === "agency_unknown") return notFoundPage(c);
  const [first] = sent.refusal.kind === "id_pictures_missing" ? sent.refusal.slots : [];
  return show(c, [{ ...(first ? { field: `picture-${first}` } : {}), sentence: say(c, sent.refusal) }]);
});

async function keep(c: AppContext, slug: string, slot: IdPictureSlot) {
  const file = (await readForm(c)).file(`picture-${slot}`);
  if (!file) return refuse({ kind: "id_picture_none" } as const);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return keepIdPicture(c.var.ports, citizenOf(c), { slug, slot, bytes });
}

async function show(c: AppContext, refusals: readonly SummaryItem[]): Promise<Response> {
  const seen = await seeOwnIdCheck(c.var.ports, citizenOf(c), c.req.param("slug") ?? "");
  if (!seen.ok) return notFoundPage(c);
  const shown = { page: pageContext(c), own: seen.value, next: c.req.query("next"), refusals };
  return sendPage(c, <IdCheckPage {...shown} />, { status: refusals.length > 0 ? 422 : 200 });
}

function say(c: AppContext, refusal: IdPictureRefusal): string {
  return sayRefusal(pageContext(c).words.idCheck.refusal, refusal);
}

function queryOf(c: AppContext): string {
  const next = c.req.query("next");
  return next === undefined ? "" : nextQuery(safeNext(next));
}

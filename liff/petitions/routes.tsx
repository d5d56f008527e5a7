import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { gonePage } from "../../server/http/gone.tsx";
import { readTurn } from "../../server/http/page/turn.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { parseMomentPlace } from "../../server/kernel/moment-place.ts";
import { hasBouncingEmail } from "../../server/notices/actions/has-bouncing-email.ts";
import { openOwnFile } from "../../server/petitions/actions/open-own-file.ts";
import { seeOwnDrafts } from "../../server/petitions/actions/see-own-drafts.ts";
import { seeOwnPetition } from "../../server/petitions/actions/see-own-petition.ts";
import { seeOwnPetitions } from "../../server/petitions/actions/see-own-petitions.ts";
import { citizenOf, requireUnlocked } from "../gates.ts";
import { actPages } from "./act-routes.tsx";
import { PetitionListPage, shelves } from "./list-page.tsx";
import { petitionPath } from "./paths.ts";
import type { PetitionDone } from "./petition-page.tsx";
import { petitionPage, refOf } from "./petition-shown.tsx";

/** The citizen's own petitions: the list, each one, its files, and what the citizen does to it. */
export const petitionPages = new Hono<AppEnv>();

petitionPages.get("/petitions", requireUnlocked, async (c) => {
  const shelf = shelves.find((one) => one === c.req.query("shelf")) ?? "open";
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const citizen = citizenOf(c);
  const [listed, emailBounces, drafts] = await Promise.all([
    seeOwnPetitions(c.var.ports, citizen, { shelf, turn }),
    hasBouncingEmail(c.var.ports, citizen),
    shelf === "open" && turn === null ? seeOwnDrafts(c.var.ports, citizen) : [],
  ]);
  const props = { page: pageContext(c), shelf, listed, isFurther: turn !== null, emailBounces, drafts };
  return sendPage(c, <PetitionListPage {...props} />);
});

petitionPages.get("/petitions/:agency/:petition", requireUnlocked, async (c) => {
  const seen = await seeOwnPetition(c.var.ports, citizenOf(c), refOf(c));
  if (!seen.ok) return notFoundPage(c);
  return petitionPage(c, seen.value, { done: doneOf(c) });
});

petitionPages.get("/petitions/:agency/:petition/files/:file", requireUnlocked, async (c) => {
  const fileId = c.req.param("file");
  const opened = await openOwnFile(c.var.ports, citizenOf(c), { ...refOf(c), fileId });
  if (!opened.ok) {
    const { agencyId, petitionId } = refOf(c);
    return opened.refusal.kind === "file_destroyed"
      ? gonePage(c, petitionPath({ agencyId, id: petitionId }))
      : notFoundPage(c);
  }
  const { name, mediaType, bytes } = opened.value;
  const way = mediaType.startsWith("image/") ? "inline" : "attachment";
  return c.body(Uint8Array.from(bytes), 200, {
    "content-type": mediaType,
    "content-disposition": `${way}; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
  });
});

petitionPages.route("/", actPages);

function doneOf(c: AppContext): PetitionDone | null {
  const known = Object.keys(pageContext(c).words.follow.done) as PetitionDone[];
  return known.find((each) => each === c.req.query("done")) ?? null;
}

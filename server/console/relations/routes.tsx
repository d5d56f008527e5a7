import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { judgeRelation } from "../../identity/actions/judge-relation.ts";
import { seeRelations, type RelationDesk } from "../../identity/actions/see-relations.ts";
import { parseRelationPaper } from "../../identity/relation-paper.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { RelationsPage } from "./relations-page.tsx";

/** Relations that wait for a clerk (N5). The number is posted and answered at once: it never stands in an address. */
export const relationPages = new Hono<AppEnv>();

relationPages.get("/relations", requireRight("confirm_relation"), (c) => {
  const done = c.req.query("done");
  return show(c, null, "", [], done === "agreed" || done === "refused" ? done : null);
});

relationPages.post("/relations", requireRight("confirm_relation"), async (c) =>
  found(c, (await readForm(c)).text("citizenId"), []),
);

relationPages.post("/relations/:delegationId", requireRight("confirm_relation"), async (c) => {
  const form = await readForm(c);
  const words = pageContext(c).words.relations;
  const citizenId = parseCitizenId(form.text("citizenId"));
  if (!citizenId.ok) return found(c, form.text("citizenId"), []);
  const field = form.text("paperField");
  const paper = parseRelationPaper(form.text(field));
  if (paper === null) return found(c, citizenId.value, [{ field, sentence: words.paperMissing }]);
  const judgement = form.text("judgement") === "agreed" ? "agreed" : "refused";
  const judged = await judgeRelation(c.var.ports, staffOf(c), {
    delegationId: c.req.param("delegationId"),
    askerCitizenId: citizenId.value,
    judgement,
    paper,
  });
  if (judged.ok) return c.redirect(`/console/relations?done=${judgement}`, 303);
  return found(c, citizenId.value, [{ sentence: words[judged.refusal.kind] }]);
});

/** What waits for the asker of a number, with what was wrong a moment ago. */
async function found(c: AppContext, text: string, faults: readonly SummaryItem[]): Promise<Response> {
  const seen = await seeRelations(c.var.ports, staffOf(c), { citizenIdText: text });
  if (seen.ok) return show(c, seen.value, text, faults, null);
  const sentence = sayRefusal(pageContext(c).words.identity.refusal, seen.refusal);
  return show(c, null, text, [...faults, { field: "citizenId", sentence }], null);
}

function show(
  c: AppContext,
  desk: RelationDesk | null,
  citizenId: string,
  faults: readonly SummaryItem[],
  done: "agreed" | "refused" | null,
): Promise<Response> {
  const common = { page: pageContext(c), staff: sessionOf(c), desk, citizenId, faults, done };
  return sendPage(c, <RelationsPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}

import { Hono } from "hono";
import { answerCase } from "../../audit/actions/answer-case.ts";
import { seeCases } from "../../audit/actions/see-cases.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { readTurn } from "../../http/page/turn.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { parseCasePlace } from "./case-place.ts";
import { CasesPage } from "./cases-page.tsx";

/** Answering citizens who said that a look was not right (N8). */
export const casePages = new Hono<AppEnv>();

const mayAnswer = requireRight("answer_cases");

casePages.get("/looks", mayAnswer, (c) => show(c, []));

casePages.post("/looks/:caseId", mayAnswer, async (c) => {
  const caseId = c.req.param("caseId");
  const field = `answer-${caseId}`;
  const text = (await readForm(c)).text(field);
  const answered = await answerCase(c.var.ports, staffOf(c), { caseId, text });
  if (answered.ok) return c.redirect("/console/looks?done=1", 303);
  const { kind } = answered.refusal;
  if (kind === "case_missing") return notFoundPage(c);
  const sentence = pageContext(c).words.looks.cases[kind];
  return show(c, [kind === "case_answered" ? { sentence } : { field, sentence }]);
});

async function show(c: AppContext, faults: readonly SummaryItem[]): Promise<Response> {
  const turn = readTurn((name) => c.req.query(name), parseCasePlace);
  const seen = await seeCases(c.var.ports, staffOf(c), turn);
  const common = {
    page: pageContext(c),
    staff: sessionOf(c),
    seen,
    isFirst: turn === null,
    faults,
    done: c.req.query("done") === "1",
  };
  return sendPage(c, <CasesPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}

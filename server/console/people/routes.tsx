import { Hono } from "hono";
import { endMember } from "../../agencies/actions/end-member.ts";
import { seeMember } from "../../agencies/actions/see-member.ts";
import { seePeople } from "../../agencies/actions/see-people.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { EndPage } from "./end-page.tsx";
import { PeoplePage } from "./people-page.tsx";
import { draftPages } from "./draft-routes.tsx";
import { requestPages } from "./request-routes.tsx";

/** An agency's people (F1): who may come in, ending a right; the requests for more stand beside. */
export const peoplePages = new Hono<AppEnv>();

const mayManage = requireRight("manage_people");

peoplePages.get("/people", mayManage, async (c) => {
  const done = c.req.query("done");
  const seen = await seePeople(c.var.ports, staffOf(c));
  return sendPage(
    c,
    <PeoplePage
      page={pageContext(c)}
      staff={sessionOf(c)}
      now={c.var.ports.clock.now()}
      {...seen}
      done={done === "ended" || done === "withdrawn" ? done : null}
    />,
  );
});

peoplePages.route("/", draftPages);
peoplePages.route("/", requestPages);

peoplePages.get("/people/:staffId/end", mayManage, (c) => endPage(c, c.req.param("staffId"), []));

peoplePages.post("/people/:staffId/end", mayManage, async (c) => {
  const staffId = c.req.param("staffId");
  const words = pageContext(c).words.agencies.people;
  const reason = (await readForm(c)).text("reason");
  const ended = await endMember(c.var.ports, staffOf(c), { staffId, reason });
  if (ended.ok) return c.redirect("/console/people?done=ended", 303);
  switch (ended.refusal.kind) {
    case "member_not_found":
      return notFoundPage(c);
    case "own_account":
      return endPage(c, staffId, [{ sentence: words.ownAccount }]);
    case "end_reason_missing":
      return endPage(c, staffId, [{ field: "reason", sentence: words.endReasonMissing }]);
  }
});

async function endPage(c: AppContext, staffId: string, faults: readonly SummaryItem[]): Promise<Response> {
  const seen = await seeMember(c.var.ports, staffOf(c), { staffId });
  if (!seen.ok || seen.value.state === "ended") return notFoundPage(c);
  const common = { page: pageContext(c), staff: sessionOf(c), member: seen.value, faults };
  return sendPage(c, <EndPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}

import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { endTownMember } from "../../petitions/actions/end-town-member.ts";
import { seeTownMember } from "../../petitions/actions/see-town-members.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { memberPath } from "./address.ts";
import { EndOfficerPage } from "./end-page.tsx";
import { memberFaults } from "./member-routes.tsx";

/** Ending an officer's right at once, with who takes over. Oneself and whoever has left already have no such page. */
export const endOfficerPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_officers");

endOfficerPages.get("/local/people/:staffId/end", mayManage, (c) =>
  showEnd(c, { reason: "", taker: "" }, []),
);

endOfficerPages.post("/local/people/:staffId/end", mayManage, async (c) => {
  const form = await readForm(c);
  const staffId = c.req.param("staffId");
  const typed = { reason: form.text("reason"), taker: form.text("taker") };
  const ended = await endTownMember(c.var.ports, staffOf(c), { staffId, ...typed });
  if (ended.ok) return c.redirect(`${memberPath(staffId)}?done=ended`, 303);
  if (ended.refusal.kind === "member_not_found") return notFoundPage(c);
  return showEnd(c, typed, memberFaults(c, ended.refusal));
});

async function showEnd(
  c: AppContext,
  typed: { readonly reason: string; readonly taker: string },
  faults: readonly SummaryItem[],
): Promise<Response> {
  const seen = await seeTownMember(c.var.ports, staffOf(c), { staffId: c.req.param("staffId") ?? "" });
  if (!seen.ok || seen.value.member.state === "ended") return notFoundPage(c);
  const props = { page: pageContext(c), staff: sessionOf(c), seen: seen.value, typed, faults };
  return sendPage(c, <EndOfficerPage {...props} />, { status: faults.length > 0 ? 422 : 200 });
}

import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { inviteMember, type TypedInvitation } from "../../petitions/actions/invite-member.ts";
import { seeTownMembers } from "../../petitions/actions/see-town-members.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { memberPath } from "./address.ts";
import { endOfficerPages } from "./end-routes.tsx";
import { InvitePage } from "./invite-page.tsx";
import { OfficersPage } from "./list-page.tsx";
import { memberPages } from "./member-routes.tsx";
import { blankInvitation, invitationFaults, typedInvitation } from "./typed.ts";

/** Officers of a local government, looked after by its own admin (E5.6). */
export const officerPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_officers");

officerPages.get("/local/people", mayManage, async (c) => {
  const seen = await seeTownMembers(c.var.ports, staffOf(c));
  return sendPage(c, <OfficersPage page={pageContext(c)} staff={sessionOf(c)} {...seen} />);
});

officerPages.get("/local/people/new", mayManage, (c) =>
  showInvite(c, blankInvitation, newRequestKey(c.var.ports.random), []),
);

officerPages.post("/local/people", mayManage, async (c) => {
  const form = await readForm(c);
  const typed = typedInvitation(form);
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const invited = await inviteMember(c.var.ports, staffOf(c), { ...typed, requestKey });
  if (invited.ok) return c.redirect(`${memberPath(invited.value.staffId)}?done=invited`, 303);
  if (invited.refusal.kind === "member_not_found") return notFoundPage(c);
  return showInvite(c, typed, requestKey, invitationFaults(pageContext(c).words, invited.refusal));
});

officerPages.route("/", memberPages);
officerPages.route("/", endOfficerPages);

async function showInvite(
  c: AppContext,
  typed: TypedInvitation,
  requestKey: string,
  faults: readonly SummaryItem[],
): Promise<Response> {
  const { units } = await seeTownMembers(c.var.ports, staffOf(c));
  const props = { page: pageContext(c), staff: sessionOf(c), units, typed, requestKey, faults };
  return sendPage(c, <InvitePage {...props} />, { status: faults.length > 0 ? 422 : 200 });
}

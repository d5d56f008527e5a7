import { Hono } from "hono";
import { endMember } from "../../agencies/actions/end-member.ts";
import { seeMember } from "../../agencies/actions/see-member.ts";
import type { Right } from "../../agencies/role.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { EndPage } from "./end-page.tsx";

/** The two lists from which a right is ended: of an agency by its admin, under an office by its registrar. */
const lists = [
  { path: "/people", right: "manage_people" },
  { path: "/access/people", right: "grant_access" },
] as const satisfies readonly { path: string; right: Right }[];
type ListPath = `/console${(typeof lists)[number]["path"]}`;

/** Ending somebody's right at once (F1.4). Whom the database does not show is not found. */
export const endPages = new Hono<AppEnv>();

for (const { path, right } of lists) {
  const list: ListPath = `/console${path}`;
  endPages.get(`${path}/:staffId/end`, requireRight(right), (c) => showEnd(c, list, []));
  endPages.post(`${path}/:staffId/end`, requireRight(right), (c) => end(c, list));
}

async function end(c: AppContext, list: ListPath): Promise<Response> {
  const words = pageContext(c).words.agencies.people;
  const reason = (await readForm(c)).text("reason");
  const ended = await endMember(c.var.ports, staffOf(c), { staffId: c.req.param("staffId") ?? "", reason });
  if (ended.ok) return c.redirect(`${list}?done=ended`, 303);
  switch (ended.refusal.kind) {
    case "member_not_found":
      return notFoundPage(c);
    case "own_account":
      return showEnd(c, list, [{ sentence: words.ownAccount }]);
    case "end_reason_missing":
      return showEnd(c, list, [{ field: "reason", sentence: words.endReasonMissing }]);
  }
}

async function showEnd(c: AppContext, path: ListPath, faults: readonly SummaryItem[]): Promise<Response> {
  const seen = await seeMember(c.var.ports, staffOf(c), { staffId: c.req.param("staffId") ?? "" });
  if (!seen.ok || seen.value.state === "ended") return notFoundPage(c);
  const common = { page: pageContext(c), staff: sessionOf(c), member: seen.value, path, faults };
  return sendPage(c, <EndPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}

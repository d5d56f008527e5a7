import { Hono } from "hono";
import type { AppointmentRefusal } from "../../agencies/appointment.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import type { Result } from "../../kernel/result.ts";
import { giveOverPetitions } from "../../petitions/actions/end-town-member.ts";
import { inviteMemberAgain, seeInvitedAddress } from "../../petitions/actions/invite-member-again.ts";
import { placeMember } from "../../petitions/actions/place-member.ts";
import { seeTownMember } from "../../petitions/actions/see-town-members.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { memberPath } from "./address.ts";
import { MemberPage } from "./member-page.tsx";
import type { MemberTyped } from "./member-props.ts";

/** One officer's page and what their agency's admin does on it. */
export const memberPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_officers");
const dones = ["invited", "again", "placed", "given", "ended"] as const;
type Done = (typeof dones)[number];

memberPages.get("/local/people/:staffId", mayManage, (c) => showMember(c, {}, []));

memberPages.post("/local/people/:staffId", mayManage, async (c) => {
  const form = await readForm(c);
  const typed = { level: form.text("level"), unitIds: form.all("unitIds") };
  return answer(c, await placeMember(c.var.ports, staffOf(c), { ...of(c), ...typed }), "placed", typed);
});

memberPages.post("/local/people/:staffId/invitation", mayManage, async (c) => {
  const form = await readForm(c);
  const email = form.text("email");
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  const sent = await inviteMemberAgain(c.var.ports, staffOf(c), { ...of(c), email, requestKey });
  return answer(c, sent, "again", { email });
});

memberPages.post("/local/people/:staffId/give-over", mayManage, async (c) => {
  const taker = (await readForm(c)).text("taker");
  return answer(c, await giveOverPetitions(c.var.ports, staffOf(c), { ...of(c), taker }), "given", { taker });
});

function of(c: AppContext): { readonly staffId: string } {
  return { staffId: c.req.param("staffId") ?? "" };
}

/** Where each refusal stands on a form. */
const fields: Partial<Record<AppointmentRefusal["kind"], string>> = {
  level_missing: "level",
  petitions_held: "level",
  unit_gone: "unitIds",
  taker_gone: "taker",
  end_reason_missing: "reason",
  email_empty: "email",
  email_shape: "email",
};

/** What was refused, at its field. */
export function memberFaults(c: AppContext, refusal: AppointmentRefusal): readonly SummaryItem[] {
  const sentence = sayRefusal(pageContext(c).words.agencies.officers.refusal, refusal);
  const field = fields[refusal.kind];
  return [field === undefined ? { sentence } : { field, sentence }];
}

function answer(
  c: AppContext,
  result: Result<undefined, AppointmentRefusal>,
  done: Done,
  typed: Partial<MemberTyped>,
): Response | Promise<Response> {
  if (result.ok) return c.redirect(`${memberPath(of(c).staffId)}?done=${done}`, 303);
  if (result.refusal.kind === "member_not_found") return notFoundPage(c);
  return showMember(c, typed, memberFaults(c, result.refusal));
}

async function showMember(
  c: AppContext,
  typed: Partial<MemberTyped>,
  faults: readonly SummaryItem[],
): Promise<Response> {
  const { ports } = c.var;
  const seen = await seeTownMember(ports, staffOf(c), of(c));
  if (!seen.ok) return notFoundPage(c);
  const { member } = seen.value;
  const address = await seeInvitedAddress(ports, staffOf(c), of(c));
  const page = pageContext(c);
  const done = dones.find((each) => each === c.req.query("done"));
  const told = done === undefined || faults.length > 0 ? null : page.words.agencies.officers.done[done];
  const kept = { level: member.level, unitIds: member.unitIds, taker: "" };
  const shown = { ...kept, email: address.ok ? address.value.email : "", ...typed };
  const requestKey = newRequestKey(ports.random);
  const props = { page, staff: sessionOf(c), seen: seen.value, typed: shown, requestKey, told, faults };
  return sendPage(c, <MemberPage {...props} />, { status: faults.length > 0 ? 422 : 200 });
}

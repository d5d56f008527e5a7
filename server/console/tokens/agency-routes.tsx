import { Hono } from "hono";
import { issueSeats, type AskedSeat, type IssueRefusal } from "../../credentials/actions/issue-seats.ts";
import {
  planCodes,
  seeTokenAgencies,
  seeTokenAgency,
  type TokenAgencySeen,
} from "../../credentials/actions/see-token-agencies.ts";
import { seatRights } from "../../credentials/seat.ts";
import { parseUserCode, rightOfCode, type UserCodeRefusal } from "../../credentials/user-code.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { readTurn } from "../../http/page/turn.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { agencyAddress } from "./addresses.ts";
import { AgenciesPage } from "./agencies-page.tsx";
import { AgencyPage } from "./agency-page.tsx";
import { IssuePage } from "./issue-page.tsx";
import { readCounts, typedIssueOf, type TypedIssue } from "./typed-issue.ts";

/** The central office's agencies and the seats it issues to them (T1). */
export const tokenAgencyPages = new Hono<AppEnv>();

const mayRegister = requireRight("register_tokens");

tokenAgencyPages.get("/tokens/agencies", mayRegister, async (c) => {
  const search = (c.req.query("q") ?? "").trim().slice(0, 100);
  const turn = readTurn(
    (name) => c.req.query(name),
    (text) => (isUuid(text) ? text : null),
  );
  const agencies = await seeTokenAgencies(c.var.ports, staffOf(c), { search, turn });
  const common = { page: pageContext(c), staff: sessionOf(c), agencies, search };
  return sendPage(c, <AgenciesPage {...common} isFirst={turn === null} />);
});

tokenAgencyPages.get("/tokens/agencies/:agencyId", mayRegister, async (c) => {
  const seen = await seeTokenAgency(c.var.ports, staffOf(c), { agencyId: c.req.param("agencyId") });
  if (!seen.ok) return notFoundPage(c);
  return agencyPage(c, seen.value, typedOf(c, seen.value), []);
});

/** Looks at the codes before they are issued; nothing is kept, so the address says it all. */
tokenAgencyPages.get("/tokens/agencies/:agencyId/issue", mayRegister, async (c) => {
  const seen = await seeTokenAgency(c.var.ports, staffOf(c), { agencyId: c.req.param("agencyId") });
  if (!seen.ok) return notFoundPage(c);
  const typed = typedOf(c, seen.value);
  const planned = await plan(c, typed);
  if ("fault" in planned) return agencyPage(c, seen.value, typed, [planned.fault]);
  const common = { page: pageContext(c), staff: sessionOf(c), agency: seen.value };
  return sendPage(c, <IssuePage {...common} seats={planned.seats} />);
});

tokenAgencyPages.post("/tokens/agencies/:agencyId/issue", mayRegister, async (c) => {
  const agencyId = c.req.param("agencyId");
  const form = await readForm(c);
  const rights = form.all("right");
  const seats = form.all("code").map((code, at) => ({
    code,
    right: seatRights.find((each) => each === rights[at]) ?? null,
  }));
  const seen = await seeTokenAgency(c.var.ports, staffOf(c), { agencyId });
  if (!seen.ok) return notFoundPage(c);
  const issuerId = staffOf(c).agencyId;
  const issued = await issueSeats(c.var.ports, staffOf(c), { issuerId, agencyId, seats });
  if (issued.ok) return c.redirect(`${agencyAddress(agencyId)}?done=issued`, 303);
  if (issued.refusal.kind === "agency_not_found") return notFoundPage(c);
  if (isSentTwice(seen.value, issued.refusal)) return c.redirect(agencyAddress(agencyId), 303);
  const sentence = sayRefusal(pageContext(c).words.credentials.letters.office.refusal, issued.refusal);
  return agencyPage(c, seen.value, typedOf(c, seen.value), [{ sentence }]);
});

/** The same form once more: every code is this agency's by now. */
function isSentTwice({ seats }: TokenAgencySeen, refusal: IssueRefusal): boolean {
  if (refusal.kind !== "codes_taken") return false;
  return refusal.codes.every((code) => seats.some(({ userCode }) => userCode === code));
}

type Planned = { readonly seats: readonly Required<AskedSeat>[] } | { readonly fault: SummaryItem };

/** The codes to be looked at: one that was given, or the next by the rule. */
async function plan(c: AppContext, typed: TypedIssue): Promise<Planned> {
  const words = pageContext(c).words.credentials.letters.office.refusal;
  const fault = (field: string, refusal: UserCodeRefusal | { readonly kind: "count_shape" }) => ({
    fault: { field, sentence: sayRefusal<UserCodeRefusal | { kind: "count_shape" }>(words, refusal) },
  });
  if (c.req.query("code") !== undefined) {
    const given = parseGiven(typed);
    return given.ok ? { seats: [given.value] } : fault("code", given.refusal);
  }
  const read = readCounts(typed.counts);
  if ("wrong" in read) return fault(read.wrong, { kind: "count_shape" });
  const codes = await planCodes(c.var.ports, { agencyPart: typed.agencyPart, counts: read.counts });
  if (!codes.ok) return fault("agencyPart", codes.refusal);
  return { seats: codes.value.map((code) => ({ code, right: rightOfCode(code) })) };
}

function parseGiven({ code, right }: TypedIssue): Result<Required<AskedSeat>, UserCodeRefusal> {
  const read = parseUserCode(code);
  if (!read.ok) return read;
  const chosen = seatRights.find((each) => each === right);
  return ok({ code: read.value, right: chosen ?? rightOfCode(read.value) });
}

function typedOf(c: AppContext, { agencyPart, seats }: TokenAgencySeen): TypedIssue {
  return typedIssueOf((name) => c.req.query(name), { agencyPart, hasSeats: seats.length > 0 });
}

function agencyPage(
  c: AppContext,
  agency: TokenAgencySeen,
  typed: TypedIssue,
  faults: readonly SummaryItem[],
) {
  const isIssued = c.req.query("done") === "issued";
  const common = { page: pageContext(c), staff: sessionOf(c), agency, typed, faults, isIssued };
  return sendPage(c, <AgencyPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}

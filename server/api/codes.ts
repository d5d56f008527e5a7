import { meetAtCounter } from "../identity/actions/meet-at-counter.ts";
import { checkBirthDate } from "../kernel/birth-date.ts";
import type { CitizenId } from "../kernel/citizen-id.ts";
import { parsePersonName } from "../kernel/person-name.ts";
import { bangkokDay, parseBangkokDay } from "../kernel/thai-date.ts";
import { cancelCodeHere } from "../visits/actions/cancel-code-here.ts";
import { closeCode } from "../visits/actions/close-code.ts";
import { issueBySystem } from "../visits/actions/issue-by-system.ts";
import { findOwnCodeId, seeOwnCode, seeOwnCodes } from "../visits/actions/see-own-codes.ts";
import { useCode } from "../visits/actions/use-code.ts";
import type { CodeMoveRefusal } from "../visits/service-code.ts";
import { parseServiceTypeCode } from "../visits/service-type.ts";
import { sayRefusal } from "../words/refusal-words.ts";
import { operation, type Call, type FieldError, type Refused } from "./operation.ts";
import * as schemas from "./schemas.ts";
import { toldCode } from "./told.ts";

/** What the person is shown of why they were looked at. */
const purposes = { code: "api_code", latest: "api_latest", status: "api_status" } as const;

export const issue = operation({
  id: "issue",
  method: "post",
  path: "/visits",
  scope: "codes:write",
  query: null,
  body: schemas.newVisit,
  answer: schemas.issued,
  status: 201,
  needsIdempotencyKey: true,
  problems: ["facility_closed", "codes_there_already"],
  run: async ({ ports, actor, words, body, requestKey }) => {
    const citizenId = body.citizenId as CitizenId;
    const now = ports.clock.now();
    const [first, last] = [parsePersonName(body.firstName), parsePersonName(body.lastName)];
    const { yearBe, month = null, day = null } = body.birth ?? { yearBe: 0 };
    const birth = body.birth ? checkBirthDate({ yearBe, month, day }, bangkokDay(now)) : null;
    if (!first.ok || !last.ok || birth?.ok === false) {
      const say = words.identity.refusal;
      const errors: FieldError[] = [];
      if (!first.ok) errors.push({ pointer: "/firstName", detail: sayRefusal(say, first.refusal) });
      if (!last.ok) errors.push({ pointer: "/lastName", detail: sayRefusal(say, last.refusal) });
      if (birth && !birth.ok) errors.push({ pointer: "/birth", detail: sayRefusal(say, birth.refusal) });
      return { ok: false, problem: { kind: "request_invalid" }, errors };
    }
    const isCard = body.proof.kind === "card";
    await meetAtCounter(ports, actor, {
      citizenId,
      firstName: first.value,
      lastName: last.value,
      birth: birth?.value ?? null,
      source: isCard ? "card" : "typed",
    });
    const { mobile, services, hn = "", an = "" } = body;
    const issued = await issueBySystem(ports, actor, {
      citizenId,
      typed: { mobile, telephones: "", services, hn, an },
      correlationId: body.proof.kind === "card" ? body.proof.correlationId : null,
      requestKey,
    });
    if (issued.ok) {
      const { visitId, codes } = issued.value;
      return {
        ok: true,
        value: { visitId, codes: codes.map((code) => ({ ...toldCode(code, now), isNew: code.isNew })) },
      };
    }
    const { refusal } = issued;
    if (refusal.kind === "draft_incomplete") {
      const say = { ...words.identity.refusal, ...words.counter.refusal };
      const errors = refusal.fields.map(({ field, refusal: why }) => ({
        pointer: `/${field}`,
        detail: sayRefusal(say, why),
      }));
      return { ok: false, problem: { kind: "request_invalid" }, errors };
    }
    if (refusal.kind === "codes_there_already") {
      const codes = refusal.codes.map((code) => toldCode(code, now));
      return { ok: false, problem: { kind: refusal.kind }, more: { codes } };
    }
    return { ok: false, problem: { kind: refusal.kind } };
  },
});

export const code = operation({
  id: "code",
  method: "get",
  path: "/codes/{code}",
  scope: "codes:read",
  query: null,
  body: null,
  answer: schemas.codeOfPerson,
  status: 200,
  needsIdempotencyKey: false,
  problems: ["not_found"],
  run: async ({ ports, actor, id }) => {
    const seen = await seeOwnCode(ports, actor, { codeText: id, purpose: purposes.code });
    if (!seen.ok) return notFound;
    const { citizenId, firstName, lastName } = seen.value.person;
    return {
      ok: true,
      value: { ...toldCode(seen.value.code, ports.clock.now()), citizenId, firstName, lastName },
    };
  },
});

export const latest = operation({
  id: "latest",
  method: "post",
  path: "/people/latest-code",
  scope: "codes:read",
  query: null,
  body: schemas.personAsked,
  answer: schemas.code,
  status: 200,
  needsIdempotencyKey: false,
  problems: ["not_found"],
  run: async ({ ports, actor, body }) => {
    const { citizenId: citizenIdText } = body;
    const seen = await seeOwnCodes(ports, actor, { citizenIdText, purpose: purposes.latest, limit: 1 });
    const [code] = seen.ok ? seen.value : [];
    return code ? { ok: true, value: toldCode(code, ports.clock.now()) } : notFound;
  },
});

export const status = operation({
  id: "status",
  method: "post",
  path: "/people/code-status",
  scope: "codes:read",
  query: null,
  body: schemas.statusAsked,
  answer: schemas.codes,
  status: 200,
  needsIdempotencyKey: false,
  problems: ["not_found"],
  run: async ({ ports, actor, body }) => {
    const day = parseBangkokDay(body.day);
    const service = parseServiceTypeCode(body.service ?? "");
    const seen = await seeOwnCodes(ports, actor, {
      citizenIdText: body.citizenId,
      purpose: purposes.status,
      ...(day.ok ? { day: day.value } : {}),
      ...(service.ok ? { service: service.value } : {}),
      limit: 50,
    });
    if (!seen.ok) return notFound;
    return { ok: true, value: { codes: seen.value.map((code) => toldCode(code, ports.clock.now())) } };
  },
});

const moving = {
  method: "post",
  scope: "codes:write",
  query: null,
  answer: schemas.moved,
  status: 200,
  needsIdempotencyKey: false,
} as const;

export const use = operation({
  ...moving,
  id: "use",
  path: "/codes/{code}/use",
  body: null,
  problems: ["not_found", "code_move_refused"],
  run: (call) =>
    move(call, async (codeId) => {
      const used = await useCode(call.ports, call.actor, { codeId });
      return used.ok ? { status: "used", closingCode: null } : used.refusal;
    }),
});

export const close = operation({
  ...moving,
  id: "close",
  path: "/codes/{code}/close",
  body: null,
  problems: ["not_found", "code_move_refused"],
  run: (call) =>
    move(call, async (codeId) => {
      const closed = await closeCode(call.ports, call.actor, { codeId });
      return closed.ok ? { status: "closed", closingCode: closed.value.closingCode } : closed.refusal;
    }),
});

export const cancel = operation({
  ...moving,
  id: "cancel",
  path: "/codes/{code}/cancel",
  body: schemas.cancelling,
  problems: ["not_found", "code_move_refused"],
  run: (call) =>
    move(call, async (codeId) => {
      const gone = await cancelCodeHere(call.ports, call.actor, { codeId, reason: call.body.reason });
      return gone.ok ? { status: "cancelled", closingCode: null } : gone.refusal;
    }),
});

interface Moved {
  readonly status: "used" | "closed" | "cancelled";
  readonly closingCode: string | null;
}
type NotMoved = CodeMoveRefusal | { readonly kind: "cancel_reason_missing" };

async function move(
  { ports, actor, id }: Pick<Call<unknown, unknown>, "ports" | "actor" | "id">,
  act: (codeId: string) => Promise<Moved | NotMoved | { readonly kind: "code_not_found" }>,
) {
  const found = await findOwnCodeId(ports, actor, id);
  if (!found.ok) return notFound;
  const done = await act(found.value.codeId);
  if ("kind" in done)
    return done.kind === "code_not_found" ? notFound : ({ ok: false, problem: done } as const);
  return { ok: true, value: { code: id, ...done } } as const;
}

const notFound: Refused = { ok: false, problem: { kind: "not_found" } };

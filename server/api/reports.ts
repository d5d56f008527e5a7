import { parseBangkokDay } from "../kernel/thai-date.ts";
import { isUuid } from "../kernel/uuid.ts";
import { reconcileRows } from "../visits/actions/reconcile-rows.ts";
import { seeOwnFacility } from "../visits/actions/see-own-codes.ts";
import { seeReportPage } from "../visits/actions/see-report-page.ts";
import { claimStatus } from "../visits/claim-sheet.ts";
import { parseServiceTypeCode } from "../visits/service-type.ts";
import { operation } from "./operation.ts";
import * as schemas from "./schemas.ts";

const rowsAPage = 100;

export const about = operation({
  id: "about",
  method: "get",
  path: "/about",
  scope: null,
  query: null,
  body: null,
  answer: schemas.about,
  status: 200,
  needsIdempotencyKey: false,
  problems: [],
  run: async ({ ports, actor, key }) => {
    const { facility, offers } = await seeOwnFacility(ports, actor);
    const { hcode, nameTh, nameEn } = facility;
    return {
      ok: true,
      value: {
        facility: { hcode, nameTh, nameEn },
        key: { name: key.name, scopes: [...key.scopes], expiresAt: key.expiresAt.toISOString() },
        services: offers.map(({ code, kind, ...names }) => ({
          code,
          kind,
          nameTh: names.nameTh,
          nameEn: names.nameEn,
        })),
      },
    };
  },
});

export const report = operation({
  id: "report",
  method: "get",
  path: "/report",
  scope: "reports:read",
  query: schemas.reportAsked,
  body: null,
  answer: schemas.reportPage,
  status: 200,
  needsIdempotencyKey: false,
  problems: [],
  run: async ({ ports, actor, query }) => {
    const [from, until] = [parseBangkokDay(query.from), parseBangkokDay(query.until)];
    const position = query.after === undefined ? null : readPosition(query.after);
    if (!from.ok || !until.ok || until.value < from.value || position === undefined) {
      return { ok: false, problem: { kind: "request_invalid" } };
    }
    const service = parseServiceTypeCode(query.service ?? "");
    const page = await seeReportPage(ports, actor, {
      filter: {
        from: from.value,
        until: until.value,
        service: service.ok ? service.value : null,
        status: query.status ?? null,
        personId: null,
      },
      position,
      limit: query.limit === undefined ? rowsAPage : Number(query.limit),
      purpose: "api_report",
    });
    const { next } = page;
    return {
      ok: true,
      value: {
        rows: page.lines.map(({ line, person }) => ({
          visitId: line.visitId,
          day: line.day,
          status: claimStatus({
            visitStatus: line.visitStatus,
            code: line.code && line.codeStatus ? { code: line.code, status: line.codeStatus } : null,
          }),
          way: line.way,
          code: line.code,
          codeStatus: line.codeStatus,
          service: { code: line.service, nameTh: line.serviceTh, nameEn: line.serviceEn },
          citizenId: person.citizenId,
          firstName: person.firstName,
          lastName: person.lastName,
          hn: line.hn,
          an: line.an,
          cameAt: line.cameAt === null ? null : new Date(line.cameAt).toISOString(),
          recordedAt: new Date(line.issuedAt ?? line.madeAt).toISOString(),
          cancelReason: line.cancelReason,
        })),
        next: next === null ? null : `${next.day}.${next.visitId}.${next.key}`,
      },
    };
  },
});

/** Undefined: it is none of ours. */
function readPosition(text: string) {
  const [day = "", visitId = "", key = "", ...more] = text.split(".");
  const isOurs = parseBangkokDay(day).ok && isUuid(visitId) && key !== "" && more.length === 0;
  return isOurs ? { day, visitId, key } : undefined;
}

export const reconcile = operation({
  id: "reconcile",
  method: "post",
  path: "/reconciliations",
  scope: "visits:reconcile",
  query: null,
  body: schemas.visitsListed,
  answer: schemas.judged,
  status: 200,
  needsIdempotencyKey: false,
  problems: [],
  run: async ({ ports, actor, body }) => {
    const rows = body.rows.map(({ hn = "", ...row }) => ({ ...row, hn }));
    const done = await reconcileRows(ports, actor, { rows, purpose: "api_reconcile" });
    if (!done.ok) return { ok: false, problem: { kind: "request_invalid" } };
    return {
      ok: true,
      value: {
        rows: done.value.map(({ index, kind, code, problems }) => ({
          index,
          result: kind,
          code,
          problems: [...problems],
        })),
      },
    };
  },
});

import * as v from "valibot";
import { parseCitizenId } from "../kernel/citizen-id.ts";
import { parseBangkokDay } from "../kernel/thai-date.ts";
import { webhookEvents } from "../systems/webhook.ts";
import { reconciledKinds } from "../visits/reconciled.ts";
import { serviceCodeStatuses } from "../visits/service-code.ts";
import { askingWays, visitStatuses } from "../visits/visit.ts";

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const name = (example: string) => v.pipe(text(100), v.metadata({ examples: [example] }));

export const citizenIdText = v.pipe(
  v.string(),
  v.regex(/^\d{13}$/),
  v.check((value) => parseCitizenId(value).ok, "citizen_id_checksum"),
  v.metadata({ examples: ["1101600000018"] }),
);

/** A day of the Christian era in Bangkok. */
export const dayText = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((value) => parseBangkokDay(value).ok, "day_invalid"),
  v.metadata({ format: "date", examples: ["2026-11-21"] }),
);

export const serviceText = v.pipe(v.string(), v.regex(/^PG\d{7}$/), v.metadata({ examples: ["PG0060001"] }));

export const uuidText = v.pipe(v.string(), v.uuid());
const moment = v.pipe(v.string(), v.isoTimestamp());

export const newVisit = v.strictObject({
  citizenId: citizenIdText,
  firstName: name("มานี"),
  lastName: name("ใจดี"),
  /** As it stands on the card: the year in the Buddhist era, month and day where the card knows them. */
  birth: v.optional(
    v.strictObject({
      yearBe: v.pipe(v.number(), v.integer()),
      month: v.optional(v.nullable(v.pipe(v.number(), v.integer()))),
      day: v.optional(v.nullable(v.pipe(v.number(), v.integer()))),
    }),
  ),
  mobile: v.pipe(text(20), v.metadata({ examples: ["0812345678"] })),
  services: v.pipe(v.array(serviceText), v.minLength(1), v.maxLength(10)),
  hn: v.optional(text(20)),
  an: v.optional(text(20)),
  proof: v.variant("kind", [
    v.strictObject({ kind: v.literal("card"), correlationId: uuidText }),
    v.strictObject({ kind: v.literal("seen") }),
  ]),
});

export const code = v.object({
  code: v.pipe(v.string(), v.regex(/^PP\d{10}$/)),
  status: v.picklist(serviceCodeStatuses),
  service: v.object({ code: serviceText, nameTh: v.string(), nameEn: v.string() }),
  day: dayText,
  visitId: uuidText,
  hn: v.nullable(v.string()),
  issuedAt: moment,
  expiresAt: moment,
  closingCode: v.nullable(v.pipe(v.string(), v.regex(/^EP\d{10}$/))),
  cancelReason: v.nullable(v.string()),
});

export const issued = v.object({
  visitId: uuidText,
  codes: v.array(v.object({ ...code.entries, isNew: v.boolean() })),
});

export const codeOfPerson = v.object({
  ...code.entries,
  citizenId: citizenIdText,
  firstName: v.nullable(v.string()),
  lastName: v.nullable(v.string()),
});

export const personAsked = v.strictObject({ citizenId: citizenIdText });
export const statusAsked = v.strictObject({
  citizenId: citizenIdText,
  day: dayText,
  service: v.optional(serviceText),
});
export const codes = v.object({ codes: v.array(code) });
export const moved = v.object({
  code: v.string(),
  status: v.picklist(serviceCodeStatuses),
  closingCode: v.nullable(v.string()),
});
export const cancelling = v.strictObject({ reason: v.pipe(text(300), v.trim(), v.minLength(1)) });

const limitText = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/),
  v.check((value) => Number(value) >= 1 && Number(value) <= 200, "limit_range"),
);

export const reportAsked = v.strictObject({
  from: dayText,
  until: dayText,
  service: v.optional(serviceText),
  status: v.optional(v.picklist(visitStatuses)),
  after: v.optional(text(200)),
  limit: v.optional(limitText),
});

export const reportPage = v.object({
  rows: v.array(
    v.object({
      visitId: uuidText,
      day: dayText,
      status: v.picklist(visitStatuses),
      way: v.picklist(askingWays),
      code: v.nullable(v.string()),
      codeStatus: v.nullable(v.picklist(serviceCodeStatuses)),
      service: v.object({ code: serviceText, nameTh: v.string(), nameEn: v.string() }),
      citizenId: citizenIdText,
      firstName: v.nullable(v.string()),
      lastName: v.nullable(v.string()),
      hn: v.nullable(v.string()),
      an: v.nullable(v.string()),
      cameAt: v.nullable(moment),
      recordedAt: moment,
      cancelReason: v.nullable(v.string()),
    }),
  ),
  /** Give it as `after` for the next page; null: this is the last. */
  next: v.nullable(v.string()),
});

/** Rows a call may hold. */
export const rowsACall = 1_000;

export const visitsListed = v.strictObject({
  rows: v.pipe(
    v.array(
      v.strictObject({
        citizenId: text(40),
        day: text(40),
        service: text(100),
        hn: v.optional(text(40)),
      }),
    ),
    v.minLength(1),
    v.maxLength(rowsACall),
  ),
});

export const judged = v.object({
  rows: v.array(
    v.object({
      index: v.pipe(v.number(), v.integer()),
      result: v.picklist(reconciledKinds),
      code: v.nullable(v.string()),
      problems: v.array(v.string()),
    }),
  ),
});

export const about = v.object({
  facility: v.object({ hcode: v.string(), nameTh: v.string(), nameEn: v.string() }),
  key: v.object({ name: v.string(), scopes: v.array(v.string()), expiresAt: moment }),
  services: v.array(
    v.object({ code: serviceText, kind: v.string(), nameTh: v.string(), nameEn: v.string() }),
  ),
});

/** What is sent to a webhook endpoint (server/systems/webhook-message.ts): nothing of the person. */
export const codeEvent = v.strictObject({
  type: v.picklist(webhookEvents),
  timestamp: moment,
  data: v.strictObject({
    code: code.entries.code,
    service: serviceText,
    day: dayText,
    visitId: uuidText,
    hn: v.nullable(v.string()),
    closingCode: code.entries.closingCode,
    cancelReason: code.entries.cancelReason,
  }),
});

/** RFC 9457, with what was wrong in which field (JSON pointers of RFC 6901). */
export const problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  instance: v.string(),
  errors: v.optional(v.array(v.object({ pointer: v.string(), detail: v.string() }))),
  codes: v.optional(v.array(code)),
});

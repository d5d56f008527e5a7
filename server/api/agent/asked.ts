import { parseCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import { parsePersonName, type PersonName } from "../../kernel/person-name.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { parseServiceTypeCode, type ServiceTypeCode } from "../../visits/service-type.ts";
import type { Words } from "../../words/words.ts";

/** What a save is asked with, checked as far as it can be without looking anything up. */
export interface AskedSave {
  readonly citizenId: CitizenId;
  readonly service: ServiceTypeCode;
  readonly mobile: string;
  readonly correlationId: string;
  readonly hn: string;
  readonly hcode: string;
  /** Names of the card reading, where the caller passes them on; the documented call has none. */
  readonly firstName: PersonName | null;
  readonly lastName: PersonName | null;
}

/** What is wrong, and at which of the call's own names. */
export interface AskedRefusal {
  readonly kind: "asked_wrong";
  readonly field: string;
  readonly sentence: string;
}

const longestText = 100;

/**
 * Reads `{ pid, claimType, mobile, correlationId, hn?, hcode? }` as callers of the local agent send it: numbers may come
 * as numbers, and what we do not know is passed over. Refuses the first that cannot be used.
 */
export function readSave(sent: unknown, words: Words): Result<AskedSave, AskedRefusal> {
  const text = (name: string) => textOf(sent, name);
  const wrong = (field: string, sentence: string) =>
    refuse({ kind: "asked_wrong" as const, field, sentence });
  const citizenId = parseCitizenId(text("pid"));
  if (!citizenId.ok) return wrong("pid", words.api.agent.citizen_id);
  const service = parseServiceTypeCode(text("claimType"));
  if (!service.ok) return wrong("claimType", words.api.agent.claim_type);
  const correlationId = text("correlationId").toLowerCase();
  if (!isUuid(correlationId)) return wrong("correlationId", words.api.agent.correlation_missing);
  return ok({
    citizenId: citizenId.value,
    service: service.value,
    correlationId,
    mobile: text("mobile"),
    hn: text("hn"),
    hcode: text("hcode"),
    firstName: nameOf(text("fname")),
    lastName: nameOf(text("lname")),
  });
}

function textOf(sent: unknown, name: string): string {
  const value: unknown =
    typeof sent === "object" && sent !== null && Object.hasOwn(sent, name)
      ? (sent as Record<string, unknown>)[name]
      : "";
  return typeof value === "string" || typeof value === "number"
    ? String(value).trim().slice(0, longestText)
    : "";
}

function nameOf(text: string): PersonName | null {
  const name = parsePersonName(text);
  return name.ok ? name.value : null;
}

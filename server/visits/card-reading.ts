import type { BirthDate } from "../kernel/birth-date.ts";
import { parseCardText } from "../kernel/birth-date.ts";
import { parseCitizenId, type CitizenId } from "../kernel/citizen-id.ts";
import { parsePersonName, type PersonName } from "../kernel/person-name.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { isUuid } from "../kernel/uuid.ts";

/** Where the card agent listens, on the machine of the browser; fixed by the agent. */
export const cardAgentOrigin = "http://localhost:8189";

/** The fields of a card reading, as the counter's page hands them on from the card agent. */
export const cardFields = [
  "pid",
  "fname",
  "lname",
  "birthDate",
  "mainInscl",
  "subInscl",
  "correlationId",
] as const;
export type CardField = (typeof cardFields)[number];

/** What a reading of the chip told, checked. */
export interface CardReading {
  readonly citizenId: CitizenId;
  readonly firstName: PersonName;
  readonly lastName: PersonName;
  readonly birth: BirthDate | null;
  readonly correlationId: string;
  readonly mainRight: string | null;
  readonly subRight: string | null;
}

const longestRight = 200;

/**
 * Checks a card reading: the number's checksum, both names, the reading's own id; the birth date is "yyyyMMdd" of the
 * Buddhist era with 00 for what the card does not know, and is left out when it cannot be read. Refuses a reading
 * that lacks one of the others: the card came out too early.
 */
export function readCardReading(
  given: Readonly<Record<CardField, string>>,
  today: BangkokDay,
): Result<CardReading, { readonly kind: "card_unreadable" }> {
  const citizenId = parseCitizenId(given.pid);
  const firstName = parsePersonName(given.fname);
  const lastName = parsePersonName(given.lname);
  if (!citizenId.ok || !firstName.ok || !lastName.ok || !isUuid(given.correlationId)) {
    return refuse({ kind: "card_unreadable" });
  }
  return ok({
    citizenId: citizenId.value,
    firstName: firstName.value,
    lastName: lastName.value,
    birth: birthOnCard(given.birthDate, today),
    correlationId: given.correlationId,
    mainRight: rightOf(given.mainInscl),
    subRight: rightOf(given.subInscl),
  });
}

function birthOnCard(text: string, today: BangkokDay): BirthDate | null {
  const birth = parseCardText(text.trim(), today);
  return birth.ok ? birth.value : null;
}

function rightOf(text: string): string | null {
  const tidy = text.trim().slice(0, longestRight);
  return tidy === "" ? null : tidy;
}

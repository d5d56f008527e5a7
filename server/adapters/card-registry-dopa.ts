import { XMLParser } from "fast-xml-parser";
import type { CardAnswer, CardClaim, CardRegistry, Log } from "../ports.ts";
import { readAtMost } from "./read-at-most.ts";

export interface DopaSettings {
  readonly url: string;
  /** For the whole conversation, the answer's last byte among it. */
  readonly timeoutMs: number;
  readonly log: Log;
}

const service = "http://tempuri.org/";
/** A true answer has less than 1,000 bytes. */
const longestAnswer = 16 * 1024;

/**
 * The registry of ID cards over SOAP 1.1 (CheckCardByLaser). Code 0 without an error is `normal`, 4 `mismatch`, 5
 * `incomplete`; 1 to 3 are cards that are not normal for another reason and count as `mismatch`. Whatever else comes, or
 * does not come in time, is `unavailable`. Redirects are not followed: the claim goes to this address and no other. The
 * log names what went wrong, and nothing of whom was asked about.
 */
export function dopaCardRegistry({ url, timeoutMs, log }: DopaSettings): CardRegistry {
  const unavailable = (why: string, detail: string | number | null = null): CardAnswer => {
    log.warn("card_registry.unavailable", { why, detail });
    return "unavailable";
  };
  return {
    check: async (claim) => {
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "text/xml; charset=utf-8", soapaction: `"${service}CheckCardByLaser"` },
          body: envelopeOf(claim),
          redirect: "manual",
          signal: AbortSignal.timeout(timeoutMs),
        });
        if (response.status !== 200) {
          await response.body?.cancel();
          return unavailable("status", response.status);
        }
        const text = await readAtMost(response, longestAnswer);
        if (text === null) return unavailable("long");
        const result = readResult(text);
        if (result === null) return unavailable("envelope");
        return answerOf(result) ?? unavailable("code", result.code.slice(0, 10));
      } catch (error) {
        return unavailable("unreachable", error instanceof Error ? error.name : null);
      }
    },
  };
}

function envelopeOf({ citizenId, firstName, lastName, birthDateBe, laserCode }: CardClaim): string {
  const asked: readonly (readonly [string, string])[] = [
    ["PID", citizenId],
    ["FirstName", firstName],
    ["LastName", lastName],
    ["BirthDay", birthDateBe],
    ["Laser", laserCode],
  ];
  const fields = asked.map(([name, value]) => `<${name}>${escape(value)}</${name}>`).join("");
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>',
    `<CheckCardByLaser xmlns="${service}">${fields}</CheckCardByLaser>`,
    "</soap:Body></soap:Envelope>",
  ].join("");
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** As XML text; characters that XML has no place for go. */
function escape(text: string): string {
  return [...text].map((each) => escapes[each] ?? (isXml(each) ? each : "")).join("");
}

function isXml(character: string): boolean {
  return (character >= " " && character < "\ufffe") || character > "\uffff" || /[\t\n\r]/.test(character);
}

interface DopaResult {
  readonly isError: string;
  readonly code: string;
}

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
});

/**
 * The result inside an envelope of either SOAP version; null: it is none. Documents that define anything, or are cut
 * off, are none.
 */
function readResult(text: string): DopaResult | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text) || !/<\/(\w+:)?Envelope>\s*$/.test(text)) return null;
  let part: unknown = parser.parse(text);
  for (const name of ["Envelope", "Body", "CheckCardByLaserResponse", "CheckCardByLaserResult"]) {
    part = inside(part, name);
  }
  const [isError, code] = [inside(part, "IsError"), inside(part, "Code")];
  return typeof isError === "string" && typeof code === "string" ? { isError, code } : null;
}

function inside(part: unknown, name: string): unknown {
  const isObject = typeof part === "object" && part !== null && Object.hasOwn(part, name);
  return isObject ? (part as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** What a code means; null: nobody said, so the card is neither normal nor not. */
function answerOf({ isError, code }: DopaResult): CardAnswer | null {
  switch (code) {
    case "0":
      return isError.toLowerCase() === "false" ? "normal" : null;
    case "1":
    case "2":
    case "3":
    case "4":
      return "mismatch";
    case "5":
      return "incomplete";
    default:
      return null;
  }
}

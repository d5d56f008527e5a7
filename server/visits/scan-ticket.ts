import { decodeBase64url, encodeBase64url } from "../kernel/base64url.ts";
import type { Mac } from "../kernel/mac.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { sameBytes } from "../kernel/same-bytes.ts";
import { evidences, type Evidence } from "./visit.ts";

/**
 * What a good scan is worth: the right to ask for one code at that facility for that service. It stands in an
 * address, survives registration and PIN, and belongs to the first LINE user who opens it.
 */
export interface ScanTicket {
  readonly qrId: string;
  /** The facility's agency. */
  readonly facilityId: string;
  readonly serviceType: string;
  readonly scannedAt: Date;
  /** Random; the request key of asking, so that pressing twice issues one code. */
  readonly nonce: string;
  readonly evidence: Evidence;
}

export type ScanTicketRefusal = { readonly kind: "ticket_forged" } | { readonly kind: "ticket_expired" };

export const ticketMinutes = 10;

const tagBytes = 16;

/**
 * Writes a ticket as base64url text safe in a path: the fields as a JSON array, a dot, and 128 bits of
 * HMAC("pratu:scan-ticket:v1:<the first part>"), which no QR or short code shares.
 */
export function makeTicket(mac: Mac, ticket: ScanTicket): string {
  const { qrId, facilityId, serviceType, scannedAt, nonce, evidence } = ticket;
  const fields = [qrId, facilityId, serviceType, scannedAt.getTime(), nonce, evidence];
  const body = encodeBase64url(new TextEncoder().encode(JSON.stringify(fields)));
  return `${body}.${encodeBase64url(tagOf(mac, body))}`;
}

/** Opens a ticket. Refuses what we did not sign, changed or cut, and a scan more than ten minutes ago. */
export function openTicket(mac: Mac, text: string, now: Date): Result<ScanTicket, ScanTicketRefusal> {
  const [body = "", tag = "", ...rest] = text.split(".");
  const given = decodeBase64url(tag);
  if (rest.length > 0 || given === null || !sameBytes(given, tagOf(mac, body))) {
    return refuse({ kind: "ticket_forged" });
  }
  const ticket = readBody(body);
  return now >= ticketEndsAt(ticket) ? refuse({ kind: "ticket_expired" }) : ok(ticket);
}

/** When the ticket stops being good. */
export function ticketEndsAt(ticket: ScanTicket): Date {
  return new Date(ticket.scannedAt.getTime() + ticketMinutes * 60_000);
}

function tagOf(mac: Mac, body: string): Uint8Array {
  return mac(`pratu:scan-ticket:v1:${body}`).subarray(0, tagBytes);
}

/** Reads what we signed ourselves; anything unreadable here is a fault of ours. */
function readBody(body: string): ScanTicket {
  const fields: unknown = JSON.parse(new TextDecoder().decode(decodeBase64url(body) ?? undefined));
  if (!Array.isArray(fields)) throw new Error("a signed scan ticket does not hold a list");
  const [qrId, facilityId, serviceType, scannedAt, nonce, kind] = fields.map(String);
  const evidence = evidences.find((known) => known === kind);
  if (!qrId || !facilityId || !serviceType || !scannedAt || !nonce || !evidence) {
    throw new Error("a signed scan ticket lacks a field");
  }
  return { qrId, facilityId, serviceType, scannedAt: new Date(Number(scannedAt)), nonce, evidence };
}

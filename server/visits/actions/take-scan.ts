import { encodeBase64url } from "../../kernel/base64url.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { checkPlace } from "../asking.ts";
import { readToken, verifyToken, type QrToken } from "../facility-qr.ts";
import type { LoggedRefusal, ScanRefusal } from "../refusal.ts";
import { makeTicket } from "../scan-ticket.ts";
import { parseShortCode, shortCodeTries, verifyShortCode, type ShortCode } from "../short-code.ts";
import type { PlaceOfQr } from "../place.ts";
import { countShortCodeTry, findPlaceByNumber, findPlaceByShortNumber, insertScan } from "../store.ts";
import type { Evidence } from "../visit.ts";

/** What came from the citizen: the token out of a QR, or the nine digits under it, typed by that LINE user. */
export type ScanInput = { readonly token: string } | { readonly shortCode: string; readonly by: LineUser };

/** A good scan: the signed ticket it is worth, and where it was made. */
export interface Scan {
  readonly ticket: string;
  readonly place: PlaceOfQr;
}

/**
 * Takes a scanned token, whoever scanned it, or a typed short code, and mints a scan ticket of ten minutes. Refuses a
 * text that is no token or code of ours, one we did not sign, a screen's older than its step and the next, a revoked
 * QR, a closed facility, a service not offered today, and more than five typed codes in ten minutes by one LINE
 * user. Changes nothing but those tries and the QR's scan log, where refusals of a known QR stand too.
 */
export async function takeScan(
  ports: Ports,
  actor: Gate,
  input: ScanInput,
): Promise<Result<Scan, ScanRefusal>> {
  if ("token" in input) {
    const read = readToken(input.token);
    return read.ok ? ports.db.as(actor, (tx) => byToken(ports, tx, read.value)) : read;
  }
  const read = parseShortCode(input.shortCode);
  return read.ok ? ports.db.as(actor, (tx) => byShortCode(ports, tx, read.value, input.by)) : read;
}

async function byToken(ports: Ports, tx: Tx, token: QrToken): Promise<Result<Scan, ScanRefusal>> {
  const place = await findPlaceByNumber(tx, token.number);
  if (!place) return refuse({ kind: "qr_forged" });
  const signed = verifyToken(ports.keys.qr, token, place.kind, ports.clock.now());
  return settle(ports, tx, place, signed.ok ? ok(place.kind) : signed);
}

async function byShortCode(
  ports: Ports,
  tx: Tx,
  code: ShortCode,
  by: LineUser,
): Promise<Result<Scan, ScanRefusal>> {
  const now = ports.clock.now();
  const tries = await countShortCodeTry(tx, by, now);
  if (tries > shortCodeTries) return refuse({ kind: "short_code_limit" });
  const place = await findPlaceByShortNumber(tx, code.shortNumber);
  if (!place) return refuse({ kind: "short_code_wrong" });
  const right = verifyShortCode(ports.keys.qr, code, place.kind, now);
  return settle(ports, tx, place, right.ok ? ok("short_code") : right);
}

/** Judges the place, writes the scan log and, for an accepted scan, mints the ticket. */
async function settle(
  ports: Ports,
  tx: Tx,
  place: PlaceOfQr,
  proof: Result<Evidence, LoggedRefusal>,
): Promise<Result<Scan, LoggedRefusal>> {
  const scannedAt = ports.clock.now();
  const { qrId, facilityId, serviceType } = place;
  const open = proof.ok ? checkPlace(place.asking, bangkokDay(scannedAt)) : proof;
  const log = { id: ports.random.uuid(), agencyId: facilityId, qrId, scannedAt };
  await insertScan(tx, { ...log, outcome: open.ok ? "accepted" : open.refusal.kind });
  if (!proof.ok) return proof;
  if (!open.ok) return open;
  const nonce = encodeBase64url(ports.random.bytes(16));
  const ticket = { qrId, facilityId, serviceType, scannedAt, nonce, evidence: proof.value };
  return ok({ ticket: makeTicket(ports.keys.qr, ticket), place });
}

import { findAgencyPlace } from "../../agencies/store/office.ts";
import { holderName } from "../../credentials/holding.ts";
import { seatLinkPath } from "../../credentials/seat-link.ts";
import type { SeatDetails, SeatNoticeKind, ToldSeat } from "../../credentials/seat-notice.ts";
import { parsePurpose } from "../../credentials/sign-in-challenge.ts";
import { certificateStanding } from "../../credentials/soft-token.ts";
import { findIsActivationOpen } from "../../credentials/store/activation.ts";
import { findChallenge, findIsWaiting } from "../../credentials/store/challenge.ts";
import { findKey } from "../../credentials/store/soft-token.ts";
import { findHolderLine } from "../../credentials/store/holder-line.ts";
import { findIsReturned } from "../../credentials/store/old-device.ts";
import { findTokenCampaign } from "../../credentials/store/token-help.ts";
import { findHolding, type KeptHolding } from "../../credentials/store/holding.ts";
import { findSeatLink } from "../../credentials/store/seat-link.ts";
import { mailLinkToken } from "../../kernel/mail-link.ts";
import { parseBangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { refOf } from "../ref-of.ts";
import { readEmailCode, readRefusal } from "./read-registration-about.ts";
import { readRequestAbout } from "./read-request-about.ts";
import type { SeatSubject } from "../seat-subject.ts";
import type { ClaimedNotice } from "../store.ts";

/** What a notice to somebody in a seat is about, and the address a mail goes to; null: none is known. */
export interface SeatAbout {
  readonly subject: SeatSubject;
  readonly email: string | null;
}

/** What is told, and the address it goes to where that is not the one on record. */
type Details = SeatDetails & { readonly to?: string };

/**
 * Reads what a notice to somebody in a seat is about, as it is now. Null: there is no such time in a seat, or it is no
 * longer so (the link was used or is past its time, the end that was planned has come or was taken back).
 */
export async function readSeatAbout(
  ports: Ports,
  tx: Tx,
  notice: ClaimedNotice,
  kind: SeatNoticeKind,
): Promise<SeatAbout | null> {
  const holding = await findHolding(ports, tx, refOf(notice.refs, "holdingId"));
  const seat = holding && (await toldSeatOf(tx, holding));
  const details = holding && (await readDetails(ports, tx, notice, kind, holding));
  if (!seat || !details) return null;
  const { to = holding.facts.email, ...told } = details;
  return { subject: { kind, seat, at: notice.queuedAt, details: told }, email: to };
}

/** A time in a seat as a notice speaks of it; null: there is none. */
export async function findToldSeat(ports: Ports, tx: Tx, holdingId: string): Promise<ToldSeat | null> {
  const holding = await findHolding(ports, tx, holdingId);
  return holding && toldSeatOf(tx, holding);
}

async function toldSeatOf(
  tx: Tx,
  { agencyId, userCode, right, facts }: KeptHolding,
): Promise<ToldSeat | null> {
  const agency = await findAgencyPlace(tx, agencyId);
  if (!agency) return null;
  const { nameTh, nameEn } = agency;
  return { name: holderName(facts), userCode, right, agency: { nameTh, nameEn } };
}

async function readDetails(
  ports: Ports,
  tx: Tx,
  { refs }: ClaimedNotice,
  kind: SeatNoticeKind,
  holding: KeptHolding,
): Promise<Details | null> {
  switch (kind) {
    case "seat_email_code":
      return readEmailCode(ports, tx, holding.id, refOf(refs, "codeId"));
    case "seat_registration_refused":
      return readRefusal(ports, tx, holding.id);
    case "seat_registration_approved": {
      const day = parseBangkokDay(refOf(refs, "day"));
      return holding.state === "named" && day.ok ? { day: day.value } : null;
    }
    case "seat_request_sent":
    case "seat_request_granted":
    case "seat_request_refused":
    case "seat_request_answered":
    case "seat_request_code":
      return readRequestAbout(ports, tx, kind, refs);
    case "seat_named":
    case "seat_password_link":
      return readLink(ports, tx, refOf(refs, "linkId"), holding);
    case "seat_end_planned": {
      const day = parseBangkokDay(refOf(refs, "day"));
      return holding.state === "live" && day.ok && holding.endsOn === day.value ? { day: day.value } : null;
    }
    case "seat_ended":
      return holding.endReason === null ? null : { endReason: holding.endReason };
    case "seat_sign_in": {
      const id = refOf(refs, "challengeId");
      const waits = await findIsWaiting(tx, id, ports.clock.now());
      const asked = waits ? await findChallenge(tx, id) : null;
      return asked && { phonePath: `/token/sign/${id}`, purpose: asked.purpose };
    }
    case "seat_renewal": {
      const id = refOf(refs, "activationId");
      const isOpen = await findIsActivationOpen(tx, id, ports.clock.now());
      return isOpen ? { phonePath: `/token/renew/${id}` } : null;
    }
    case "seat_activated":
    case "seat_renewed": {
      const key = await findKey(tx, refOf(refs, "softTokenId"));
      return key && { device: key.device };
    }
    case "seat_campaign_move":
    case "seat_campaign_return":
      return readCampaignDay(tx, kind, holding);
    case "seat_key_ending": {
      const key = await findKey(tx, refOf(refs, "softTokenId"));
      if (key?.state !== "live") return null;
      const standing = certificateStanding(key.notAfter, ports.clock.now());
      return standing.kind === "ending" ? { daysLeft: standing.daysLeft } : null;
    }
    case "seat_sign_in_denied":
      return { purpose: parsePurpose(refs["purpose"]) };
    case "seat_password_changed":
    case "seat_key_ended":
    case "seat_phone_changed":
    case "seat_answers_wrong":
    case "seat_key_disabled":
    case "seat_naming_withdrawn":
    case "seat_taken":
    case "seat_phone_lost":
      return {};
  }
}

/** By when it is to be done; null: it was done meanwhile, or the office has no campaign. */
async function readCampaignDay(
  tx: Tx,
  kind: "seat_campaign_move" | "seat_campaign_return",
  { id, issuerId, state }: KeptHolding,
): Promise<SeatDetails | null> {
  const campaign = await findTokenCampaign(tx, issuerId);
  const isDone =
    kind === "seat_campaign_move"
      ? state === "ended" || (await findHolderLine(tx, id)) !== null
      : await findIsReturned(tx, id);
  if (isDone) return null;
  if (campaign === null) return {};
  return { byDay: kind === "seat_campaign_move" ? campaign.switchUntil : campaign.returnBy };
}

/** Where the link leads: its token is made again from its id, for it stands nowhere. */
async function readLink(
  ports: Ports,
  tx: Tx,
  linkId: string,
  holding: KeptHolding,
): Promise<SeatDetails | null> {
  const link = await findSeatLink(tx, linkId);
  const isOpen = link !== null && link.usedAt === null && ports.clock.now() < link.expiresAt;
  if (!isOpen || link.holdingId !== holding.id || holding.state === "ended") return null;
  const path = seatLinkPath(mailLinkToken(ports.keys.seatLink, linkId));
  return { link: { path, expiresAt: link.expiresAt, isOldOver: holding.passwordSetAt === null } };
}

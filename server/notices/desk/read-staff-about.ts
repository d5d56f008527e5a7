import { powerChanges, powerLevels } from "../../agencies/appointment.ts";
import { parseResetReason } from "../../agencies/second-step-reset.ts";
import { parseSignInChange } from "../../agencies/sign-in-change.ts";
import { staffLinkPath } from "../../agencies/staff-link.ts";
import { findCodeAsk } from "../../credentials/store/code-ask.ts";
import { parseOwnEnd } from "../../credentials/own-end.ts";
import { parsePurpose } from "../../credentials/sign-in-challenge.ts";
import { mailLinkToken } from "../../kernel/mail-link.ts";
import {
  findAccessPersonReach,
  findLinkToSend,
  findStaffReach,
  type StaffReach,
} from "../../agencies/store/staff-reach.ts";
import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { parseBangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { StaffNoticeKind } from "../notice.ts";
import { refOf } from "../ref-of.ts";
import { findToldRequest } from "./read-request-about.ts";
import { findToldLostPhone } from "./read-lost-phone.ts";
import { findAnsweredPetition, findReopenedPetition, findWarnedPetition } from "./read-warned.ts";
import { findToldSeat } from "./read-seat-about.ts";
import type { StaffSubject, ToldStaff } from "../staff-subject.ts";
import type { ClaimedNotice } from "../store.ts";

/** What a mail to a member of staff is about, and where it goes. */
export interface StaffAbout {
  readonly subject: StaffSubject;
  readonly email: string;
}

/**
 * Reads what a notice to a member of staff is about. Null: there is nobody to tell, its link was used or is past its
 * time, or it is no longer so (a warning to somebody whose right has ended meanwhile).
 */
export async function readStaffAbout(
  ports: Ports,
  tx: Tx,
  notice: ClaimedNotice,
  kind: StaffNoticeKind,
): Promise<StaffAbout | null> {
  if (kind === "staff_refused") return readRefused(ports, tx, notice);
  const reach = await findStaffReach(ports, tx, refOf(notice.refs, "staffId"));
  if (reach === null) return null;
  const subject = await readSubject(ports, tx, notice, kind, reach);
  return subject && { subject, email: reach.email };
}

async function readRefused(ports: Ports, tx: Tx, { refs }: ClaimedNotice): Promise<StaffAbout | null> {
  const reach = await findAccessPersonReach(ports, tx, refOf(refs, "accessPersonId"));
  if (reach === null) return null;
  const { email, ...applicant } = reach;
  return { subject: { kind: "staff_refused", applicant }, email };
}

async function readSubject(
  ports: Ports,
  tx: Tx,
  { refs, queuedAt }: ClaimedNotice,
  kind: Exclude<StaffNoticeKind, "staff_refused">,
  { name, username, level, state, agency }: StaffReach,
): Promise<StaffSubject | null> {
  const staff: ToldStaff = { name, username, level, state, agency };
  const hasEnded = state === "revoked" || state === "ended";
  switch (kind) {
    case "staff_invited":
    case "staff_password_reset": {
      const link = hasEnded ? null : await readLink(ports, tx, refs);
      return link && { kind, staff, ...link };
    }
    case "staff_idle_warning": {
      const lastDay = parseBangkokDay(refOf(refs, "lastDay"));
      return hasEnded || !lastDay.ok ? null : { kind, staff, lastDay: lastDay.value };
    }
    case "staff_line_plan":
      return hasEnded ? null : { kind, staff, percent: Number(refOf(refs, "percent")) };
    case "staff_revoked":
      return hasEnded ? { kind, staff, at: queuedAt } : null;
    case "staff_session_elsewhere":
    case "staff_locked":
      return { kind, staff, at: queuedAt };
    case "staff_sign_in_changed": {
      const what = parseSignInChange(refOf(refs, "what"));
      return what && { kind, staff, at: queuedAt, what };
    }
    case "staff_petition_due":
    case "staff_petition_late":
    case "staff_delay_letter": {
      const petition = hasEnded ? null : await findWarnedPetition(tx, refs);
      return petition && { kind, staff, petition };
    }
    case "staff_phone_lost":
    case "staff_lost_letter": {
      const lostPhoneId = refOf(refs, "lostPhoneId");
      const told = hasEnded ? null : await findToldLostPhone(ports, tx, lostPhoneId, kind);
      return told && { kind, staff, lostPhoneId, ...told };
    }
    case "staff_petition_reopened": {
      const found = hasEnded ? null : await findReopenedPetition(tx, refs);
      return found && { kind, staff, ...found };
    }
    case "staff_petition_answered": {
      const found = hasEnded ? null : await findAnsweredPetition(tx, refs);
      return found && { kind, staff, ...found };
    }
    case "staff_seat_denied":
    case "staff_key_disabled": {
      const seat = hasEnded ? null : await findToldSeat(ports, tx, refOf(refs, "holdingId"));
      return seat && { kind, staff, seat, at: queuedAt, ...readDeed(refs) };
    }
    case "staff_request_said":
      return hasEnded ? null : readRequest(ports, tx, staff, { refs, queuedAt });
    case "staff_code_answered": {
      const answer = hasEnded ? null : await readCodeAnswer(ports, tx, refOf(refs, "codeAskId"));
      return answer && { kind, staff, ...answer };
    }
    case "staff_token_demanded": {
      const fromDay = parseBangkokDay(refOf(refs, "fromDay"));
      return hasEnded || !fromDay.ok ? null : { kind, staff, fromDay: fromDay.value };
    }
    case "staff_level_changed":
      return hasEnded ? null : { kind, staff, at: queuedAt };
    case "staff_power_changed": {
      const change = hasEnded ? null : await readPowerChange(ports, tx, refs);
      return change && { kind, staff, at: queuedAt, ...change };
    }
    case "staff_second_step_reset": {
      const reason = parseResetReason(refOf(refs, "reason"));
      return reason && { kind, staff, at: queuedAt, reason };
    }
  }
}

/** What the phone was asked, and why the holder ended the key themselves. */
function readDeed(refs: ClaimedNotice["refs"]) {
  const ended = typeof refs["ended"] === "string" ? parseOwnEnd(refs["ended"]) : null;
  return { purpose: parsePurpose(refs["purpose"]), ...(ended ? { ended } : {}) };
}

/** A request for service that somebody wrote into, or that a head is to sign; null: nobody has to any more. */
async function readRequest(
  ports: Ports,
  tx: Tx,
  staff: ToldStaff,
  { refs, queuedAt: at }: Pick<ClaimedNotice, "refs" | "queuedAt">,
): Promise<StaffSubject | null> {
  const seat = await findToldSeat(ports, tx, refOf(refs, "holdingId"));
  const request = seat && (await findToldRequest(ports, tx, refOf(refs, "requestId")));
  const what = refs["what"] === "sign" ? "sign" : "said";
  if (!request || (what === "sign" && !request.waitsForHead)) return null;
  return { kind: "staff_request_said", staff, seat, request, at, what };
}

/** What became of a code that a head asked for; null: it waits still, or is forgotten. */
async function readCodeAnswer(ports: Ports, tx: Tx, codeAskId: string) {
  const ask = await findCodeAsk(ports, tx, codeAskId);
  if (ask === null || ask.state === "waiting") return null;
  const seat = ask.holdingId === null ? null : await findToldSeat(ports, tx, ask.holdingId);
  return { codeAskId, askedAt: ask.madeAt, userCode: seat?.userCode ?? null };
}

/** Whose level was given or taken, and by whom; null: the account is gone, or the notice names no level. */
async function readPowerChange(ports: Ports, tx: Tx, refs: ClaimedNotice["refs"]) {
  const [ofId, byId] = [refOf(refs, "ofId"), refOf(refs, "byId")];
  const names = await listStaffNames(ports, tx, [ofId, byId]);
  const [of, by] = [names.get(ofId), names.get(byId)];
  const level = powerLevels.find((each) => each === refOf(refs, "level"));
  const what = powerChanges.find((each) => each === refOf(refs, "what"));
  return of && by && level && what ? { of, by, level, what } : null;
}

/** Where the link leads: its token is made again from its id, for it stands nowhere. */
async function readLink(
  ports: Ports,
  tx: Tx,
  refs: ClaimedNotice["refs"],
): Promise<{ path: string; expiresAt: Date } | null> {
  const linkId = refOf(refs, "linkId");
  const link = await findLinkToSend(tx, linkId);
  const isOpen = link !== null && link.usedAt === null && ports.clock.now() < link.expiresAt;
  if (!isOpen || link.staffId !== refs["staffId"]) return null;
  return { path: staffLinkPath(mailLinkToken(ports.keys.staffLink, linkId)), expiresAt: link.expiresAt };
}

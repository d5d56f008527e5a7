import type { DelegationSides } from "../../identity/delegation-view.ts";
import { fullName } from "../../identity/full-name.ts";
import { otpDigits } from "../../identity/otp.ts";
import { registrationSteps } from "../../identity/registration.ts";
import { findDelegation, listByAsker } from "../../identity/store/delegation.ts";
import { findToldIdCheck } from "../desk/read-id-check.ts";
import { findOtpToSend } from "../../identity/store/otp.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { maskCitizenId } from "../../kernel/citizen-id.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ListedPetition } from "../../petitions/followed-petition.ts";
import type { OwnDraft } from "../../petitions/own-draft.ts";
import { listOwnDrafts } from "../../petitions/store/own-draft.ts";
import { listOwn } from "../../petitions/store/own-petition.ts";
import type { HandedPetition } from "../../petitions/handed-petition.ts";
import { findHandedPetition } from "../../petitions/store/handed-petition.ts";
import { findNamedPetition, findToldPetition } from "../../petitions/store/told-petition.ts";
import { findWanted } from "../../visits/store/facility.ts";
import { findCode } from "../../visits/store/service-code.ts";
import type { SeatNoticeKind } from "../../credentials/seat-notice.ts";
import type { AccountNoticeKind } from "../../identity/account-notice.ts";
import { findSmsPhone } from "../desk/find-sms-phone.ts";
import { mayBeTold } from "../desk/may-be-told.ts";
import { readAccountAbout } from "../desk/read-account-about.ts";
import { findToldDocument } from "../desk/read-document.ts";
import { readSeatAbout } from "../desk/read-seat-about.ts";
import { readStaffAbout } from "../desk/read-staff-about.ts";
import { isAccountKind, isSeatKind, isStaffKind, type NoticeKind, type StaffNoticeKind } from "../notice.ts";
import { refOf } from "../ref-of.ts";
import { findEmail } from "../store/email.ts";
import { findDraftStep, findLanguage, findRecipient, type ClaimedNotice } from "../store.ts";
import type { About, CitizenSubject, Subject, ToldCode, ToldDelegation } from "../subject.ts";

/** Reads what a claimed notice is about, in one transaction. Words are made of nothing else. */
export async function readAbout(ports: Ports, actor: SystemActor, notice: ClaimedNotice): Promise<About> {
  return ports.db.as(actor, async (tx) => {
    const { kind } = notice;
    if (isStaffKind(kind)) return aboutMail(await readStaffAbout(ports, tx, notice, kind));
    if (isAccountKind(kind)) return aboutMail(await readAccountAbout(ports, tx, notice, kind));
    if (isSeatKind(kind)) return aboutSeat(tx, notice, await readSeatAbout(ports, tx, notice, kind));
    const recipient = await findRecipient(tx, notice);
    const subject = (await mayBeTold(tx, notice)) ? await readSubject(ports, tx, notice, kind) : null;
    const phone = notice.medium === "sms" ? await findSmsPhone(ports, tx, notice) : null;
    if (notice.medium !== "mail") return { recipient, subject, phone, email: null, name: null };
    return { subject, phone: null, ...(await readAddressee(ports, tx, notice)) };
  });
}

/** Nobody is asked for a language when an account is asked for: these mails say everything in both. */
function aboutMail(read: { readonly subject: Subject; readonly email: string } | null): About {
  const recipient = { language: "th", hasBlocked: false } as const;
  return { recipient, subject: read?.subject ?? null, phone: null, email: read?.email ?? null, name: null };
}

/** Somebody in a seat: by mail in both languages, in LINE in the one chosen there. */
async function aboutSeat(
  tx: Tx,
  notice: ClaimedNotice,
  read: { readonly subject: Subject; readonly email: string | null } | null,
): Promise<About> {
  const recipient = await findRecipient(tx, notice);
  return { recipient, subject: read?.subject ?? null, phone: null, email: read?.email ?? null, name: null };
}

async function readSubject(
  ports: Ports,
  tx: Tx,
  notice: ClaimedNotice,
  kind: Exclude<NoticeKind, StaffNoticeKind | AccountNoticeKind | SeatNoticeKind>,
): Promise<CitizenSubject | null> {
  const { refs } = notice;
  switch (kind) {
    case "chat_reply": {
      const codes = await readCodes(ports, tx, notice, refs["codes"]);
      const petitions = await readPetitions(tx, notice, refs["petitions"]);
      const drafts = await readDrafts(tx, notice, refs["drafts"]);
      const handed = await readWork(tx, notice, refs["handed"]);
      return { kind, say: refs["say"], codes, petitions, drafts, handed, displayName: null };
    }
    case "otp_sms":
      return readOtp(ports, tx, notice);
    case "code_issued":
    case "code_cancelled": {
      const [code] = await readCodes(ports, tx, notice, [refs]);
      return code ? { kind, code } : null;
    }
    case "code_wanted": {
      const wanted = await findWanted(tx, refOf(refs, "agencyId"), refOf(refs, "serviceType"));
      return wanted && { kind, wanted };
    }
    case "companion_asked":
    case "companion_agreed":
    case "companion_refused":
    case "companion_ended": {
      const delegation = await readDelegation(ports, tx, notice);
      return delegation && { kind, delegation };
    }
    case "companion_used": {
      const delegation = await readDelegation(ports, tx, notice);
      const [code] = await readCodes(ports, tx, notice, [refs]);
      return delegation && code ? { kind, delegation, code } : null;
    }
    case "registration_step":
    case "reminder": {
      const at = await findDraftStep(tx, refOf(refs, "registrationId"));
      const index = registrationSteps.findIndex((step) => step === at);
      const step = registrationSteps[index];
      return step === undefined ? null : { kind, step, left: registrationSteps.length - index };
    }
    case "petition_filed":
    case "petition_moved":
    case "petition_completed": {
      const petition = await findToldPetition(ports, tx, notice.refs);
      return petition && { kind, petition };
    }
    case "petition_handed":
      return findHanded(tx, notice, refs).then((handed) => handed && { kind, handed });
    case "petition_answered": {
      const petition = await findNamedPetition(tx, notice.refs);
      return petition && { kind, petition };
    }
    case "document_issued":
    case "document_revoked": {
      const document = await findToldDocument(tx, refOf(refs, "agencyId"), refOf(refs, "documentId"));
      return document && { kind, document };
    }
    case "id_check_approved":
    case "id_check_sent_back": {
      const check = await findToldIdCheck(tx, refOf(refs, "agencyId"), refOf(refs, "checkId"));
      return check && { kind, check };
    }
    case "email_unreachable":
    case "registered":
    case "registration_elsewhere":
    case "link_moved":
    case "consent_withdrawn":
    case "look_answered":
    case "pin_changed":
    case "pin_disabled":
    case "phone_changed":
      return { kind };
  }
}

type Refs = Readonly<Record<string, unknown>>;

/** A petition that is given to an officer by this LINE; null: no longer. */
function findHanded(tx: Tx, notice: ClaimedNotice, refs: Refs): Promise<HandedPetition | null> {
  const id = (name: string) => refOf(refs, name);
  const ids = { agencyId: id("agencyId"), petitionId: id("petitionId"), staffId: id("staffId") };
  return findHandedPetition(tx, ids, notice);
}

/** The petitions of an officer that refs point at, as far as they are still given to them. */
async function readWork(tx: Tx, notice: ClaimedNotice, refs: unknown): Promise<readonly HandedPetition[]> {
  const found: HandedPetition[] = [];
  for (const ref of (refs ?? []) as readonly Refs[]) {
    const handed = await findHanded(tx, notice, ref);
    if (handed !== null) found.push(handed);
  }
  return found;
}

/** Who a mail goes to: the registered address, the name, and the language chosen where the person signs in. */
async function readAddressee(
  ports: Ports,
  tx: Tx,
  { personId }: ClaimedNotice,
): Promise<Pick<About, "recipient" | "email" | "name">> {
  const person = personId === null ? null : await findPerson(ports, tx, personId);
  if (person === null) return { recipient: { language: "th", hasBlocked: false }, email: null, name: null };
  const language = await findLanguage(tx, person.id);
  return {
    recipient: { language, hasBlocked: false },
    email: (await findEmail(ports, tx, person))?.address ?? null,
    name: fullName(person),
  };
}

async function readOtp(ports: Ports, tx: Tx, notice: ClaimedNotice): Promise<CitizenSubject | null> {
  const otp = await findOtpToSend(ports, tx, refOf(notice.refs, "otpId"));
  const isOpen = otp !== null && otp.usedAt === null && otp.replacedAt === null;
  if (!isOpen || ports.clock.now() >= otp.expiresAt) return null;
  const { purpose, reference } = otp;
  const asked = purpose === "companion" ? await findDelegation(ports, tx, otp.subjectId) : null;
  const askerName = asked?.sides.askerName ?? null;
  return { kind: "otp_sms", purpose, reference, digits: otpDigits(ports.keys.otp, otp.id), askerName };
}

/** The codes that refs point at, with the name of whose they are when they are not the reader's own. */
async function readCodes(ports: Ports, tx: Tx, notice: ClaimedNotice, refs: unknown): Promise<ToldCode[]> {
  const told: ToldCode[] = [];
  for (const ref of (refs ?? []) as readonly Refs[]) {
    const code = await findCode(tx, refOf(ref, "personId"), refOf(ref, "codeId"));
    if (code === null) continue;
    const isOwn = notice.personId === null || code.personId === notice.personId;
    const given = isOwn ? [] : await listByAsker(ports, tx, notice.personId);
    const delegation = given.find(({ forId }) => forId === code.personId);
    told.push({
      ...code,
      forWhom: delegation ? whomOf(delegation.sides) : null,
      delegationId: delegation?.id ?? null,
    });
  }
  return told;
}

/** The reader's own petitions that refs point at. */
async function readPetitions(
  tx: Tx,
  { personId }: ClaimedNotice,
  refs: unknown,
): Promise<readonly ListedPetition[]> {
  const ids = ((refs ?? []) as readonly Refs[]).map((ref) => refOf(ref, "petitionId"));
  if (personId === null || ids.length === 0) return [];
  return listOwn(tx, personId, { shelf: null, turn: null, limit: ids.length, ids });
}

/** The reader's own drafts that refs point at and that were not sent meanwhile. */
async function readDrafts(tx: Tx, { personId }: ClaimedNotice, refs: unknown): Promise<readonly OwnDraft[]> {
  const ids = ((refs ?? []) as readonly Refs[]).map((ref) => refOf(ref, "draftId"));
  if (personId === null || ids.length === 0) return [];
  return listOwnDrafts(tx, personId, { limit: ids.length, ids });
}

async function readDelegation(ports: Ports, tx: Tx, notice: ClaimedNotice): Promise<ToldDelegation | null> {
  const delegation = await findDelegation(ports, tx, refOf(notice.refs, "delegationId"));
  if (delegation === null) return null;
  const { id, untilDay, sides, askerId } = delegation;
  const { askerName } = sides;
  return { id, untilDay, askerName, forWhom: whomOf(sides), readByAsker: notice.personId === askerId };
}

function whomOf(sides: DelegationSides): string {
  return sides.forName ?? maskCitizenId(sides.forCitizenId);
}

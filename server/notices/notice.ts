import { idCheckNoticeKinds } from "../identity/id-check-notice.ts";
import { accountNoticeKinds, type AccountNoticeKind } from "../identity/account-notice.ts";
import { lostNoticeKinds } from "../credentials/lost-notice.ts";
import { clockNoticeKinds } from "../petitions/clock-mark.ts";
import { seatNoticeKinds, type SeatNoticeKind } from "../credentials/seat-notice.ts";
import { documentNoticeKinds } from "../petitions/document-notice.ts";
import { seatNoticeRules } from "./seat-rules.ts";
import { staffNoticeRules } from "./staff-rules.ts";
import { petitionNoticeKinds } from "../petitions/petition-notice.ts";

/** How a notice travels. */
export const media = ["line", "sms", "mail"] as const;
export type Medium = (typeof media)[number];

/** What is told to a person wherever they are reached: its media are chosen when it is taken up. */
export const openMedium = "any";
export const noticeMedia = [...media, openMedium] as const;

/**
 * Where a notice stands in the outbox. `unknown`: it may have been delivered and is never sent again. `dropped`:
 * it died, or the citizen blocked the account, before it could be sent.
 */
export const noticeStates = ["waiting", "claimed", "sent", "failed", "unknown", "dropped"] as const;

/** What members of staff are told, each to their own e-mail (F1). */
export const staffNoticeKinds = [
  "staff_invited",
  "staff_refused",
  "staff_password_reset",
  "staff_idle_warning",
  "staff_revoked",
  "staff_session_elsewhere",
  "staff_locked",
  "staff_sign_in_changed",
  "staff_second_step_reset",
  "staff_level_changed",
  "staff_power_changed",
  "staff_line_plan",
  "staff_petition_reopened",
  "staff_petition_answered",
  "staff_seat_denied",
  "staff_key_disabled",
  "staff_request_said",
  "staff_code_answered",
  "staff_token_demanded",
  ...clockNoticeKinds,
  ...lostNoticeKinds,
] as const;
export type StaffNoticeKind = (typeof staffNoticeKinds)[number];

export const noticeKinds = [
  "otp_sms",
  "chat_reply",
  "registration_step",
  "registered",
  "registration_elsewhere",
  "link_moved",
  "consent_withdrawn",
  "reminder",
  "pin_changed",
  "pin_disabled",
  "phone_changed",
  "code_issued",
  "code_cancelled",
  "look_answered",
  "code_wanted",
  "companion_asked",
  "companion_agreed",
  "companion_refused",
  "companion_ended",
  "companion_used",
  ...petitionNoticeKinds,
  "petition_answered",
  "petition_handed",
  "email_unreachable",
  ...idCheckNoticeKinds,
  ...documentNoticeKinds,
  ...accountNoticeKinds,
  ...staffNoticeKinds,
  ...seatNoticeKinds,
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface NoticeRule {
  /** The references the words are made from: ids, and for `chat_reply` what the turn said. Never rendered text. */
  readonly refs: readonly string[];
  /** The media it may travel by. */
  readonly media: readonly Medium[];
  /** True when it answers what somebody does now, or guards an account: sent at night too. */
  readonly atNight: boolean;
}

/** What each kind needs and may do. */
export const noticeRules = {
  /** The six digits, to the phone of that OTP. Dies with it. */
  otp_sms: { refs: ["otpId"], media: ["sms"], atNight: true },
  chat_reply: { refs: ["say"], media: ["line"], atNight: true },
  /** The chat says which step is next and how many are left. */
  registration_step: { refs: ["registrationId"], media: ["line"], atNight: true },
  registered: { refs: ["personId"], media: ["line"], atNight: true },
  /** To the phone on file: somebody proved another phone for this number. */
  registration_elsewhere: { refs: ["personId"], media: ["sms"], atNight: true },
  /** To the old LINE user and the phone: the account moved to another LINE user. */
  link_moved: { refs: ["personId"], media: ["line", "sms"], atNight: true },
  consent_withdrawn: { refs: ["personId"], media: ["line"], atNight: true },
  /** Once, when a registration was left for a day. */
  reminder: { refs: ["registrationId"], media: ["line"], atNight: false },
  pin_changed: { refs: ["personId"], media: ["line", "sms"], atNight: true },
  pin_disabled: { refs: ["personId"], media: ["line"], atNight: true },
  /** To the chat and the old phone. */
  phone_changed: { refs: ["personId"], media: ["line", "sms"], atNight: true },
  code_issued: { refs: ["personId", "codeId"], media: ["line"], atNight: true },
  code_cancelled: { refs: ["personId", "codeId"], media: ["line"], atNight: true },
  /** The agency answered somebody who said that a look at their data was not right. */
  look_answered: { refs: ["personId"], media: ["line"], atNight: false },
  /** A facility has the person on its list of the day and no code: would they ask for one in LINE? */
  code_wanted: { refs: ["agencyId", "serviceType"], media: ["line"], atNight: false },
  companion_asked: { refs: ["delegationId"], media: ["line", "sms"], atNight: true },
  companion_agreed: { refs: ["delegationId"], media: ["line"], atNight: true },
  companion_refused: { refs: ["delegationId"], media: ["line"], atNight: true },
  companion_ended: { refs: ["delegationId"], media: ["line", "sms"], atNight: false },
  /** Every use tells the represented person. */
  companion_used: { refs: ["delegationId", "personId", "codeId"], media: ["line", "sms"], atNight: true },
  /** The receipt of a petition: its number, and by when an answer is due. */
  petition_filed: {
    refs: ["agencyId", "petitionId", "eventId"],
    media: ["line", "sms", "mail"],
    atNight: true,
  },
  /** A petition moved, or something is asked for. */
  petition_moved: {
    refs: ["agencyId", "petitionId", "eventId"],
    media: ["line", "sms", "mail"],
    atNight: false,
  },
  /** Told at once, by mail too (E4). */
  petition_completed: {
    refs: ["agencyId", "petitionId", "eventId"],
    media: ["line", "sms", "mail"],
    atNight: true,
  },
  /** An officer wrote in the thread of a petition. */
  petition_answered: {
    refs: ["agencyId", "petitionId", "messageId"],
    media: ["line", "sms", "mail"],
    atNight: false,
  },
  /** To an officer's own LINE: a petition was given to them. */
  petition_handed: { refs: ["agencyId", "petitionId", "staffId"], media: ["line"], atNight: false },
  document_issued: { refs: ["agencyId", "documentId"], media: ["line", "sms", "mail"], atNight: false },
  document_revoked: { refs: ["agencyId", "documentId"], media: ["line", "sms", "mail"], atNight: false },
  /** The registered e-mail does not take mails: told where it still can be. */
  email_unreachable: { refs: ["personId"], media: ["line"], atNight: false },
  /** An officer looked at somebody's ID pictures. */
  id_check_approved: { refs: ["agencyId", "checkId"], media: ["line", "mail"], atNight: false },
  id_check_sent_back: { refs: ["agencyId", "checkId"], media: ["line", "mail"], atNight: false },
  account_email_proof: { refs: ["personId", "linkId"], media: ["mail"], atNight: true },
  account_password_reset: { refs: ["personId", "linkId"], media: ["mail"], atNight: true },
  account_password_changed: { refs: ["personId"], media: ["mail", "line"], atNight: true },
  account_email_changed: { refs: ["personId"], media: ["mail"], atNight: true },
  account_locked: { refs: ["personId"], media: ["mail"], atNight: true },
  account_linked: { refs: ["personId"], media: ["mail"], atNight: true },
  /** Access was granted: the link that sets the first password, never a password. */
  staff_invited: { refs: ["staffId", "linkId"], media: ["mail"], atNight: true },
  /** Access was refused, with the registrar's reason; there is no account. */
  staff_refused: { refs: ["accessPersonId"], media: ["mail"], atNight: true },
  staff_password_reset: { refs: ["staffId", "linkId"], media: ["mail"], atNight: true },
  /** Unused for 45 or 55 days; `lastDay` is the last day on which a sign-in still keeps the right. */
  staff_idle_warning: { refs: ["staffId", "lastDay"], media: ["mail"], atNight: false },
  /** The right ended: unused for sixty days, or taken back. */
  staff_revoked: { refs: ["staffId"], media: ["mail"], atNight: true },
  /** A second machine signed in and ended the older session. */
  staff_session_elsewhere: { refs: ["staffId"], media: ["mail"], atNight: true },
  /** Too many wrong passwords or codes: locked until the password is set anew. */
  staff_locked: { refs: ["staffId"], media: ["mail"], atNight: true },
  /** A petition's day comes, has passed, or a letter about it waits: to its officer and the superior (E6). */
  staff_petition_due: { refs: ["staffId", "agencyId", "petitionId"], media: ["mail"], atNight: false },
  staff_petition_late: { refs: ["staffId", "agencyId", "petitionId"], media: ["mail"], atNight: false },
  staff_delay_letter: { refs: ["staffId", "agencyId", "petitionId"], media: ["mail"], atNight: false },
  /** A citizen says that it is not done: to the officer it was given to, or to the superior while nobody has it (N10). */
  staff_petition_reopened: {
    refs: ["staffId", "agencyId", "petitionId", "reopened"],
    media: ["mail"],
    atNight: false,
  },
  /** Its citizen wrote, corrected or withdrew (server/petitions/citizen-word.ts says which). */
  staff_petition_answered: {
    refs: ["staffId", "agencyId", "petitionId", "what"],
    media: ["mail"],
    atNight: false,
  },
  ...staffNoticeRules,
  ...seatNoticeRules,
} as const satisfies Record<NoticeKind, NoticeRule>;

/** The names of references a notice lacks; none: it can be put into words. */
export function missingRefs(kind: NoticeKind, refs: Readonly<Record<string, unknown>>): readonly string[] {
  return noticeRules[kind].refs.filter((name) => refs[name] === undefined || refs[name] === null);
}

/** True when this kind may travel by that medium. */
export function mayTravelBy(kind: NoticeKind, medium: Medium): boolean {
  const allowed: readonly Medium[] = noticeRules[kind].media;
  return allowed.includes(medium);
}

/**
 * What others do or write of a person: never told to an account of the web that nobody checked, which may be a stranger's
 * with that number (docs/decisions/0023).
 */
const checkedKinds: readonly NoticeKind[] = [
  "code_issued",
  "code_cancelled",
  "code_wanted",
  "look_answered",
  "companion_asked",
  "companion_agreed",
  "companion_refused",
  "companion_ended",
  "companion_used",
];

/** True for what only an account may be told that somebody checked, or that was opened in LINE. */
export function isForChecked(kind: NoticeKind): boolean {
  return checkedKinds.includes(kind);
}

/** True for what is told to members of staff. */
export function isStaffKind(kind: NoticeKind): kind is StaffNoticeKind {
  return staffNoticeKinds.some((known) => known === kind);
}

/** True for what people are told about their own account. */
export function isAccountKind(kind: NoticeKind): kind is AccountNoticeKind {
  return accountNoticeKinds.some((known) => known === kind);
}

/** True for what is told to somebody in a seat. */
export function isSeatKind(kind: NoticeKind): kind is SeatNoticeKind {
  return seatNoticeKinds.some((known) => known === kind);
}

import { formatTime } from "../../server/kernel/thai-date.ts";
import type { CitizenSubject, Reader } from "../../server/notices/subject.ts";
import { nameIn } from "../../server/visits/names.ts";
import type { Words } from "../../server/words/words.ts";

/**
 * The text of an SMS; null for kinds that never go by SMS. An OTP for this page ends with a domain-bound line, by
 * which phones offer it to our own pages only (`host` without a port); one that is read out to somebody does not.
 */
export function smsText(words: Words, host: string, subject: CitizenSubject, reader: Reader): string | null {
  const { sms } = words.notices;
  switch (subject.kind) {
    case "otp_sms":
      return subject.askerName === null
        ? `${sms.otp(subject.digits, subject.reference)}\n\n@${host} #${subject.digits}`
        : sms.otpCompanion(subject.askerName, subject.digits, subject.reference);
    case "registration_elsewhere":
      return sms.elsewhere;
    case "link_moved":
      return sms.linkMoved;
    case "pin_changed":
      return sms.pinChanged;
    case "phone_changed":
      return sms.phoneChanged;
    case "companion_asked":
      return sms.companionAsked(subject.delegation.askerName);
    case "companion_ended":
      return sms.companionEnded(subject.delegation.askerName);
    case "companion_used": {
      const { code, delegation } = subject;
      const facility = nameIn(code.facility, reader.language);
      return sms.companionUsed(delegation.askerName, facility, formatTime(code.issuedAt, reader.language));
    }
    case "petition_filed":
    case "petition_moved":
    case "petition_completed": {
      const { number, step, outcome } = subject.petition;
      const isEnd = step === "completed" && outcome !== null;
      return sms.petition(number, isEnd ? words.petitions.outcomes[outcome] : words.petitions.events[step]);
    }
    case "petition_handed":
      return null;
    case "document_issued":
      return sms.documentIssued(subject.document.number);
    case "document_revoked":
      return sms.documentRevoked(subject.document.number);
    case "petition_answered":
      return sms.petition(subject.petition.number, words.notices.petitionAnswered.title);
    case "chat_reply":
    case "registration_step":
    case "registered":
    case "consent_withdrawn":
    case "look_answered":
    case "reminder":
    case "pin_disabled":
    case "code_issued":
    case "code_cancelled":
    case "code_wanted":
    case "companion_agreed":
    case "companion_refused":
    case "email_unreachable":
    case "id_check_approved":
    case "id_check_sent_back":
      return null;
  }
}

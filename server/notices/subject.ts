import type { IdCheckNoticeKind, ToldIdCheck } from "../identity/id-check-notice.ts";
import type { OtpPurpose } from "../identity/otp.ts";
import type { RegistrationStep } from "../identity/registration.ts";
import type { Language } from "../kernel/language.ts";
import type { Phone } from "../kernel/phone.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { ServiceCode, ServiceCodeStatus } from "../visits/service-code.ts";
import type { DocumentNoticeKind, ToldDocument } from "../petitions/document-notice.ts";
import type { PetitionNoticeKind } from "../petitions/petition-notice.ts";
import type { ListedPetition } from "../petitions/followed-petition.ts";
import type { OwnDraft } from "../petitions/own-draft.ts";
import type { NamedPetition, ToldPetition } from "../petitions/told-petition.ts";
import type { HandedPetition } from "../petitions/handed-petition.ts";
import type { AccountNoticeKind } from "../identity/account-notice.ts";
import type { AccountSubject } from "./account-subject.ts";
import type { NoticeKind, StaffNoticeKind } from "./notice.ts";
import type { SeatNoticeKind } from "../credentials/seat-notice.ts";
import type { SeatSubject } from "./seat-subject.ts";
import type { StaffSubject } from "./staff-subject.ts";

/** A service code as a notice speaks of it. */
export interface ToldCode {
  readonly id: string;
  readonly personId: string;
  readonly code: ServiceCode;
  readonly status: ServiceCodeStatus;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Why the facility cancelled it; null: it stands, or the citizen did. */
  readonly cancelReason: string | null;
  readonly facility: { readonly nameTh: string; readonly nameEn: string };
  readonly service: { readonly nameTh: string; readonly nameEn: string };
  /** Whose it is: the name, or the masked number where no name is known. Null: the reader's own. */
  readonly forWhom: string | null;
  /** The yes by which the reader asked for it; null for the reader's own. */
  readonly delegationId: string | null;
}

/** A delegation as a notice speaks of it. */
export interface ToldDelegation {
  readonly id: string;
  readonly askerName: string;
  /** The represented person: the name once they said yes and it is known, else the masked number. */
  readonly forWhom: string;
  readonly untilDay: BangkokDay;
  /** True when the reader is the one who asked. */
  readonly readByAsker: boolean;
}

/** What a facility would like the reader to ask a code for. */
export interface WantedCode {
  readonly facility: { readonly nameTh: string; readonly nameEn: string };
  readonly service: { readonly nameTh: string; readonly nameEn: string };
}

type CodeKind = "code_issued" | "code_cancelled";
type CompanionKind = "companion_asked" | "companion_agreed" | "companion_refused" | "companion_ended";
type StepKind = "registration_step" | "reminder";
type PlainKind = Exclude<
  NoticeKind,
  | StaffNoticeKind
  | AccountNoticeKind
  | SeatNoticeKind
  | CodeKind
  | CompanionKind
  | StepKind
  | PetitionNoticeKind
  | IdCheckNoticeKind
  | DocumentNoticeKind
  | "petition_answered"
  | "petition_handed"
  | "code_wanted"
  | "companion_used"
  | "otp_sms"
  | "chat_reply"
>;

/** What a notice is about, read when it is sent: everything its words need. */
export type Subject = CitizenSubject | StaffSubject | AccountSubject | SeatSubject;

export type CitizenSubject =
  | {
      readonly kind: "chat_reply";
      /** What the turn said; only the bot reads it. */
      readonly say: unknown;
      readonly codes: readonly ToldCode[];
      /** The reader's own petitions that the turn speaks of. */
      readonly petitions: readonly ListedPetition[];
      /** The reader's own drafts that the turn speaks of, as far as they are still to be sent. */
      readonly drafts: readonly OwnDraft[];
      /** The petitions given to the officer who asks, as far as they still are. */
      readonly handed: readonly HandedPetition[];
      readonly displayName: string | null;
    }
  | {
      readonly kind: "otp_sms";
      readonly purpose: OtpPurpose;
      readonly digits: string;
      readonly reference: string;
      /** Who wants to act for the reader, when the OTP is read out to somebody; else null. */
      readonly askerName: string | null;
    }
  | { readonly kind: CodeKind; readonly code: ToldCode }
  | { readonly kind: "code_wanted"; readonly wanted: WantedCode }
  | { readonly kind: CompanionKind; readonly delegation: ToldDelegation }
  | { readonly kind: "companion_used"; readonly delegation: ToldDelegation; readonly code: ToldCode }
  | { readonly kind: PetitionNoticeKind; readonly petition: ToldPetition }
  | { readonly kind: "petition_answered"; readonly petition: NamedPetition }
  | { readonly kind: "petition_handed"; readonly handed: HandedPetition }
  | { readonly kind: DocumentNoticeKind; readonly document: ToldDocument }
  | { readonly kind: IdCheckNoticeKind; readonly check: ToldIdCheck }
  | { readonly kind: StepKind; readonly step: RegistrationStep; readonly left: number }
  | { readonly kind: PlainKind };

/** Who reads it, as far as words care. */
export interface Reader {
  readonly language: Language;
  readonly now: Date;
}

/** Who reads a mail, and what it greets them by; null: no name is known. */
export interface Addressee extends Reader {
  readonly name: string | null;
}

/** The LINE user a notice is for. */
export interface Recipient {
  readonly language: Language;
  readonly hasBlocked: boolean;
}

/** What a notice is about, and whom it reaches: read when it is sent. */
export interface About {
  readonly recipient: Recipient;
  /** What a mail greets the person by; null: no name is known. */
  readonly name: string | null;
  /** Null: what it was about is gone or over. */
  readonly subject: Subject | null;
  /** Where an SMS goes; null: nowhere is known. */
  readonly phone: Phone | null;
  /** Where a mail goes; null: nowhere is known. */
  readonly email: string | null;
}

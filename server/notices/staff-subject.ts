import type { PowerChange } from "../agencies/appointment.ts";
import type { ResetReason } from "../agencies/second-step-reset.ts";
import type { SignInChange } from "../agencies/sign-in-change.ts";
import type { StaffState } from "../agencies/staff.ts";
import type { ToldSeat } from "../credentials/seat-notice.ts";
import type { OwnEnd } from "../credentials/own-end.ts";
import type { ServiceCase } from "../credentials/service-request.ts";
import type { SigningPurpose } from "../credentials/sign-in-challenge.ts";
import type { StaffLevel } from "../kernel/actor.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Wording } from "../forms/field.ts";
import type { LostNoticeKind, LostTold } from "../credentials/lost-notice.ts";
import type { CitizenWord } from "../petitions/citizen-word.ts";
import type { ClockNoticeKind } from "../petitions/clock-mark.ts";
import { isStaffKind, type NoticeKind, type StaffNoticeKind } from "./notice.ts";

/** A member of staff as a mail speaks of them. */
export interface ToldStaff {
  readonly name: string;
  readonly username: string;
  readonly level: StaffLevel;
  readonly state: StaffState;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
}

/** Somebody whom the registrar refused. */
export interface ToldApplicant {
  readonly name: string;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly reason: string;
}

/** A petition as its officer is warned of it: named by its number, never by whose it is. */
export interface WarnedPetition {
  readonly id: string;
  readonly number: string;
  readonly service: Wording;
  /** Null: no day is promised. */
  readonly dueDay: BangkokDay | null;
}

/** A request for service as staff are told of it. */
export interface ToldRequest {
  readonly id: string;
  readonly number: string;
  readonly case: ServiceCase;
  /** True: a head has still to sign it. */
  readonly waitsForHead: boolean;
}

/** What a mail to a member of staff is about. */
export type StaffSubject =
  | ({ readonly kind: LostNoticeKind; readonly staff: ToldStaff; readonly lostPhoneId: string } & LostTold)
  | { readonly kind: ClockNoticeKind; readonly staff: ToldStaff; readonly petition: WarnedPetition }
  | {
      readonly kind: "staff_petition_reopened";
      readonly staff: ToldStaff;
      readonly petition: WarnedPetition;
      /** True: it was given to them; false: nobody has it, and they head the unit. */
      readonly isYours: boolean;
    }
  | {
      readonly kind: "staff_petition_answered";
      readonly staff: ToldStaff;
      readonly petition: WarnedPetition;
      readonly what: CitizenWord;
    }
  | {
      readonly kind: "staff_invited" | "staff_password_reset";
      readonly staff: ToldStaff;
      /** Where its link leads, under the address of the deployment. */
      readonly path: string;
      readonly expiresAt: Date;
    }
  | { readonly kind: "staff_refused"; readonly applicant: ToldApplicant }
  | { readonly kind: "staff_idle_warning"; readonly staff: ToldStaff; readonly lastDay: BangkokDay }
  | {
      readonly kind: "staff_revoked" | "staff_session_elsewhere" | "staff_locked";
      readonly staff: ToldStaff;
      /** When it happened. */
      readonly at: Date;
    }
  | {
      readonly kind: "staff_seat_denied" | "staff_key_disabled";
      readonly staff: ToldStaff;
      readonly seat: ToldSeat;
      /** What the phone was asked to sign. */
      readonly purpose: SigningPurpose;
      readonly at: Date;
      /** Why the holder ended it themselves and gave the seat up, with nobody named next; left out: they did not. */
      readonly ended?: OwnEnd;
    }
  | {
      readonly kind: "staff_request_said";
      readonly staff: ToldStaff;
      readonly seat: ToldSeat;
      readonly request: ToldRequest;
      readonly at: Date;
      /** Somebody wrote into its thread, or it waits for the signature of a head. */
      readonly what: "said" | "sign";
    }
  | {
      readonly kind: "staff_code_answered";
      readonly staff: ToldStaff;
      readonly codeAskId: string;
      readonly askedAt: Date;
      /** The code that was issued; null: none is issued, for a reason that its page says. */
      readonly userCode: string | null;
    }
  | { readonly kind: "staff_token_demanded"; readonly staff: ToldStaff; readonly fromDay: BangkokDay }
  | { readonly kind: "staff_line_plan"; readonly staff: ToldStaff; readonly percent: number }
  | {
      readonly kind: "staff_sign_in_changed";
      readonly staff: ToldStaff;
      readonly at: Date;
      readonly what: SignInChange;
    }
  | { readonly kind: "staff_level_changed"; readonly staff: ToldStaff; readonly at: Date }
  | {
      readonly kind: "staff_power_changed";
      readonly staff: ToldStaff;
      readonly at: Date;
      /** Whose level it is, and who gave or took it. */
      readonly of: string;
      readonly by: string;
      readonly level: StaffLevel;
      readonly what: PowerChange;
    }
  | {
      readonly kind: "staff_second_step_reset";
      readonly staff: ToldStaff;
      readonly at: Date;
      readonly reason: ResetReason;
    };

/** True for what is told to members of staff, which travels by mail only. */
export function isForStaff<Told extends { readonly kind: NoticeKind }>(
  subject: Told,
): subject is Extract<Told, { readonly kind: StaffNoticeKind }> {
  return isStaffKind(subject.kind);
}

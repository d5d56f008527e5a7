import type { Visitor } from "../../kernel/actor.ts";
import { maskPhone } from "../../kernel/phone.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { seeJoinDraft } from "../desk/join-draft.ts";
import { joinStep, type JoinStep } from "../join-draft.ts";
import { nothingTyped, type TypedJoin } from "../join.ts";
import { findOtp } from "../store/otp.ts";
import { termsInForce, type TermsVersion } from "../terms.ts";

/** What the pages of joining show somebody without an account. */
export interface SeenJoin {
  readonly step: JoinStep;
  readonly termsVersion: TermsVersion;
  readonly typed: TypedJoin;
  /** True: a password was chosen and need not be typed again. */
  readonly hasPassword: boolean;
  readonly maskedPhone: string | null;
  readonly otp: { readonly reference: string; readonly sentAt: Date; readonly expiresAt: Date } | null;
}

/** Reads how far a visitor came. Begins nothing. */
export async function seeJoin(ports: Ports, actor: Visitor): Promise<SeenJoin> {
  const termsVersion = termsInForce(bangkokDay(ports.clock.now()));
  return ports.db.as(actor, async (tx) => {
    const answers = (await seeJoinDraft(ports, tx, actor))?.answers ?? null;
    const whole = answers?.whole ?? null;
    const { channel, lineUserId } = actor;
    const subject = { user: { channel, lineUserId }, purpose: "registration" } as const;
    const otp = whole && (await findOtp(ports, tx, subject, whole.otpId));
    return {
      step: joinStep(answers, termsVersion),
      termsVersion,
      typed: answers?.typed ?? nothingTyped,
      hasPassword: answers?.password != null,
      maskedPhone: whole && maskPhone(whole.who.phone),
      otp: otp && { reference: otp.reference, sentAt: otp.createdAt, expiresAt: otp.expiresAt },
    };
  });
}

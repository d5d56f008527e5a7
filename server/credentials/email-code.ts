import { otpResendAfterSeconds } from "../identity/otp.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** How long a code that was mailed is good for. */
export const emailCodeMs = 10 * 60_000;
/** Wrong codes after which none is taken any more, counted across every code and address of a registration. */
export const wrongCodesBeforeStop = 10;
/** How long that lasts, from the last code on. */
export const emailStopMs = 24 * 60 * 60_000;

/** The code of a registration as it stands; `codeId` null: none was mailed for the address that is typed now. */
export interface EmailCodeStanding {
  readonly codeId: string | null;
  readonly sentAt: Date | null;
  readonly wrong: number;
}

export type EmailCodeStopped = { readonly kind: "email_code_stopped"; readonly until: Date };
export type EmailCodeWait = { readonly kind: "email_code_wait"; readonly until: Date };
export type EmailCodeGone = { readonly kind: "email_code_gone" };

/** Until when nothing is taken or mailed after too many wrong codes; null: it may go on. */
export function emailStoppedUntil({ wrong, sentAt }: EmailCodeStanding, now: Date): Date | null {
  if (wrong < wrongCodesBeforeStop || sentAt === null) return null;
  const until = new Date(sentAt.getTime() + emailStopMs);
  return now < until ? until : null;
}

/** Says whether a code may be mailed now, and how many wrong ones it starts with. */
export function judgeNewCode(
  standing: EmailCodeStanding,
  now: Date,
): Result<{ readonly wrong: number }, EmailCodeStopped | EmailCodeWait> {
  const stopped = emailStoppedUntil(standing, now);
  if (stopped !== null) return refuse({ kind: "email_code_stopped", until: stopped });
  const { sentAt, wrong, codeId } = standing;
  const readyAt = sentAt === null ? now : new Date(sentAt.getTime() + otpResendAfterSeconds * 1000);
  if (codeId !== null && now < readyAt) return refuse({ kind: "email_code_wait", until: readyAt });
  return ok({ wrong: wrong >= wrongCodesBeforeStop ? 0 : wrong });
}

/** The code that may be tried now. Refuses while stopped, and when none was mailed or it is too old. */
export function openCode(
  standing: EmailCodeStanding,
  now: Date,
): Result<string, EmailCodeStopped | EmailCodeGone> {
  const stopped = emailStoppedUntil(standing, now);
  if (stopped !== null) return refuse({ kind: "email_code_stopped", until: stopped });
  const { codeId, sentAt } = standing;
  if (codeId === null || sentAt === null || now.getTime() - sentAt.getTime() >= emailCodeMs)
    return refuse({ kind: "email_code_gone" });
  return ok(codeId);
}

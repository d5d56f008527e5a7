import type { Tx } from "../../ports.ts";
import { quietMinutes } from "../challenge-answer.ts";
import type { SigningPurpose } from "../sign-in-challenge.ts";
import { findDeniedRenewal } from "../store/activation.ts";
import { findDenied } from "../store/challenge.ts";

const minuteMs = 60_000;

/**
 * Until when nothing of a purpose is pushed to somebody's phone, because "ไม่ใช่ฉัน" was pressed there; null: it may be.
 * What is asked meanwhile waits quietly: its holder finds it by the QR on their own computer.
 */
export async function quietUntil(
  tx: Tx,
  { holdingId, purpose }: { readonly holdingId: string; readonly purpose: SigningPurpose },
  now: Date,
): Promise<Date | null> {
  const since = new Date(now.getTime() - quietMinutes * minuteMs);
  const denied =
    purpose === "renew"
      ? await findDeniedRenewal(tx, holdingId, since)
      : await findDenied(tx, holdingId, purpose, since);
  const until = denied && new Date(denied.getTime() + quietMinutes * minuteMs);
  return until !== null && now < until ? until : null;
}

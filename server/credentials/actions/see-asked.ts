import type { Gate } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { standingOf } from "../challenge-answer.ts";
import { quietUntil } from "../desk/quiet.ts";
import type { SeatSession } from "../seat-session.ts";
import type { ChallengePicture, ChallengeState, SigningPurpose } from "../sign-in-challenge.ts";
import { findLastChallenge } from "../store/challenge.ts";

/** What the computer shows while a phone is asked. */
export interface SeenAsked {
  readonly id: string;
  readonly state: ChallengeState;
  readonly picture: ChallengePicture;
  readonly digits: string;
  readonly expiresAt: Date;
  /** Until when nothing is pushed to the phone, because "ไม่ใช่ฉัน" was pressed there; null: it was. */
  readonly quietUntil: Date | null;
}

/** The last thing a session asked its phone to sign, of one purpose; null: nothing. */
export async function seeAsked(
  ports: Pick<Ports, "db" | "clock">,
  actor: Gate,
  { session, purpose }: { readonly session: Pick<SeatSession, "id">; readonly purpose: SigningPurpose },
): Promise<SeenAsked | null> {
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const found = await findLastChallenge(tx, session.id, purpose);
    if (!found) return null;
    const { id, picture, digits, expiresAt, holdingId } = found;
    const quiet = await quietUntil(tx, { holdingId, purpose }, now);
    return { id, picture, digits, expiresAt, quietUntil: quiet, state: standingOf(found, now) };
  });
}

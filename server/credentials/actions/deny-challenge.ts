import { record } from "../../audit/store.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { checkWaiting, type ChallengeOverRefusal } from "../challenge-answer.ts";
import { holderActor } from "../desk/key-actor.ts";
import { quietUntil } from "../desk/quiet.ts";
import { tellDenied } from "../desk/tell-denied.ts";
import { staffRelyingParty, type SigningPurpose } from "../sign-in-challenge.ts";
import { lockChallenge, moveChallenge } from "../store/challenge.ts";
import { findHolding } from "../store/holding.ts";
import { endAskingSessions } from "../store/seat-session.ts";
import { findKey } from "../store/soft-token.ts";

/**
 * "ไม่ใช่ฉัน": somebody else gave the holder's password. What was asked is over at once, and so is every computer that has
 * come no further than the seat's password, with the one that asked; holder and head are warned, once in a while. Answers what was
 * asked. Refuses what is not this phone's, and what no longer waits.
 */
export async function denyChallenge(
  ports: Ports,
  actor: Gate,
  { challengeId, phone }: { readonly challengeId: string; readonly phone: LineUser },
): Promise<
  Result<{ readonly purpose: SigningPurpose }, { readonly kind: "no_challenge" } | ChallengeOverRefusal>
> {
  return ports.db.as(actor, async (tx) => {
    const challenge = await lockChallenge(tx, challengeId);
    const key = challenge && (await findKey(tx, challenge.softTokenId));
    const isTheirs = key?.channel === phone.channel && key.lineUserId === phone.lineUserId;
    if (!challenge || !isTheirs) return refuse({ kind: "no_challenge" });
    const now = ports.clock.now();
    const waits = checkWaiting(challenge, now);
    if (!waits.ok) return waits;
    const { purpose, holdingId } = challenge;
    const wasTold = (await quietUntil(tx, { holdingId, purpose }, now)) !== null;
    await moveChallenge(tx, challengeId, "waiting", { state: "denied", now });
    if (challenge.relyingParty !== staffRelyingParty) await endAskingSessions(tx, challenge, now);
    const whose = holderActor(key);
    await record(ports, tx, { action: "challenge.denied", actor: whose, subjectId: challengeId });
    const holding = wasTold ? null : await findHolding(ports, tx, holdingId);
    if (holding) await tellDenied(ports, tx, holding, purpose);
    return ok({ purpose });
  });
}

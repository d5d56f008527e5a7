import { record } from "../../audit/store.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { challengesAnHour, makeRiddle } from "../challenge-answer.ts";
import { challengeSeconds, nonceBytes, type SigningPurpose } from "../sign-in-challenge.ts";
import { certificateStanding } from "../soft-token.ts";
import { countChallenges, endWaiting, insertChallenge } from "../store/challenge.ts";
import { findLiveKey, lockKey } from "../store/soft-token.ts";
import { holderActor } from "./key-actor.ts";
import { quietUntil } from "./quiet.ts";

export interface AskedSignature {
  readonly holdingId: string;
  /** The seat session that waits; null: something else than a session. */
  readonly sessionId: string | null;
  readonly purpose: SigningPurpose;
  /** Whom the signature is for: "console", or the id of a system. */
  readonly relyingParty: string;
  /** What else is bound: the id of what is agreed to. */
  readonly subjectId: string | null;
}

export type AskPhoneRefusal =
  | { readonly kind: "no_key" }
  /** It is renewed before anything else. */
  | { readonly kind: "certificate_expired" }
  /** The seat had as many in an hour as are borne: nobody is pushed until they give in. */
  | { readonly kind: "too_many_challenges"; readonly until: Date };

const hourMs = 3_600_000;
const riddleBytes = 16;

/**
 * Asks the phone of somebody in a seat to sign: a new challenge, and a notice in LINE that leads to it. What waited for
 * that key before is over. After "ไม่ใช่ฉัน" nothing is pushed for a while (`quietUntil`). Refuses without a key, with a certificate that ended, and beyond ten an hour. Runs as the gate.
 */
export async function askPhone(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  asked: AskedSignature,
): Promise<Result<{ readonly challengeId: string }, AskPhoneRefusal>> {
  const live = await findLiveKey(tx, asked.holdingId);
  const key = live && (await lockKey(tx, live.id));
  if (key?.state !== "live") return refuse({ kind: "no_key" });
  const now = ports.clock.now();
  if (certificateStanding(key.notAfter, now).kind === "expired")
    return refuse({ kind: "certificate_expired" });
  const { count, oldestAt } = await countChallenges(tx, key.seatId, new Date(now.getTime() - hourMs));
  if (count >= challengesAnHour) {
    return refuse({ kind: "too_many_challenges", until: new Date((oldestAt ?? now).getTime() + hourMs) });
  }
  const { agencyId, issuerId, seatId, holdingId } = key;
  await endWaiting(tx, key.id, now);
  const isQuiet = (await quietUntil(tx, asked, now)) !== null;
  const [id, expiresAt] = [ports.random.uuid(), new Date(now.getTime() + challengeSeconds * 1000)];
  await insertChallenge(tx, {
    ...asked,
    ...makeRiddle(ports.random.bytes(riddleBytes)),
    ...{ id, agencyId, issuerId, seatId, holdingId, softTokenId: key.id },
    nonce: ports.random.bytes(nonceBytes),
    madeAt: now,
    expiresAt,
  });
  const refs = { holdingId, challengeId: id };
  const to = { channel: key.channel, lineUserId: key.lineUserId };
  if (!isQuiet) await queue(ports, tx, { kind: "seat_sign_in", medium: "line", to, refs, diesAt: expiresAt });
  const { purpose, relyingParty } = asked;
  await record(ports, tx, {
    action: "challenge.asked",
    actor: { kind: "gate" },
    personId: key.personId,
    agencyId,
    subjectId: id,
    refs: { ...holderRefs(key), purpose, relyingParty, isQuiet },
  });
  return ok({ challengeId: id });
}

function holderRefs(key: Parameters<typeof holderActor>[0]) {
  const { seatId, holdingId } = holderActor(key);
  return { seatId, holdingId };
}

import { findAgencyPlace } from "../../agencies/store/office.ts";
import { encodeBase64url } from "../../kernel/base64url.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { checkWaiting, type ChallengeOverRefusal } from "../challenge-answer.ts";
import { findClient } from "../../openid/store/client.ts";
import { ownRelyingParty, type ChallengePicture } from "../sign-in-challenge.ts";
import type { ChallengeParts } from "../signed-text.ts";
import { findChallenge } from "../store/challenge.ts";
import { findKey } from "../store/soft-token.ts";

/** A challenge as the phone sees it: what it signs, and three pictures; never which of them is right. */
export interface SeenChallenge {
  readonly parts: ChallengeParts;
  /** Under which the phone keeps its key. */
  readonly keyId: string;
  readonly choices: readonly ChallengePicture[];
  readonly expiresAt: Date;
  readonly agency: { readonly nameTh: string; readonly nameEn: string } | null;
  /** The system that is signed in to; null: Pratu itself. */
  readonly system: { readonly nameTh: string; readonly nameEn: string } | null;
}

export type SeeChallengeRefusal = { readonly kind: "no_challenge" } | ChallengeOverRefusal;

/** Shows a challenge to the phone it is for. Refuses anybody else's, and one that no longer waits. */
export async function seeChallenge(
  ports: Pick<Ports, "db" | "clock">,
  actor: Gate,
  { challengeId, phone }: { readonly challengeId: string; readonly phone: LineUser },
): Promise<Result<SeenChallenge, SeeChallengeRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const challenge = await findChallenge(tx, challengeId);
    const key = challenge && (await findKey(tx, challenge.softTokenId));
    const isTheirs = key?.channel === phone.channel && key.lineUserId === phone.lineUserId;
    if (!challenge || !isTheirs) return refuse({ kind: "no_challenge" });
    const waits = checkWaiting(challenge, ports.clock.now());
    if (!waits.ok) return waits;
    const { id, nonce, purpose, relyingParty, sessionId, subjectId, userCode, choices, expiresAt } =
      challenge;
    const parts = {
      id,
      nonce: encodeBase64url(nonce),
      purpose,
      relyingParty,
      sessionId,
      subjectId,
      userCode,
    };
    const agency = await findAgencyPlace(tx, challenge.agencyId);
    const system = relyingParty === ownRelyingParty ? null : await findClient(tx, relyingParty);
    return ok({ parts, keyId: key.id, choices, expiresAt, agency, system });
  });
}

import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, RelyingParty } from "../../ports.ts";
import type { HalfIn } from "../desk/come-in.ts";
import { challengeBytes, challengeMinutes } from "../passkey.ts";
import { putChallenge } from "../store/challenge.ts";
import { listPasskeys } from "../store/passkey.ts";

/**
 * What the browser of a half session is to be asked: to prove one of the account's passkeys, whose challenge waits five
 * minutes in this session. Refuses an account without passkeys.
 */
export async function askPasskeyProof(
  ports: Ports,
  actor: Gate,
  input: HalfIn & { readonly party: RelyingParty },
): Promise<Result<{ readonly asked: object }, { readonly kind: "passkey_missing" }>> {
  const challenge = ports.random.bytes(challengeBytes);
  const expiresAt = new Date(ports.clock.now().getTime() + challengeMinutes * 60_000);
  const known = await ports.db.as(actor, async (tx) => {
    const held = await listPasskeys(tx, input.staffId);
    const of = { sessionId: input.sessionId, purpose: "passkey_prove" } as const;
    if (held.length > 0) await putChallenge(tx, of, { secret: challenge, expiresAt });
    return held.map(({ credentialId }) => credentialId);
  });
  if (known.length === 0) return refuse({ kind: "passkey_missing" });
  return ok({ asked: await ports.passkeys.askToProve(input.party, { challenge, known }) });
}

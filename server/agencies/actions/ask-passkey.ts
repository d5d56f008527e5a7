import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, RelyingParty } from "../../ports.ts";
import { proveOwnPassword } from "../desk/password-try.ts";
import { challengeBytes, challengeMinutes, parsePasskeyName, passkeysAtMost } from "../passkey.ts";
import type { AddPasskeyRefusal } from "../second-step.ts";
import { putChallenge } from "../store/challenge.ts";
import { listPasskeys } from "../store/passkey.ts";

/**
 * Begins adding a passkey to one's own account: what the browser is to be asked, whose challenge waits five minutes in
 * this session. Refuses a name that `parsePasskeyName` refuses, a wrong password, and more passkeys than an account
 * may hold.
 */
export async function askPasskey(
  ports: Ports,
  actor: Staff,
  input: {
    readonly sessionId: string;
    readonly party: RelyingParty;
    readonly name: string;
    readonly password: string;
  },
): Promise<Result<{ readonly asked: object }, AddPasskeyRefusal>> {
  const name = parsePasskeyName(input.name);
  if (!name.ok) return name;
  const proven = await proveOwnPassword(ports, actor.staffId, input.password);
  if (!proven.ok) return proven;
  const { id, username } = proven.value;
  const challenge = ports.random.bytes(challengeBytes);
  const expiresAt = new Date(ports.clock.now().getTime() + challengeMinutes * 60_000);
  const known = await ports.db.as({ kind: "gate" }, async (tx) => {
    const held = await listPasskeys(tx, id);
    const of = { sessionId: input.sessionId, purpose: "passkey_add" } as const;
    await putChallenge(tx, of, { secret: challenge, expiresAt });
    return held.map(({ credentialId }) => credentialId);
  });
  if (known.length >= passkeysAtMost) return refuse({ kind: "passkey_many", most: passkeysAtMost });
  const userId = new TextEncoder().encode(id);
  const asked = await ports.passkeys.askToAdd(input.party, { challenge, userId, username, known });
  return ok({ asked });
}

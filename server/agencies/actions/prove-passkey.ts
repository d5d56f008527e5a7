import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, RelyingParty, Tx } from "../../ports.ts";
import { comeIn, type CameIn, type HalfIn } from "../desk/come-in.ts";
import { keepWrongTry } from "../desk/staff-try.ts";
import { countsOn, credentialIdOf } from "../passkey.ts";
import type { ProvePasskeyRefusal } from "../second-step.ts";
import { reserveSignInTry, wrongBeforeLock } from "../../kernel/sign-in-throttle.ts";
import { lockAccount, type Account } from "../store/account.ts";
import { takeChallenge } from "../store/challenge.ts";
import { listPasskeys, savePasskeyUse } from "../store/passkey.ts";
import { isSessionEnded } from "../store/staff-session.ts";

interface Proof {
  readonly party: RelyingParty;
  readonly answer: unknown;
}

/**
 * The second step with a passkey: comes in, or refuses while the delay runs, a locked account, an answer that is late
 * or comes twice, and one that is no proof by a passkey of this account: another key, challenge, origin or host, or a
 * count of uses that went back (the passkey may have been copied; it is written down). A wrong answer counts as a
 * wrong code does.
 */
export async function provePasskey(
  ports: Ports,
  actor: Gate,
  half: HalfIn,
  proof: Proof,
): Promise<Result<CameIn, ProvePasskeyRefusal>> {
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(ports, tx, half.staffId);
    if (account?.state !== "active") return refuse({ kind: "passkey_late" });
    if (await isSessionEnded(tx, half.sessionId)) return refuse({ kind: "passkey_late" });
    const reserved = reserveSignInTry(account.tries, now);
    if (!reserved.ok) return reserved;
    const of = { sessionId: half.sessionId, purpose: "passkey_prove" } as const;
    const challenge = await takeChallenge(tx, of, now);
    if (challenge === null) return refuse({ kind: "passkey_late" });
    const used = await readUse(ports, tx, account, challenge, proof);
    if (used === null) {
      const kept = await keepWrongTry(ports, tx, actor, { ...account, tries: reserved.value }, "second_step");
      return refuse(
        kept.lockedAt === null
          ? { kind: "passkey_wrong", left: wrongBeforeLock - kept.wrong }
          : { kind: "account_locked" },
      );
    }
    await savePasskeyUse(tx, account.id, used, now);
    return ok(await comeIn(ports, tx, actor, account, { sessionId: half.sessionId, by: "passkey" }));
  });
}

/** The passkey of the account that was used, with its new count; null: none was. */
async function readUse(
  ports: Ports,
  tx: Tx,
  { id, agencyId }: Account,
  challenge: Uint8Array,
  { party, answer }: Proof,
): Promise<{ readonly credentialId: string; readonly counter: number } | null> {
  const credentialId = credentialIdOf(answer);
  const key = (await listPasskeys(tx, id)).find((held) => held.credentialId === credentialId);
  if (!key) return null;
  const counter = await ports.passkeys.readProof(party, challenge, key, answer);
  if (counter === null) return null;
  if (countsOn(key.counter, counter)) return { credentialId: key.credentialId, counter };
  const action = "staff.passkey_went_back";
  await record(ports, tx, { action, actor: { kind: "gate" }, agencyId, subjectId: id });
  return null;
}

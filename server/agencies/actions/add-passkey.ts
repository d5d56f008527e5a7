import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, RelyingParty } from "../../ports.ts";
import { parsePasskeyName, passkeysAtMost } from "../passkey.ts";
import type { AddPasskeyRefusal } from "../second-step.ts";
import { lockAccount } from "../store/account.ts";
import { takeChallenge } from "../store/challenge.ts";
import { insertPasskey, listPasskeys } from "../store/passkey.ts";

/**
 * Keeps the passkey a browser made for the challenge of this session, which is used up by the answer, right or wrong.
 * Its owner is told by mail. Refuses an answer that is late or comes twice, that is of another challenge, origin or
 * host, a passkey that is known already, and one more than an account may hold.
 */
export async function addPasskey(
  ports: Ports,
  actor: Staff,
  input: {
    readonly sessionId: string;
    readonly party: RelyingParty;
    readonly name: string;
    readonly answer: unknown;
  },
): Promise<Result<undefined, AddPasskeyRefusal>> {
  const name = parsePasskeyName(input.name);
  if (!name.ok) return name;
  const now = ports.clock.now();
  const { staffId, agencyId } = actor;
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const of = { sessionId: input.sessionId, purpose: "passkey_add" } as const;
    const challenge = await takeChallenge(tx, of, now);
    if (challenge === null) return refuse({ kind: "passkey_late" });
    const added = await ports.passkeys.readAdded(input.party, challenge, input.answer);
    if (added === null) return refuse({ kind: "passkey_unreadable" });
    const account = await lockAccount(ports, tx, staffId);
    if (account?.state !== "active") return refuse({ kind: "account_missing" });
    const held = await listPasskeys(tx, staffId);
    if (held.length >= passkeysAtMost) return refuse({ kind: "passkey_many", most: passkeysAtMost });
    const isNew = await insertPasskey(tx, staffId, { ...added, name: name.value, madeAt: now });
    if (!isNew) return refuse({ kind: "passkey_known" });
    const refs = { staffId, what: "passkey_added" } as const;
    await queue(ports, tx, { kind: "staff_sign_in_changed", medium: "mail", refs });
    await record(ports, tx, { action: "staff.passkey_added", actor, agencyId, subjectId: staffId });
    return ok();
  });
}

import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { stepOfCode } from "../desk/totp-code.ts";
import type { ConfirmAuthenticatorRefusal } from "../second-step.ts";
import { lockAccount, openTotp, saveAccount, sealTotp, type Account } from "../store/account.ts";
import { findChallenge, takeChallenge } from "../store/challenge.ts";

/** An authenticator that waits to be confirmed: what its QR holds. */
export interface NewAuthenticator {
  readonly username: string;
  readonly secret: Uint8Array;
}

/** The authenticator this session is setting up; null: none was begun, or its ten minutes are over. */
export async function seeNewAuthenticator(
  ports: Ports,
  actor: Staff,
  input: { readonly sessionId: string },
): Promise<NewAuthenticator | null> {
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const begun = await begunIn(ports, tx, actor, input.sessionId);
    return begun && { username: begun.account.username, secret: begun.secret };
  });
}

/**
 * Puts the new authenticator in place of the old one, by its first code; the owner is told by mail. Refuses another
 * code, which leaves the old one in use, and one whose ten minutes are over.
 */
export async function replaceAuthenticator(
  ports: Ports,
  actor: Staff,
  input: { readonly sessionId: string; readonly code: string },
): Promise<Result<undefined, ConfirmAuthenticatorRefusal>> {
  const now = ports.clock.now();
  const { staffId, agencyId } = actor;
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const begun = await begunIn(ports, tx, actor, input.sessionId);
    if (begun === null) return refuse({ kind: "authenticator_late" });
    const step = stepOfCode(begun.secret, input.code, null, now);
    if (step === null) return refuse({ kind: "new_code_wrong" });
    await takeChallenge(tx, { sessionId: input.sessionId, purpose: "authenticator" }, now);
    const totp = sealTotp(ports, begun.account, begun.secret);
    await saveAccount(tx, staffId, { totp, totpConfirmedAt: now, totpStep: step });
    const refs = { staffId, what: "authenticator" } as const;
    await queue(ports, tx, { kind: "staff_sign_in_changed", medium: "mail", refs });
    await record(ports, tx, { action: "staff.authenticator_set", actor, agencyId, subjectId: staffId });
    return ok();
  });
}

async function begunIn(
  ports: Ports,
  tx: Tx,
  { staffId }: Staff,
  sessionId: string,
): Promise<{ readonly account: Account; readonly secret: Uint8Array } | null> {
  const account = await lockAccount(ports, tx, staffId);
  const kept = await findChallenge(tx, { sessionId, purpose: "authenticator" }, ports.clock.now());
  const secret = account && kept && openTotp(ports, { ...account, totp: kept });
  return account && secret ? { account, secret } : null;
}

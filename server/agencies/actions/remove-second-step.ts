import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { proveOwnPassword } from "../desk/password-try.ts";
import { authenticatorStep, secondStepsOf, type RemoveSecondStepRefusal } from "../second-step.ts";
import { lockAccount, saveAccount } from "../store/account.ts";
import { deletePasskey, listPasskeys } from "../store/passkey.ts";

/**
 * Ends one of one's own second steps: a passkey by its id, or the authenticator. The owner is told by mail. Refuses a
 * wrong password, the last second step (of two ends at once one is refused), and one that is not there.
 */
export async function removeSecondStep(
  ports: Ports,
  actor: Staff,
  input: { readonly step: string; readonly password: string },
): Promise<Result<undefined, RemoveSecondStepRefusal>> {
  const { staffId, agencyId } = actor;
  const proven = await proveOwnPassword(ports, staffId, input.password);
  if (!proven.ok) return proven;
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const account = await lockAccount(ports, tx, staffId);
    if (!account) return refuse({ kind: "account_missing" });
    const passkeys = await listPasskeys(tx, staffId);
    const authenticatorSince = account.totpConfirmedAt;
    const isAuthenticator = input.step === authenticatorStep;
    const isThere = isAuthenticator
      ? authenticatorSince !== null
      : passkeys.some(({ credentialId }) => credentialId === input.step);
    if (!isThere) return refuse({ kind: "second_step_missing" });
    if (secondStepsOf({ authenticatorSince, passkeys }) === 1) return refuse({ kind: "second_step_last" });
    await end(tx, staffId, input.step);
    const what = isAuthenticator ? "authenticator_removed" : "passkey_removed";
    await queue(ports, tx, { kind: "staff_sign_in_changed", medium: "mail", refs: { staffId, what } });
    await record(ports, tx, { action: `staff.${what}`, actor, agencyId, subjectId: staffId });
    return ok();
  });
}

async function end(tx: Tx, staffId: string, step: string): Promise<void> {
  if (step === authenticatorStep) {
    await saveAccount(tx, staffId, { totp: null, totpConfirmedAt: null, totpStep: null });
  } else {
    await deletePasskey(tx, staffId, step);
  }
}

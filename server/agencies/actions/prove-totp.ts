import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { comeIn, type CameIn, type HalfIn } from "../desk/come-in.ts";
import { keepWrongTry } from "../desk/staff-try.ts";
import { stepOfCode } from "../desk/totp-code.ts";
import { reserveSignInTry, wrongBeforeLock, type SignInTryRefusal } from "../../kernel/sign-in-throttle.ts";
import { lockAccount, openTotp } from "../store/account.ts";
import { isSessionEnded } from "../store/staff-session.ts";

export type ProveTotpRefusal =
  | SignInTryRefusal
  /** `left` tries until the account is locked. */
  | { readonly kind: "totp_wrong"; readonly left: number }
  | { readonly kind: "totp_missing" };

/**
 * The second step with the authenticator's code: comes in, or refuses while the delay runs, a locked account, a code
 * that is wrong, outlived or was used, and an account without an authenticator. The first right code after enrolling
 * confirms the authenticator; it may only be enrolled while there is no other second step.
 */
export async function proveTotp(
  ports: Ports,
  actor: Gate,
  half: HalfIn,
  text: string,
): Promise<Result<CameIn, ProveTotpRefusal>> {
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(ports, tx, half.staffId);
    const secret = account && openTotp(ports, account);
    if (account?.state !== "active" || !secret) return refuse({ kind: "totp_missing" });
    if (await isSessionEnded(tx, half.sessionId)) return refuse({ kind: "totp_missing" });
    const reserved = reserveSignInTry(account.tries, now);
    if (!reserved.ok) return reserved;
    const step = stepOfCode(secret, text, account.totpStep, now);
    if (step === null) {
      const kept = await keepWrongTry(ports, tx, actor, { ...account, tries: reserved.value }, "second_step");
      return refuse(
        kept.lockedAt === null
          ? { kind: "totp_wrong", left: wrongBeforeLock - kept.wrong }
          : { kind: "account_locked" },
      );
    }
    const change = { totpStep: step, totpConfirmedAt: account.totpConfirmedAt ?? now };
    return ok(await comeIn(ports, tx, actor, account, { sessionId: half.sessionId, by: "totp", change }));
  });
}

import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { proveOwnPassword } from "../desk/password-try.ts";
import type { PasswordTryRefusal } from "../step-up.ts";

/**
 * Says whether a session may be unlocked by its person's password: one of the web after it idled, or one in LINE whose
 * person never chose a PIN. The face raises the session.
 */
export async function proveUnlockByPassword(
  ports: Ports,
  actor: Citizen,
  text: string,
): Promise<Result<undefined, PasswordTryRefusal>> {
  const proven = await proveOwnPassword(ports, actor.personId, text);
  if (!proven.ok) return proven;
  await ports.db.as(actor, (tx) => record(ports, tx, { action: "citizen_password.proven", actor }));
  return ok();
}

import { record } from "../../audit/store.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { proveLogin, type SignInRefusal, type TypedLogin } from "../desk/prove-login.ts";
import { webUserOf } from "../desk/web-user.ts";

/** Whose session begins. */
export interface SignedInCitizen {
  readonly personId: string;
  readonly user: LineUser;
}

/** Signs somebody in by their password, in a browser without LINE. Refuses as `proveLogin`, everything alike. */
export async function signInCitizen(
  ports: Ports,
  actor: Gate,
  typed: TypedLogin,
): Promise<Result<SignedInCitizen, SignInRefusal>> {
  const proven = await proveLogin(ports, typed);
  if (!proven.ok) return proven;
  const personId = proven.value.id;
  return ports.db.as(actor, async (tx) => {
    await record(ports, tx, { action: "citizen.signed_in", actor, personId });
    return ok({ personId, user: await webUserOf(ports, tx, personId) });
  });
}

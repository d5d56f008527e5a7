import { record } from "../../audit/store.ts";
import type { Visitor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { proveLogin, type SignInRefusal, type TypedLogin } from "../desk/prove-login.ts";
import { findAccount, lockAccount } from "../store/account.ts";
import { findLineLink, linkPerson } from "../store/line-user.ts";

export type LinkRefusal =
  | SignInRefusal
  /** The account has a LINE user of its own: only recovery by the card moves it. */
  | { readonly kind: "linked_elsewhere" };

/**
 * Links the LINE user of a session to the account whose password is given (E2): the first time in LINE. Refuses a login
 * as signing in does, and an account that another LINE user is linked to; the owner is told of a link by mail.
 */
export async function linkByPassword(
  ports: Ports,
  actor: Visitor,
  typed: TypedLogin,
): Promise<Result<{ readonly personId: string; readonly hasPin: boolean }, LinkRefusal>> {
  const proven = await proveLogin(ports, typed);
  if (!proven.ok) return proven;
  const personId = proven.value.id;
  return ports.db.as(actor, async (tx) => {
    await lockAccount(tx, personId);
    if (await findLineLink(tx, personId)) return refuse({ kind: "linked_elsewhere" });
    await linkPerson(tx, actor, personId, ports.clock.now());
    await record(ports, tx, { action: "account.linked", actor, personId });
    await queue(ports, tx, { kind: "account_linked", medium: "mail", personId, refs: { personId } });
    const account = await findAccount(tx, personId);
    return ok({ personId, hasPin: account?.pin != null });
  });
}

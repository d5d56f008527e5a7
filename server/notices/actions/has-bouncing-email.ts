import type { Citizen } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { findEmailUnreachable } from "../store/unreachable-email.ts";

/** True when mails to the citizen's registered address come back. */
export function hasBouncingEmail(ports: Ports, actor: Citizen): Promise<boolean> {
  return ports.db.as(actor, (tx) => findEmailUnreachable(tx, actor.personId));
}

import type { LineUser } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { newWebUser } from "../desk/web-user.ts";

/** A user for somebody who comes without LINE and whom nobody knows yet. */
export function newWebVisitor(ports: Ports): LineUser {
  return newWebUser(ports);
}

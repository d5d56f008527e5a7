import type { Citizen } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { findTermsAccepted } from "../store/contact.ts";
import { termsInForce } from "../terms.ts";

/** True for a citizen who joined e-Service: prefix, e-mail and address are there, and the terms in force accepted. */
export async function hasJoined(ports: Ports, actor: Citizen): Promise<boolean> {
  const accepted = await ports.db.as(actor, (tx) => findTermsAccepted(tx, actor.personId));
  return accepted === termsInForce(bangkokDay(ports.clock.now()));
}

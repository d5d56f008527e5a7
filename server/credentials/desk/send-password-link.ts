import type { Email } from "../../kernel/email.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { SeatLinkUse } from "../seat-link.ts";
import type { KeptHolding } from "../store/holding.ts";
import { findEmailOwner } from "../store/holder-email.ts";
import { insertSeatLink } from "../store/seat-link.ts";
import { tellHolder } from "./tell-holder.ts";

/**
 * Mails somebody in a seat a link that sets their password, to their own address: nobody else reads it, and no password
 * is handed on. False: no address of theirs is known, or somebody else proved meanwhile that it is theirs (they get a
 * sealed letter). Runs as the gate or the system.
 */
export async function sendPasswordLink(
  ports: Ports,
  tx: Tx,
  holding: Pick<KeptHolding, "id" | "personId" | "facts">,
  use: SeatLinkUse,
): Promise<boolean> {
  if (holding.facts.email === null) return false;
  const owner = await findEmailOwner(ports, tx, holding.facts.email as Email);
  if (owner !== null && owner !== holding.personId) return false;
  const link = await insertSeatLink(ports, tx, holding.id, use);
  const kind = use === "first" ? "seat_named" : "seat_password_link";
  await tellHolder(ports, tx, holding, kind, { linkId: link.id }, link.expiresAt);
  return true;
}

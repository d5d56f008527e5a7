import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { Member } from "../member.ts";
import { listMembersUnder } from "../store/member.ts";

/**
 * Who has a right that the actor's office grants: the people of one facility, or, without an hcode, of the offices
 * under it. A facility of another office, and an hcode of none, have nobody.
 */
export async function seePeopleUnder(
  ports: Ports,
  actor: Staff,
  { hcode }: { readonly hcode: string | null },
): Promise<readonly Member[]> {
  return ports.db.as(actor, (tx) => listMembersUnder(ports, tx, actor.agencyId, hcode));
}

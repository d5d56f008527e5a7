import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { SeatPart } from "../holding.ts";
import { findLiveHolding, type KeptHolding } from "../store/holding.ts";
import type { UserCode } from "../user-code.ts";

/** Who is in a seat that the actor looks after, by its code and their part; null: nobody of theirs. */
export async function findSeatHolder(
  ports: Ports,
  actor: Staff,
  { userCode, part }: { readonly userCode: UserCode; readonly part: SeatPart },
): Promise<KeptHolding | null> {
  return ports.db.as(actor, (tx) => findLiveHolding(ports, tx, userCode, part));
}

import type { Ports, Tx } from "../../ports.ts";
import type { KeptHolding } from "../store/holding.ts";
import type { KeptLostPhone } from "../store/lost-phone.ts";
import { tellHeads } from "./tell-heads.ts";
import { tellHolder } from "./tell-holder.ts";

/** A phone was reported lost: its holder is told by mail, for the phone is gone, and so is whoever must write the letter. */
export async function tellOfLostPhone(
  ports: Ports,
  tx: Tx,
  holding: KeptHolding,
  { id: lostPhoneId }: Pick<KeptLostPhone, "id">,
): Promise<void> {
  await tellHolder(ports, tx, holding, "seat_phone_lost", { lostPhoneId });
  await tellHeads(ports, tx, holding, "staff_phone_lost", { lostPhoneId });
}

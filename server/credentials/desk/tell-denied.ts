import type { Ports, Tx } from "../../ports.ts";
import type { SigningPurpose } from "../sign-in-challenge.ts";
import type { KeptHolding } from "../store/holding.ts";
import { tellHeads } from "./tell-heads.ts";
import { tellHolder } from "./tell-holder.ts";

/** "ไม่ใช่ฉัน" was pressed: holder and head are warned, and of what was asked. Runs as the gate. */
export async function tellDenied(
  ports: Ports,
  tx: Tx,
  holding: KeptHolding,
  purpose: SigningPurpose,
): Promise<void> {
  await tellHolder(ports, tx, holding, "seat_sign_in_denied", { purpose });
  await tellHeads(ports, tx, holding, "staff_seat_denied", { purpose });
}

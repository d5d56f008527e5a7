import type { Staff } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { granted } from "./people.ts";
import { withPassword } from "./registering.ts";
import { liveHolder } from "./seats.ts";
import { sendOwn } from "./service-requests.ts";

/** A request for service that somebody sends who is live in a seat from now on. Answers its id. */
export async function layRequest(ports: Ports, head: Staff, seatId: string): Promise<string> {
  const holding = await liveHolder(ports, head, seatId);
  await withPassword(ports, holding.id, { isOwn: true });
  return (await granted(sendOwn({ ports }, holding))).requestId;
}

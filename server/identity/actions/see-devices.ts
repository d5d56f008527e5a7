import type { Citizen } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { listDevices, type Device } from "../store/session.ts";

export type { Device } from "../store/session.ts";

/** The devices a citizen is signed in on, last used first. */
export function seeDevices(ports: Ports, actor: Citizen): Promise<readonly Device[]> {
  return ports.db.as(actor, (tx) => listDevices(tx, actor, ports.clock.now()));
}

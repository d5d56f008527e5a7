import type { LineUser } from "../../kernel/actor.ts";
import { encodeBase64url } from "../../kernel/base64url.ts";
import type { Ports, Tx } from "../../ports.ts";
import { webChannel } from "../account-door.ts";
import { ensureWebUser } from "../store/line-user.ts";

/** A user of the web channel nobody has met: random, so that nothing tells who it may become. */
export function newWebUser(ports: Pick<Ports, "random">): LineUser {
  return { channel: webChannel, lineUserId: `W${encodeBase64url(ports.random.bytes(24))}` };
}

/** The user of the web channel that a person's sessions belong to; made when there is none. Runs as the gate. */
export function webUserOf(
  ports: Pick<Ports, "random" | "clock">,
  tx: Tx,
  personId: string,
): Promise<LineUser> {
  return ensureWebUser(tx, newWebUser(ports), personId, ports.clock.now());
}

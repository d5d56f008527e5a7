import type { Gate } from "../../kernel/actor.ts";
import type { PublicJwk } from "../../kernel/jwt-port.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { publicKeys } from "../desk/signing.ts";

/** The public keys that verify our ID tokens, the next one already among them. */
export async function publishKeys(ports: Ports, actor: Gate): Promise<Result<readonly PublicJwk[], never>> {
  return ok(await ports.db.as(actor, (tx) => publicKeys(ports, tx)));
}

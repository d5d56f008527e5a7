import type { Gate } from "../../kernel/actor.ts";
import type { JwtClaims } from "../../kernel/jwt-port.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { personClaims } from "../claims.ts";
import { hashOfSecret, subjectOf } from "../desk/opaque.ts";
import { isTokenLive } from "../grant.ts";
import { findClient } from "../store/client.ts";
import { findGrantOfToken } from "../store/grant.ts";
import { findSignedInSeat } from "../store/seat.ts";

const shape = /^[A-Za-z0-9_-]{43}$/;

/**
 * What an access token tells of its person, as it is now. Refuses a token that is none, over or revoked, one of a client
 * that was ended, and one whose seat is signed in no more: a phone reported lost closes this with the next call.
 */
export async function readUserinfo(
  ports: Ports,
  actor: Gate,
  token: string,
): Promise<Result<JwtClaims, { readonly kind: "token_invalid" }>> {
  if (!shape.test(token)) return refuse({ kind: "token_invalid" });
  return ports.db.as(actor, async (tx) => {
    const grant = await findGrantOfToken(tx, hashOfSecret(token));
    if (!grant || !isTokenLive(grant, ports.clock.now())) return refuse({ kind: "token_invalid" });
    const client = await findClient(tx, grant.clientId);
    const seat = await findSignedInSeat(ports, tx, grant.sessionId);
    if (!seat || client?.endedAt !== null) return refuse({ kind: "token_invalid" });
    return ok(personClaims(subjectOf(ports, grant.clientId, grant.personId), grant, seat));
  });
}

import { createHash } from "node:crypto";
import { record } from "../../audit/store.ts";
import { encodeBase64url } from "../../kernel/base64url.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { findFacility, insertConsoleLink } from "../store.ts";

/** How long a link into the console waits to be opened. */
export const consoleLinkMinutes = 60;

/**
 * Makes a link into the console of one facility: it works once, within the hour. The token is answered here and
 * kept only as its SHA-256; it belongs into `/console/enter/<token>`. Refuses an agency that is no facility.
 */
export async function makeConsoleLink(
  ports: Ports,
  actor: SystemActor,
  input: { readonly agencyId: string },
): Promise<Result<{ readonly token: string; readonly expiresAt: Date }, { readonly kind: "no_facility" }>> {
  const now = ports.clock.now();
  const token = encodeBase64url(ports.random.bytes(32));
  const expiresAt = new Date(now.getTime() + consoleLinkMinutes * 60_000);
  return ports.db.as(actor, async (tx) => {
    const found = await findFacility(tx, input.agencyId);
    if (!found) return refuse({ kind: "no_facility" });
    const { agencyId } = found;
    const tokenHash = createHash("sha256").update(token).digest();
    await insertConsoleLink(tx, { tokenHash, agencyId, madeAt: now, expiresAt });
    await record(ports, tx, { action: "console_link.made", actor, agencyId });
    return ok({ token, expiresAt });
  });
}

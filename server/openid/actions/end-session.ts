import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import type { JwtClaims } from "../../kernel/jwt-port.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Client } from "../client.ts";
import { sidOf } from "../desk/opaque.ts";
import { publicKeys } from "../desk/signing.ts";
import { readParameters, type Parameters } from "../parameters.ts";
import { findClient } from "../store/client.ts";
import { revokeGrantsOf } from "../store/grant.ts";

/** What a request to sign out comes to. */
export interface SigningOut {
  /** Who asks, as far as that is known; null: nobody we know. */
  readonly client: Pick<Client, "nameTh" | "nameEn"> | null;
  /** Where the person is sent afterwards: an address registered for it; null: nowhere. */
  readonly returnTo: string | null;
  /** An address was asked for that is not registered. */
  readonly foreignReturn: boolean;
  /** True: an ID token of this very session was brought, so nobody needs to be asked. */
  readonly isProven: boolean;
}

/**
 * Reads a request of a relying party to sign out (OpenID Connect RP-Initiated Logout): whose ID token it brings, though its
 * time be over, and where the person wants to go, which must be registered letter by letter. Changes nothing. Refuses a
 * request that is too long.
 */
export async function readSigningOut(
  ports: Ports,
  actor: Gate,
  input: { readonly query: string; readonly issuer: string; readonly sessionId: string | null },
): Promise<Result<SigningOut, { readonly kind: "request_too_long" }>> {
  const sent = readParameters(input.query);
  if (!sent) return refuse({ kind: "request_too_long" });
  return ports.db.as(actor, async (tx) => {
    const hint = await readHint(ports, tx, sent.value("id_token_hint"), input.issuer);
    const named = sent.value("client_id");
    const audience = typeof hint?.["aud"] === "string" ? hint["aud"] : null;
    const isMuddled = audience !== null && named !== null && audience !== named;
    const client = isMuddled ? null : await findClient(tx, audience ?? named ?? "");
    const live = client?.endedAt === null ? client : null;
    const { sessionId } = input;
    const isProven =
      live !== null && sessionId !== null && hint?.["sid"] === sidOf(ports, live.id, sessionId);
    return ok({ client: live, isProven, ...wayBackOf(sent, live) });
  });
}

/** Ends what was given out on a session of a seat: its codes and access tokens. The session itself is ended by its own door. */
export async function endSession(
  ports: Ports,
  actor: Gate,
  { sessionId, personId }: { readonly sessionId: string; readonly personId: string },
): Promise<Result<undefined, never>> {
  await ports.db.as(actor, async (tx) => {
    await revokeGrantsOf(tx, sessionId, ports.clock.now());
    await record(ports, tx, { action: "openid.signed_out", actor, personId, refs: { session: sessionId } });
  });
  return ok();
}

/** What an ID token of ours says, however old; null: it is none. */
async function readHint(
  ports: Ports,
  tx: Tx,
  hint: string | null,
  issuer: string,
): Promise<JwtClaims | null> {
  const claims = hint === null ? null : await ports.jwts.verify(hint, await publicKeys(ports, tx));
  return claims?.["iss"] === issuer ? claims : null;
}

function wayBackOf(sent: Parameters, client: Client | null): Pick<SigningOut, "returnTo" | "foreignReturn"> {
  const asked = sent.value("post_logout_redirect_uri");
  if (asked === null) return { returnTo: null, foreignReturn: false };
  if (!client?.postLogoutUris.includes(asked)) return { returnTo: null, foreignReturn: true };
  const url = new URL(asked);
  const state = sent.value("state");
  if (state !== null) url.searchParams.append("state", state);
  return { returnTo: url.href, foreignReturn: false };
}

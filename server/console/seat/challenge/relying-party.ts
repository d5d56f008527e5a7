import { ownRelyingParty } from "../../../credentials/sign-in-challenge.ts";
import type { AppContext } from "../../../http/env.ts";
import { findWaitingClient } from "../../../openid/actions/find-waiting-client.ts";
import { findWaitingSystem } from "../../../openid/actions/find-waiting-system.ts";

const gate = { kind: "gate" } as const;

/** Whom somebody signs in for: the system they came from, as where they go on says; else Pratu itself. */
export async function relyingPartyOf(c: AppContext): Promise<string> {
  const requestId = requestIn(c.req.query("next"));
  if (requestId === null) return ownRelyingParty;
  return (await findWaitingClient(c.var.ports, gate, requestId)) ?? ownRelyingParty;
}

/** What the system is called that asks to sign in, by where somebody is going; null: Pratu itself, or one that waits no more. */
export async function waitingSystem(c: AppContext, wanted: string | null | undefined) {
  const requestId = requestIn(wanted);
  return requestId === null ? null : findWaitingSystem(c.var.ports, gate, requestId);
}

function requestIn(wanted: string | null | undefined): string | null {
  return /^\/openid\/authorize\/([^/?#]+)/.exec(wanted ?? "")?.[1] ?? null;
}

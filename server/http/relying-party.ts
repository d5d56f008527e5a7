import type { RelyingParty } from "../ports.ts";
import type { AppContext } from "./env.ts";
import { isOwnHost } from "./own-host.ts";

/**
 * Who asks for a passkey: the host this request came to when it is one of ours, else the public address. A host that
 * somebody made up is never signed for.
 */
export function relyingParty(c: AppContext): RelyingParty {
  const { publicUrl } = c.var.site;
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  if (!isOwnHost(host, publicUrl)) return { id: publicUrl.hostname, origin: publicUrl.origin };
  const { hostname, origin } = new URL(`${publicUrl.protocol}//${host.toLowerCase()}`);
  return { id: hostname, origin };
}

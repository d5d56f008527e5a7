import type { AppContext } from "./env.ts";

/**
 * True when `host` (name and port) is one this deployment answers to: the public address's, and where that is
 * localhost, every *.localhost on the same port (each simulated phone is such a host).
 */
export function isOwnHost(host: string, publicUrl: URL): boolean {
  if (host.toLowerCase() === publicUrl.host) return true;
  const local = publicUrl.hostname === "localhost" || publicUrl.hostname.endsWith(".localhost");
  if (!local || !URL.canParse(`http://${host}`)) return false;
  const { hostname, port } = new URL(`http://${host}`);
  return port === publicUrl.port && (hostname === "localhost" || hostname.endsWith(".localhost"));
}

/** The origin a person is on, for addresses they come back to: the public one, or in a demo their own host. */
export function ownOrigin(c: AppContext): string {
  const { publicUrl } = c.var.site;
  const host = c.req.header("host") ?? "";
  return isOwnHost(host, publicUrl) ? `${publicUrl.protocol}//${host}` : publicUrl.origin;
}

/** Where a provider stands under our own address (the demo), a person meets it on the host they are on. */
export function onOwnHost(c: AppContext, url: string): string {
  const way = new URL(url);
  return way.origin === c.var.site.publicUrl.origin ? url.replace(way.origin, ownOrigin(c)) : url;
}

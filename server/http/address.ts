import { isIP } from "node:net";

/**
 * The caller's address. A forwarded header is believed only as far as trusted proxies wrote it: walking
 * X-Forwarded-For from the right, the first address that is not a trusted proxy is the caller.
 */
export function callerAddress(
  peer: string,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  let address = plain(peer);
  for (const hop of (forwardedFor ?? "").split(",").reverse()) {
    const next = plain(hop.trim());
    if (!trustedProxies.includes(address) || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

function plain(address: string): string {
  return address.replace(/^::ffff:/, "");
}

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

/**
 * What tries are counted under: an IPv4 address as it is, of an IPv6 address the first 64 bits. One line has all that
 * follow them and may come from another with every try.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail = ""] = address.replace(/%.*$/, "").split("::");
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => 0);
  const network = [...first, ...zeros, ...last].slice(0, 4);
  return `${network.map((group) => group.toString(16)).join(":")}::/64`;
}

/** The numbers of some groups; an IPv4 address at the end stands for two. */
function groupsOf(text: string): readonly number[] {
  if (text === "") return [];
  return text.split(":").flatMap((group) => (group.includes(".") ? [0, 0] : [Number.parseInt(group, 16)]));
}

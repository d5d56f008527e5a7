/** The ranges of IPv4 that lead to nobody on the public Internet: first address and length of its prefix. */
const closedV4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/**
 * True for an address on the public Internet, IPv4 or IPv6 as Node writes them (ranges of IANA's special-purpose
 * registries). Anything that cannot be read is none. IPv6 is public only within 2000::/3, and there not where it
 * carries an IPv4 address or is for documentation.
 */
export function isPublicAddress(address: string): boolean {
  const v4 = readV4(address);
  if (v4 !== null) return isPublicV4(v4);
  const groups = readV6(address);
  if (!groups) return false;
  const [first = 0, second = 0] = groups;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return isPublicV4((groups[6] ?? 0) * 65_536 + (groups[7] ?? 0));
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2002 || first === 0x3fff) return false;
  return !(first === 0x2001 && (second < 0x200 || second === 0xdb8));
}

function isPublicV4(number: number): boolean {
  return !closedV4.some(([from, length]) => {
    const size = 2 ** (32 - length);
    return Math.floor(number / size) === Math.floor((readV4(from) ?? 0) / size);
  });
}

function readV4(text: string): number | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  const parts = text.split(".").map(Number);
  return parts.some((part) => part > 255) ? null : parts.reduce((sum, part) => sum * 256 + part, 0);
}

function readV6(text: string): readonly number[] | null {
  const bare = text.replace(/^\[|\]$|%.*$/g, "").replace(/(\d+\.\d+\.\d+\.\d+)$/, (dotted) => {
    const number = readV4(dotted);
    return number === null ? "x" : `${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`;
  });
  const halves = bare.split("::");
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}

/** The key of an Authorization header of the form `Bearer <key>`; empty: there is none. */
export function bearerOf(header: string | undefined): string {
  return /^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? "";
}

/**
 * The same, or the password of `Basic`: what an address with a user part (`https://his:<key>@…`) makes of it, for
 * systems of which nothing but the address can be set.
 */
export function bearerOrPassword(header: string | undefined): string {
  const basic = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? "")?.[1];
  if (basic === undefined) return bearerOf(header);
  const bare = basic.replace(/=+$/, "");
  // One letter too many is no base64 at all, and atob throws at it.
  const pair = atob(bare.length % 4 === 1 ? "" : bare);
  return pair.slice(pair.indexOf(":") + 1);
}

const home = "/liff/home";
const shape = /^\/liff\/[A-Za-z0-9\-._~/]*(\?[A-Za-z0-9\-._~/=&%+]*)?$/;

/**
 * Where to go on after signing in, registering or unlocking: one of our own routes, as a path with query. Anything
 * else (another host, a scheme, a backslash, dot segments, encoded tricks) becomes the first page.
 */
export function safeNext(text: string | undefined, fallback: string = home): string {
  if (text === undefined || text.length > 1_000 || !shape.test(text)) return fallback;
  const { origin, pathname, search } = new URL(text, "http://here.invalid");
  const own =
    origin === "http://here.invalid" && pathname.startsWith("/liff/") && !/\/\/|%(2f|5c)/i.test(pathname);
  return own ? `${pathname}${search}` : fallback;
}

/** The query that carries a way on: "?next=…", or nothing when it is the first page. */
export function nextQuery(text: string | undefined): string {
  const next = safeNext(text);
  return next === home ? "" : `?next=${encodeURIComponent(next)}`;
}

import { Hono } from "hono";
import type { AppEnv } from "./env.ts";

/** How long a browser may keep a list: districts change once in years. */
const freshSeconds = 7 * 24 * 60 * 60;

/**
 * The districts of a province, or the sub-districts of a district with their postcodes, for the addresses of forms:
 * what anybody finds in a directory, so it needs no session.
 */
export const places = new Hono<AppEnv>().get("/places/:code{\\d{2}(\\d{2})?}", async (c) => {
  const code = c.req.param("code");
  const { gazetteer } = c.var.ports;
  const list = await (code.length === 2 ? gazetteer.districts(code) : gazetteer.subdistricts(code));
  c.header("cache-control", `public, max-age=${freshSeconds}`);
  return c.json(
    list.map(({ code: own, nameTh, nameEn, ...more }) => ({ code: own, nameTh, nameEn, ...more })),
  );
});

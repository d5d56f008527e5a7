import type { AppContext } from "../../http/env.ts";
import { longestParameters } from "../../openid/parameters.ts";

/** Sends a posted request of a relying party on as the same one by GET; what is too long stays too long. */
export async function goOnAsGet(c: AppContext, path: string): Promise<Response> {
  const text = (await c.req.text()).slice(0, longestParameters + 1);
  return c.redirect(`${path}?${new URLSearchParams(text).toString()}`, 303);
}

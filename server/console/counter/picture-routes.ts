import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { seeOwnPicture } from "../../visits/actions/see-picture.ts";
import { requireRight, staffOf } from "../gates.ts";

/** The picture a clerk took, until its visit is confirmed. */
export const counterPicturePages = new Hono<AppEnv>();

counterPicturePages.get("/counter/pictures/:pictureId", requireRight("use_counter"), async (c) => {
  const seen = await seeOwnPicture(c.var.ports, staffOf(c), { pictureId: c.req.param("pictureId") });
  if (!seen.ok) return notFoundPage(c);
  c.header("content-type", "image/jpeg");
  c.header("content-security-policy", "default-src 'none'; sandbox");
  return c.body(Uint8Array.from(seen.value));
});

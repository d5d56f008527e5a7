import { Hono } from "hono";
import { actorOf, type AppEnv } from "../server/http/env.ts";
import { readForm } from "../server/http/form.ts";
import { keepPublicLook, publicLook } from "../server/http/public-look.ts";
import { chooseLook } from "../server/identity/actions/choose-look.ts";
import { parseLanguage } from "../server/kernel/language.ts";
import { safeNext } from "./next.ts";

/** Language and text size: kept for whoever is signed in, registered or not, else for this browser. */
export const lookRoutes = new Hono<AppEnv>();

lookRoutes.post("/look", async (c) => {
  const form = await readForm(c);
  const language = parseLanguage(form.text("language"));
  const size = form.text("largeText");
  const isSize = size === "0" || size === "1";
  const { session } = c.var;
  if (session === null) {
    const before = publicLook(c) ?? { language: "th", largeText: false };
    keepPublicLook(c, {
      language: language ?? before.language,
      largeText: isSize ? size === "1" : before.largeText,
    });
    return c.redirect(safeNext(form.text("next"), "/liff/e-service"), 303);
  }
  await chooseLook(c.var.ports, actorOf(session), {
    ...(language ? { language } : {}),
    ...(isSize ? { largeText: size === "1" } : {}),
  });
  return c.redirect(safeNext(form.text("next")), 303);
});

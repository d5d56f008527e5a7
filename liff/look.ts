import { Hono } from "hono";
import { actorOf, type AppEnv } from "../server/http/env.ts";
import { readForm } from "../server/http/form.ts";
import { chooseLook } from "../server/identity/actions/choose-look.ts";
import { parseLanguage } from "../server/kernel/language.ts";
import { sessionOf } from "./gates.ts";
import { safeNext } from "./next.ts";

/** Language and text size, for anybody who is signed in: registered or not. */
export const lookRoutes = new Hono<AppEnv>();

lookRoutes.post("/look", async (c) => {
  const form = await readForm(c);
  const language = parseLanguage(form.text("language"));
  const size = form.text("largeText");
  const isSize = size === "0" || size === "1";
  await chooseLook(c.var.ports, actorOf(sessionOf(c)), {
    ...(language ? { language } : {}),
    ...(isSize ? { largeText: size === "1" } : {}),
  });
  return c.redirect(safeNext(form.text("next")), 303);
});

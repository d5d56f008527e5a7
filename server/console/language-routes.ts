import { Hono } from "hono";
import { consolePages, keepConsoleLanguage } from "../http/console-language.ts";
import type { AppEnv } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { parseLanguage } from "../kernel/language.ts";

/** The language of the console in this browser, for anybody: the page of signing in has the button too. */
export const languageRoutes = new Hono<AppEnv>();

languageRoutes.post("/language", async (c) => {
  const form = await readForm(c);
  const language = parseLanguage(form.text("language"));
  if (language) keepConsoleLanguage(c, language);
  return c.redirect(consolePath(form.text("next")), 303);
});

/** A page of officials, whatever else was written into the form. */
function consolePath(text: string): string {
  if (!text.startsWith("/") || !URL.canParse(text, "http://console")) return "/console";
  const { host, pathname, search } = new URL(text, "http://console");
  return host === "console" && consolePages.test(pathname) ? pathname + search : "/console";
}

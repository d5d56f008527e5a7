import { consoleLanguage } from "./console-language.ts";
import type { AppContext } from "./env.ts";
import { contentSecurityPolicy, permissionsPolicy, type PageNeeds } from "./headers.ts";
import type { PageContext } from "./page/context.ts";
import { publicLook } from "./public-look.ts";
import { wordsIn } from "../words/words.ts";
import type { Language } from "../kernel/language.ts";

/** What components need of the request: language, text size, words, assets, the path shown. */
export function pageContext(c: AppContext, language?: Language): PageContext {
  const { session, site } = c.var;
  const look = session ?? publicLook(c);
  const spoken = language ?? consoleLanguage(c) ?? look?.language ?? "th";
  return {
    language: spoken,
    largeText: look?.largeText ?? false,
    words: wordsIn(spoken),
    asset: (name) => {
      const address = site.assets[name];
      if (address === undefined) throw new Error(`no asset named ${name}: build the client`);
      return address;
    },
    isPosted: c.req.method !== "GET",
    path: `${c.req.path}${new URL(c.req.url).search}`,
    help: c.var.tokenHelp,
  };
}

type Markup = { toString(): string } | Promise<{ toString(): string }>;

/** Answers with a whole page and the content security policy it needs. */
export async function sendPage(
  c: AppContext,
  page: Markup,
  options: {
    status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;
    needs?: PageNeeds;
  } = {},
): Promise<Response> {
  c.header("content-security-policy", contentSecurityPolicy(c.var.site, options.needs ?? {}));
  if (options.needs?.map) c.header("permissions-policy", permissionsPolicy(options.needs));
  return c.html(`<!doctype html>${(await page).toString()}`, options.status ?? 200);
}

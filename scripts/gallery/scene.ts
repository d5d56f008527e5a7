import type { Child } from "hono/jsx";
import type { PageContext } from "../../server/http/page/context.ts";
import type { LayoutProps } from "../../server/http/page/layout.tsx";

/** One page of the gallery: a whole layout with components in some of their states. */
export interface Scene {
  readonly layout: (page: PageContext) => Omit<LayoutProps, "page" | "children">;
  readonly body: (page: PageContext) => Child;
}

/** Picks the sentence of the page's language; Thai first. */
export function say(page: PageContext, th: string, en: string): string {
  return page.language === "th" ? th : en;
}

import { readFile } from "node:fs/promises";
import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import { notices, type NoticeKind } from "./notices.ts";
import { NoticePage } from "./pages.tsx";

/** Its own name: on one machine, cookies of every port of a host go to each other. */
export const cookieName = "treasury-portal";

type Status = 200 | 400 | 401 | 403 | 503;
type Markup = { toString(): string } | Promise<{ toString(): string }>;

/** Answers with a whole page. */
export async function sendPage(c: Context, markup: Markup, status: Status): Promise<Response> {
  c.header("cache-control", "no-store");
  return c.html(`<!doctype html>${(await markup).toString()}`, status);
}

/** Answers with a page that says one thing. */
export function say(c: Context, kind: NoticeKind, status: Status): Promise<Response> {
  return sendPage(c, <NoticePage {...notices[kind]} />, status);
}

/** Gives the cookie of this browser; an empty one takes it away. */
export function giveCookie(c: Context, value: string): void {
  const gone = value === "" ? { maxAge: 0 } : {};
  setCookie(c, cookieName, value, { path: "/", httpOnly: true, sameSite: "Lax", ...gone });
}

/** The sheet of the pages. */
export async function sendStyle(c: Context): Promise<Response> {
  const sheet = await readFile(new URL("style.css", import.meta.url), "utf8");
  return c.body(sheet, 200, { "content-type": "text/css" });
}

/** The typeface of Thai official papers, plain or bold. */
export async function sendTypeface(c: Context, weight: "400" | "600"): Promise<Response> {
  const name = weight === "600" ? "600SemiBold/Sarabun_600SemiBold.ttf" : "400Regular/Sarabun_400Regular.ttf";
  const bytes = await readFile(new URL(import.meta.resolve(`@expo-google-fonts/sarabun/${name}`)));
  return c.body(Uint8Array.from(bytes).buffer, 200, { "content-type": "font/ttf" });
}

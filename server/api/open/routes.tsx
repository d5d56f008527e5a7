import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { isWithin } from "../../http/sign-in-limit.ts";
import { seeOpenData, type OpenPetitions } from "../../petitions/actions/see-open-data.ts";
import { openColumns, openLine } from "../../petitions/open-sheet.ts";
import { entityTag, hasAlready } from "../entity-tag.ts";
import { OpenPage } from "./page.tsx";

/** Open data of an agency's petitions, for everybody (docs/decisions/0025): a page, and the same as CSV and JSON. */
export const openData = new Hono<AppEnv>();

const freshSeconds = 3600;
const perAddress = { name: "open_data_address", most: 60, seconds: 60 };

openData.use(async (c, next) => {
  const { address } = c.var;
  if (address !== "" && !(await isWithin(c, perAddress, address))) {
    return c.text(pageContext(c).words.open.tooMany, 429, { "retry-after": String(perAddress.seconds) });
  }
  await next();
});

openData.get("/:slug", async (c) => {
  const seen = await seeOpenData(c.var.ports, c.req.param("slug"));
  if (!seen.ok) return notFoundPage(c);
  const language = c.req.query("lang") === "en" ? "en" : "th";
  c.header("cache-control", `public, max-age=${freshSeconds}`);
  return sendPage(c, <OpenPage page={pageContext(c, language)} seen={seen.value} />);
});

openData.get("/:slug/petitions.csv", async (c) => {
  const seen = await seeOpenData(c.var.ports, c.req.param("slug"));
  return seen.ok ? sendOpen(c, csvOf(seen.value), "text/csv; charset=utf-8") : notFoundPage(c);
});

openData.get("/:slug/petitions.json", async (c) => {
  const seen = await seeOpenData(c.var.ports, c.req.param("slug"));
  if (!seen.ok) return notFoundPage(c);
  const { agency, services, rows, months } = seen.value;
  const body = {
    agency: { slug: agency.slug, name: agency.nameTh, name_en: agency.nameEn },
    licence: "https://creativecommons.org/licenses/by/4.0/",
    months,
    rows: rows.map((row) => openLine(row, services)),
  };
  return sendOpen(c, JSON.stringify(body), "application/json; charset=utf-8");
});

/** Names of services are written by agencies: no cell may be taken for a formula. */
function csvOf({ services, rows }: OpenPetitions): string {
  const cell = (value: string | number | null) => {
    const text = String(value ?? "");
    const harmless = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${harmless.replaceAll('"', '""')}"`;
  };
  const lines = rows.map((row) => {
    const line = openLine(row, services);
    return openColumns.map(({ name }) => cell(line[name])).join(",");
  });
  return `\uFEFF${[openColumns.map(({ name }) => name).join(","), ...lines].join("\r\n")}\r\n`;
}

/** Read by pages of any host, kept for an hour by whoever asked, and not sent again where it is known. */
function sendOpen(c: AppContext, body: string, type: string): Response {
  const tag = entityTag(body);
  c.header("content-type", type);
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
  c.header("cache-control", `public, max-age=${freshSeconds}`);
  c.header("etag", tag);
  return hasAlready(c.req.header("if-none-match"), tag) ? c.body(null, 304) : c.body(body, 200);
}

import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { html } from "hono/html";
import type { AddressInfo } from "node:net";
import { Layout } from "../server/http/page/layout.tsx";
import type { PageContext } from "../server/http/page/context.ts";
import { parseLanguage } from "../server/kernel/language.ts";
import { wordsIn } from "../server/words/words.ts";
import { buildClient, type Manifest } from "./build-client.ts";
import { cancel, code, home, scan, states } from "./gallery/citizen.tsx";
import { counter, pieces, table } from "./gallery/console.tsx";
import { question, refused } from "./gallery/walk.tsx";
import type { Scene } from "./gallery/scene.ts";

/** Every scene by its path. */
export const scenes: Readonly<Record<string, Scene>> = {
  question,
  refused,
  home,
  code,
  cancel,
  scan,
  states,
  table,
  pieces,
  counter,
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'";

/** Text spacing that a page has to bear (WCAG 2.2, 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`;

function contextOf(url: URL, manifest: Manifest): PageContext {
  const language = parseLanguage(url.searchParams.get("language") ?? "th") ?? "th";
  return {
    language,
    largeText: url.searchParams.get("largeText") === "1",
    isPosted: false,
    help: null,
    words: wordsIn(language),
    asset: (name) => manifest[name] ?? `/missing/${name}`,
    path: `${url.pathname}${url.search}`,
  };
}

/** Serves the components in their states under the app's own content policy: `/<scene>?language=en&largeText=1`. */
export async function serveGallery(port: number): Promise<{ url: string; close(): Promise<void> }> {
  const manifest = await buildClient();
  const app = new Hono();
  app.use("/assets/*", serveStatic({ root: "dist/public" }));
  app.get("/spacing.css", (c) => c.body(spacing, 200, { "content-type": "text/css" }));
  app.get("/:scene", async (c) => {
    const scene = scenes[c.req.param("scene")];
    if (!scene) return c.notFound();
    const page = contextOf(new URL(c.req.url), manifest);
    c.header("content-security-policy", policy);
    const markup = (
      <Layout page={page} {...scene.layout(page)}>
        {scene.body(page)}
      </Layout>
    );
    return c.html(html`<!doctype html>${markup}`);
  });
  app.get("/", (c) => c.redirect("/home"));
  const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

if (process.argv[1]?.endsWith("gallery.tsx")) {
  const { url } = await serveGallery(Number(process.env["PORT"] ?? 8790));
  console.log(
    Object.keys(scenes)
      .map((name) => `${url}/${name}`)
      .join("\n"),
  );
}

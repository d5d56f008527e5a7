import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Hono } from "hono";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const fonts = here(
  "../../../node_modules/@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped",
);

const entries = {
  page: here("../client/page.ts"),
  style: here("../client/css/style.css"),
  "sign-in": here("../client/sign-in.ts"),
};
const faces = ["thai-400", "thai-600", "latin-400", "latin-600"] as const;
const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** The page's script and style sheet, the LIFF stand-in and the fonts, bundled once when first asked for. */
export function assetPaths(): Hono {
  let bundled: Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> | null = null;
  const app = new Hono();
  app.get("/:name", async (context) => {
    bundled ??= bundleAll();
    const name = context.req.param("name");
    const bytes = (await bundled).get(name);
    if (!bytes) return context.notFound();
    const type = types[/\.[a-z0-9]+$/.exec(name)?.[0] ?? ""] ?? "application/octet-stream";
    const cache = type === "font/woff2" ? "public, max-age=604800" : "no-cache";
    return context.body(bytes, 200, { "content-type": type, "cache-control": cache });
  });
  return app;
}

/** The bytes of one of the page's typefaces. */
export async function readFace(face: (typeof faces)[number]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(`${fonts}-${face}-normal.woff2`));
}

async function bundleAll(): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const built = await build({
    entryPoints: entries,
    outdir: "/",
    bundle: true,
    write: false,
    format: "esm",
    target: ["es2022", "safari16", "chrome109"],
    minify: true,
    external: ["*.woff2"],
    logLevel: "silent",
  });
  const made = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const file of built.outputFiles)
    made.set(file.path.replace(/^.*[/\\]/, ""), new Uint8Array(file.contents));
  for (const face of faces) {
    made.set(`${face}.woff2`, await readFace(face));
  }
  made.set("door.svg", new Uint8Array(await readFile(here("../../../server/http/page/door.svg"))));
  return made;
}

import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The program that serves the app, in one file. */
    appBundle: string;
  }
}

/**
 * Puts the app into one file, once for all journeys: each of them starts it anew, and loading its thousand modules one
 * by one takes longer than some of them last.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join("node_modules", ".pratu-app-"));
  const outfile = join(folder, "serve-node.mjs");
  await build({
    entryPoints: ["tests/support/serve-node.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    packages: "external",
    sourcemap: "inline",
    logLevel: "error",
  });
  project.provide("appBundle", outfile);
  return () => rm(folder, { recursive: true, force: true });
}

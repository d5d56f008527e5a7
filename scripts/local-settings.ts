import { resolve } from "node:path";
import type { Environment } from "../server/config.ts";
import { demoEnvironment } from "./demo/settings.ts";

/** True when these settings mean a demo: DEMO says so, or no LINE channel is given. */
export function meansDemo(env: Environment): boolean {
  return env["DEMO"] === undefined ? !env["LINE_CHANNEL_SECRET"] : env["DEMO"] === "1";
}

/** The settings to work with: the environment's own, or, for a demo, filled up with the demo's kept secrets. */
export async function localSettings(
  env: Environment,
  stand: { readonly apiPort: number; readonly mailPort: number } = { apiPort: 9, mailPort: 9 },
): Promise<Environment> {
  if (!meansDemo(env)) return env;
  const port = Number(env["PORT"] ?? "8787");
  return demoEnvironment(env, resolve(env["DATA_DIR"] ?? ".data"), { port, ...stand });
}

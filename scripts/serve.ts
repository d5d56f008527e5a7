import { parseConfig } from "../server/config.ts";
import { serveOnNode } from "../server/node.ts";

/** The app alone, from the settings in the environment: for measuring, behind nothing. Prints its port. */
const parsed = parseConfig(process.env);
if ("wrong" in parsed) throw new Error(JSON.stringify(parsed.wrong));
const { config } = parsed;
if (config.databaseUrl === null) throw new Error("DATABASE_URL is not set");
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const served = await serveOnNode(config, { host: "127.0.0.1", port: 0 }, config.databaseUrl, { log: silent });
console.log(`port ${served.port}`);
process.on("SIGTERM", () => void served.stop().then(() => process.exit(0)));

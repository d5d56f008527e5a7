import { parseConfig } from "../../server/config.ts";
import { serveOnNode } from "../../server/node.ts";

/** The app in a process of its own, for journeys that kill it. */
const parsed = parseConfig(process.env);
if ("wrong" in parsed) throw new Error(JSON.stringify(parsed.wrong));
const { config } = parsed;
if (config.databaseUrl === null) throw new Error("DATABASE_URL is not set");
const listen = { host: "127.0.0.1", port: Number(process.env["INNER_PORT"]) };
const server = await serveOnNode(config, listen, config.databaseUrl);
process.on("SIGTERM", () => void server.stop().then(() => process.exit(0)));

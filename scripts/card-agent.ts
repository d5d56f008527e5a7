import { makeCardAuthority } from "./card-agent/authority.ts";
import { serveCardAgent } from "./card-agent/serve.ts";

const now = () => new Date();
const port = Number(process.env["CARD_AGENT_PORT"] || 8189);
const running = await serveCardAgent(port, now, makeCardAuthority(now())).catch((error: unknown) => {
  const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
  console.error(taken ? `Port ${port} is in use by another program; the real agent may be running.` : error);
  process.exit(1);
});
console.log(`\n  Card agent (stand-in) on http://localhost:${running.port}; Ctrl-C stops it\n`);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void running.close().then(() => process.exit(0)));
}

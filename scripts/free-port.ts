import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Resolves when `port` can be listened on; throws a sentence that names it when it cannot. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      const reason = taken
        ? "is in use by another program"
        : `cannot be opened (${error.code ?? error.message})`;
      reject(new StartProblem(`Port ${port} ${reason}. Choose another: PORT=8080 npm start`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Below the ports that Linux, macOS and Windows hand to outgoing connections. */
const own = { from: 20_000, to: 32_000 };

/**
 * A port nobody listens on now, and that no connection going out takes before it is listened on: that may be seconds
 * later.
 */
export async function anyFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(own.from, own.to);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** Something the person at the terminal can mend: shown as one sentence, without a stack. */
export class StartProblem extends Error {}

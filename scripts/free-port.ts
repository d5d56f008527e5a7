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

/** A port nobody listens on now. */
export async function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Something the person at the terminal can mend: shown as one sentence, without a stack. */
export class StartProblem extends Error {}

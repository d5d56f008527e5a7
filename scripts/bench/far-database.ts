import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A database that is some way off, and how often its caller stood waiting for it. */
export interface FarDatabase {
  readonly url: string;
  /** How many times, since asked last, something was sent after an answer had come: waits, one after another. */
  takeWaits(): number;
  close(): Promise<void>;
}

/**
 * Puts a way of `milliseconds` between caller and database. What is sent without waiting for an answer arrives
 * together and counts once, so what is counted is round trips that follow each other, not statements. Meant for
 * one connection: answers of several would be taken for each other's.
 */
export async function moveDatabaseAway(databaseUrl: string, milliseconds: number): Promise<FarDatabase> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let waits = 0;
  const server = createServer((caller) => {
    const database = connect(Number(target.port), target.hostname);
    let answered = true;
    for (const socket of [caller, database]) sockets.add(socket.setNoDelay(true).on("error", () => {}));
    caller.on("data", (bytes) => {
      if (answered) waits += 1;
      answered = false;
      database.write(bytes);
    });
    database.on("data", (bytes) => {
      void pause(milliseconds).then(() => {
        answered = true;
        caller.write(bytes);
      });
    });
    caller.on("close", () => database.destroy());
    database.on("close", () => caller.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    takeWaits: () => {
      const counted = waits;
      waits = 0;
      return counted;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

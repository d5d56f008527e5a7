import { memoryFiles } from "./files.ts";
import { testPictures } from "./pictures.ts";
import { testPdf } from "./pdf.ts";
import { portsOver } from "../../server/wiring.ts";
import type { Clock, Ports } from "../../server/ports.ts";
import { openDatabase } from "../../db/client.ts";
import { createDatabase, type TestDatabase } from "./database.ts";
import { testConfig } from "./settings.ts";

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  /** Moves on by so many seconds. */
  pass(seconds: number): void;
  set(now: Date): void;
}

/** 21 November 2026, ten in the morning in Bangkok, unless told otherwise. */
export function testClock(start = new Date("2026-11-21T10:00:00+07:00")): TestClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    pass: (seconds) => (now += seconds * 1000),
    set: (moment) => (now = moment.getTime()),
  };
}

export interface TestWorld {
  readonly ports: Ports;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

/** Real ports over a fresh database, under a clock that tests move. `more` replaces single ports. */
export async function testWorld(more: Partial<Ports> = {}, connections = 10): Promise<TestWorld> {
  const database = await createDatabase();
  const clock = testClock();
  const db = openDatabase({ url: database.appUrl, max: connections, closes: true });
  const ports = {
    ...portsOver(testConfig(), db, 1, clock),
    pdf: testPdf,
    files: memoryFiles(),
    pictures: testPictures,
    ...more,
  };
  return {
    ports,
    clock,
    database,
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}

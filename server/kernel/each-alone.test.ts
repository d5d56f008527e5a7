import { expect, test } from "vitest";
import { eachAlone } from "./each-alone.ts";
import type { LogFields } from "./log-port.ts";

test("one that fails is logged with its names and leaves the others alone", async () => {
  const logged: [string, unknown, LogFields | undefined][] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (event: string, error: unknown, fields?: LogFields) => logged.push([event, error, fields]),
  };
  const fault = new Error("a bad row");
  const done = await eachAlone(
    log,
    "row.not_done",
    [1, 2, 3],
    (row) => ({ row }),
    (row) => (row === 1 ? Promise.reject(fault) : Promise.resolve(row * 10)),
  );
  expect(done).toEqual([20, 30]);
  expect(logged).toEqual([["row.not_done", fault, { row: 1 }]]);
});

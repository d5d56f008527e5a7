import { expect, test } from "vitest";
import { makeWorkQueue, type Work } from "./work-queue.ts";

/** Work that ends when it is told to, and notes when it began. */
function held(begun: string[], name: string): { work: Work; end: () => void } {
  let end = () => {};
  const until = new Promise<void>((resolve) => (end = resolve));
  const work = () => {
    begun.push(name);
    return until;
  };
  return { work, end: () => end() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("runs so much at once, the rest in order as places become free", async () => {
  const begun: string[] = [];
  const [a, b, c] = [held(begun, "a"), held(begun, "b"), held(begun, "c")];
  const queue = makeWorkQueue({ atOnce: 2, waiting: 10 }, () => {});
  for (const { work } of [a, b, c]) queue.add(work);
  expect(begun).toEqual(["a", "b"]);
  b.end();
  await turn();
  expect(begun).toEqual(["a", "b", "c"]);
});

test("lets one of a name wait, beside the one that runs", async () => {
  const begun: string[] = [];
  const first = held(begun, "first");
  const queue = makeWorkQueue({ atOnce: 1, waiting: 10 }, () => {});
  queue.add(first.work, "outbox");
  queue.add(held(begun, "second").work, "outbox");
  queue.add(held(begun, "third").work, "outbox");
  first.end();
  await turn();
  expect(begun).toEqual(["first", "second"]);
});

test("tells a failure and goes on", async () => {
  const faults: unknown[] = [];
  const begun: string[] = [];
  const queue = makeWorkQueue({ atOnce: 1, waiting: 10 }, (error) => faults.push(error));
  queue.add(() => Promise.reject(new Error("lost")));
  queue.add(() => {
    throw new Error("at once");
  });
  queue.add(held(begun, "next").work);
  await turn();
  expect(faults).toHaveLength(2);
  expect(begun).toEqual(["next"]);
});

test("leaves what does not fit, and on closing what has not begun", async () => {
  const begun: string[] = [];
  const running = held(begun, "running");
  const queue = makeWorkQueue({ atOnce: 1, waiting: 1 }, () => {});
  queue.add(running.work);
  queue.add(held(begun, "waiting").work);
  queue.add(held(begun, "too much").work);
  let closed = false;
  const closing = queue.close().then(() => (closed = true));
  await turn();
  expect(closed).toBe(false);
  running.end();
  await closing;
  expect(begun).toEqual(["running"]);
});

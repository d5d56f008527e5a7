import type { Log, LogFields } from "./log-port.ts";

/**
 * Does a job's work for one after another. What fails is logged as `event` with the names of what it was, and leaves the
 * others alone: it comes up again in the next round. Answers what came of those that did not fail, in their order.
 */
export async function eachAlone<One, Done>(
  log: Log,
  event: string,
  many: readonly One[],
  names: (one: One) => LogFields,
  work: (one: One) => Promise<Done>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (const one of many) {
    try {
      done.push(await work(one));
    } catch (error) {
      log.error(event, error, names(one));
    }
  }
  return done;
}

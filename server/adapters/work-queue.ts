/** Work to be done after an answer is out. */
export type Work = () => Promise<unknown>;

/** Does work in the background, a little at a time, so that answering always comes first. */
export interface WorkQueue {
  /**
   * Runs `work` when a place is free. Of work with the same name at most one waits: it does what all of them would
   * have done. What does not fit any more is left to the sweeper.
   */
  add(work: Work, name?: string): void;
  /** Starts nothing more; resolves when what runs has ended. What waited is left to the sweeper. */
  close(): Promise<void>;
}

interface Waiting {
  readonly work: Work;
  readonly name: string | undefined;
}

/** Makes a queue that runs so much at once and lets so much wait. A failure is told and stops nothing. */
export function makeWorkQueue(
  limits: { readonly atOnce: number; readonly waiting: number },
  onFault: (error: unknown) => void,
): WorkQueue {
  const waiting: Waiting[] = [];
  const running = new Set<Promise<void>>();
  const start = () => {
    while (running.size < limits.atOnce) {
      const next = waiting.shift();
      if (!next) return;
      const done = runQuietly(next.work, onFault).then(() => {
        running.delete(done);
        start();
      });
      running.add(done);
    }
  };
  return {
    add: (work, name) => {
      const isThere = name !== undefined && waiting.some((other) => other.name === name);
      if (isThere || waiting.length >= limits.waiting) return;
      waiting.push({ work, name });
      start();
    },
    close: async () => {
      waiting.length = 0;
      await Promise.all(running);
    },
  };
}

async function runQuietly(work: Work, onFault: (error: unknown) => void): Promise<void> {
  try {
    await work();
  } catch (error) {
    onFault(error);
  }
}

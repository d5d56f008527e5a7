/** One thing that is measured: does the work once for a round and answers its figure (a rate, a time). */
export interface Contender {
  readonly name: string;
  round(index: number): Promise<number>;
}

export interface Figures {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Measures contenders in interleaved rounds (A B, B A, A B …), after one round of each that does not count, so
 * that a machine whose speed drifts treats them alike.
 */
export async function interleave(
  contenders: readonly Contender[],
  rounds: number,
): Promise<readonly Figures[]> {
  const figures = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let index = 0; index <= rounds; index += 1) {
    for (const contender of index % 2 === 0 ? contenders : contenders.toReversed()) {
      const figure = await contender.round(index);
      if (index > 0) figures.get(contender.name)?.push(figure);
    }
  }
  return contenders.map(({ name }) => summary(name, figures.get(name) ?? []));
}

export function summary(name: string, values: readonly number[]): Figures {
  return {
    name,
    median: percentile(values, 50),
    least: percentile(values, 0),
    most: percentile(values, 100),
  };
}

/** The value at a percentile (nearest rank) of unsorted values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1);
  return sorted[rank] ?? Number.NaN;
}

/** Runs `work` over 0…count−1, `atOnce` at a time; answers how many a second. */
export async function rateOf(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const started = performance.now();
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return count / ((performance.now() - started) / 1000);
}

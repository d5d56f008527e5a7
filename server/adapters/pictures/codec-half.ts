/** One half of the codec (it reads, or it writes), opened, with its memory in view. */
export interface CodecHalf<T> {
  readonly calls: T;
  /** What it said since it was washed last, line by line. */
  readonly said: readonly string[];
  /**
   * Puts its memory back to what it was when it was opened. Nothing of one person's picture, and nothing a crafted
   * file left behind, is there when the next picture comes.
   */
  wash(): void;
  /** Its memory, as it stands until the next call: it grows with the largest picture and never shrinks. */
  memory(): Uint8Array;
}

/** How the package opens one half; its own types name a namespace that it does not bring. */
type Open<T> = (options: ReturnType<typeof optionsOf>) => Promise<T>;

/** Opens one half over its compiled module. Throws when the module is not of the package. */
export async function openHalf<T>(open: unknown, module: WebAssembly.Module): Promise<CodecHalf<T>> {
  const said: string[] = [];
  let memory: WebAssembly.Memory | undefined;
  const calls = await (open as Open<T>)(
    optionsOf(module, said, (instance) => {
      memory = Object.values(instance.exports).find((each) => each instanceof WebAssembly.Memory);
    }),
  );
  if (!memory) throw new Error("the codec shows no memory");
  const seen = memory;
  const fresh = usedPart(seen).slice();
  return {
    calls,
    said,
    wash: () => {
      said.length = 0;
      usedPart(seen).fill(0).set(fresh);
    },
    memory: () => new Uint8Array(seen.buffer),
  };
}

/** The memory up to the last word that is not zero: pages that were never written to stay with the machine. */
function usedPart({ buffer }: WebAssembly.Memory): Uint8Array {
  const last = new Int32Array(buffer).findLastIndex((word) => word !== 0);
  return new Uint8Array(buffer, 0, (last + 1) * 4);
}

function optionsOf(
  module: WebAssembly.Module,
  said: string[],
  opened: (instance: WebAssembly.Instance) => void,
) {
  return {
    noInitialRun: true,
    print: () => {},
    printErr: (line: string) => void said.push(line),
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: never) => void) => {
      const instance = new WebAssembly.Instance(module, imports);
      opened(instance);
      done(instance as never);
      return instance.exports;
    },
  };
}

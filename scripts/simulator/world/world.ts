import { join } from "node:path";
import type { SimulatorOptions } from "../options.ts";
import { makeKeeper, readState } from "./keep.ts";
import type { KeptState } from "./state.ts";

/** What is wrong on purpose at the moment. Forgotten at a restart. */
export interface Troubles {
  line: boolean;
  sms: boolean;
  mail: boolean;
  standby: boolean;
  noUserId: boolean;
  /** Each event waits this long before it is sent. */
  delayMilliseconds: number;
  /** Events are held back in pairs and sent the later one first. */
  reorder: boolean;
}

/** Everything the simulated platform knows, shared by its paths, its page and its controls. */
export interface World {
  readonly options: SimulatorOptions;
  readonly folder: string;
  readonly state: KeptState;
  readonly troubles: Troubles;
  /** Until when the dots are shown, by LINE user id. */
  readonly loadingUntil: Map<string, number>;
  now(): Date;
  /** Told after every change: saves, and wakes whoever listens. */
  changed(): void;
  listen(listener: () => void): () => void;
  flush(): Promise<void>;
}

/** Opens the world kept in the data folder. */
export async function openWorld(options: SimulatorOptions): Promise<World> {
  const folder = join(options.dataFolder, "simulator");
  const state = await readState(folder);
  const keeper = makeKeeper(folder, state);
  const listeners = new Set<() => void>();
  return {
    options,
    folder,
    state,
    troubles: {
      line: false,
      sms: false,
      mail: false,
      standby: false,
      noUserId: false,
      delayMilliseconds: 0,
      reorder: false,
    },
    loadingUntil: new Map(),
    now: options.now ?? (() => new Date()),
    changed: () => {
      keeper.save();
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush: () => keeper.flush(),
  };
}

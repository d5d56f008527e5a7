import type { Config } from "../../server/config.ts";
import type { SystemActor } from "../../server/kernel/actor.ts";
import { wirePorts } from "../../server/wiring.ts";
import { openServedDatabase } from "../database.ts";

export const administrator: SystemActor = { kind: "system", job: "admin" };

/** What the command line gave: the options by their names. */
export interface Given {
  readonly hcode?: string | undefined;
  readonly name?: string | undefined;
  readonly "name-en"?: string | undefined;
  readonly service?: readonly string[] | undefined;
  readonly telephone?: string | undefined;
  readonly agency?: string | undefined;
  readonly region?: string | undefined;
  readonly level?: string | undefined;
  readonly "first-name"?: string | undefined;
  readonly "last-name"?: string | undefined;
  readonly "citizen-id"?: string | undefined;
  readonly "work-phone"?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
  readonly slug?: string | undefined;
  /** A system where seats sign in: its id, addresses, proof, the file of its key, rights; and keys to be forgotten. */
  readonly client?: string | undefined;
  readonly redirect?: readonly string[] | undefined;
  readonly "after-logout"?: readonly string[] | undefined;
  readonly proof?: string | undefined;
  readonly key?: string | undefined;
  readonly right?: readonly string[] | undefined;
  readonly forget?: string | undefined;
  /** Files of the audit: checkpoints that were kept, an export to read, where to write one. */
  readonly checkpoints?: string | undefined;
  readonly export?: string | undefined;
  readonly to?: string | undefined;
  readonly entry?: string | undefined;
  readonly file?: string | undefined;
  readonly "public-key"?: string | undefined;
}

/** A command of the administrator: answers the sentence to say; throws what is to be said instead. */
export type Command = (config: Config, given: Given) => Promise<string>;

export type AdminPorts = ReturnType<typeof wirePorts>;

/** Ports over the served database for as long as the work takes. */
export async function withPorts<T>(config: Config, work: (ports: AdminPorts) => Promise<T>): Promise<T> {
  const database = await openServedDatabase(config);
  const ports = wirePorts(config, {
    databaseUrl: database.appUrl,
    connections: 1,
    closesDatabase: true,
    hashesAtOnce: 1,
  });
  try {
    return await work(ports);
  } finally {
    await ports.db.close();
    await database.leave();
  }
}

/** A region as it is typed; NaN, which every action refuses, for what is no number. */
export function regionOf(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
}

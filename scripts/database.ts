import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bootstrap } from "../db/bootstrap.ts";
import { migrate } from "../db/migrate.ts";
import { startPostgres } from "./postgres/embedded.ts";

export interface ServedDatabase {
  /** For serving: role pratu_app. */
  readonly appUrl: string;
  /** For people: "embedded" or the host it is on. */
  readonly where: string;
  stop(): Promise<void>;
  /** Ends the embedded server unless it was running before we came. */
  leave(): Promise<void>;
}

interface Wanted {
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly dataFolder: string;
}

/**
 * The database to serve from, migrated: the one DATABASE_URL names (migrated through DATABASE_OWNER_URL when
 * given), else the embedded PostgreSQL in the data folder.
 */
export async function openServedDatabase(wanted: Wanted): Promise<ServedDatabase> {
  if (wanted.databaseUrl !== null) {
    if (wanted.databaseOwnerUrl !== null) await migrate({ ownerUrl: wanted.databaseOwnerUrl });
    return {
      appUrl: wanted.databaseUrl,
      where: new URL(wanted.databaseUrl).host,
      stop: nothing,
      leave: nothing,
    };
  }
  const postgres = await startPostgres({ dataFolder: join(wanted.dataFolder, "postgres") });
  const stop = () => postgres.stop();
  try {
    const passwords = await keptPasswords(wanted.dataFolder);
    const { appUrl } = await bootstrap({
      superuserUrl: postgres.superuserUrl,
      database: "pratu",
      ...passwords,
    });
    return { appUrl, where: "embedded", stop, leave: postgres.takenUp ? nothing : stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

const nothing = () => Promise.resolve();

interface Passwords {
  readonly ownerPassword: string;
  readonly appPassword: string;
}

async function keptPasswords(dataFolder: string): Promise<Passwords> {
  const path = join(dataFolder, "database.json");
  try {
    return JSON.parse(await readFile(path, "utf8")) as Passwords;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const password = () => randomBytes(18).toString("base64url");
  const made: Passwords = { ownerPassword: password(), appPassword: password() };
  await mkdir(dataFolder, { recursive: true });
  await writeFile(path, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}

import postgres from "postgres";
import { migrate } from "./migrate.ts";

export interface Bootstrap {
  /** A superuser's address, of a cluster that is ours alone (the embedded one, or the tests'). */
  readonly superuserUrl: string;
  readonly database: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

/**
 * Makes a database of ours in an empty cluster, or brings the one there up to date: the owner role, the database,
 * the migrations, and the app role's password. Answers the addresses of owner and app.
 */
export async function bootstrap(wanted: Bootstrap): Promise<{ ownerUrl: string; appUrl: string }> {
  const ownerUrl = addressFor(wanted, "pratu_owner", wanted.ownerPassword);
  const appUrl = addressFor(wanted, "pratu_app", wanted.appPassword);
  await asSuperuser(wanted, async (sql) => {
    await makeOwner(sql, wanted.ownerPassword);
    const [found] = await sql`select from pg_database where datname = ${wanted.database}`;
    if (!found) await sql.unsafe(`create database "${wanted.database}" owner pratu_owner`);
  });
  await migrate({ ownerUrl });
  await asSuperuser(wanted, (sql) => setPassword(sql, "pratu_app", wanted.appPassword));
  return { ownerUrl, appUrl };
}

async function makeOwner(sql: postgres.Sql, password: string): Promise<void> {
  const [found] = await sql`select from pg_roles where rolname = 'pratu_owner'`;
  if (!found) await sql.unsafe("create role pratu_owner login createrole nosuperuser nobypassrls");
  await setPassword(sql, "pratu_owner", password);
}

async function setPassword(sql: postgres.Sql, role: string, password: string): Promise<void> {
  if (!/^[A-Za-z0-9_-]+$/.test(password))
    throw new Error("a database password is letters, digits, - and _ only");
  await sql.unsafe(`alter role ${role} password '${password}'`);
}

async function asSuperuser(wanted: Bootstrap, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(wanted.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function addressFor(wanted: Bootstrap, role: string, password: string): string {
  const url = new URL(wanted.superuserUrl);
  url.username = role;
  url.password = password;
  url.pathname = `/${wanted.database}`;
  return url.toString();
}

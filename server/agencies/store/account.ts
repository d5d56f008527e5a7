import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { staff } from "../../../db/schema/index.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Email } from "../../kernel/email.ts";
import type { SignInTries } from "../../kernel/sign-in-throttle.ts";
import type { StaffFacts, StaffState } from "../staff.ts";
import type { Username } from "../username.ts";

/** An account as signing in needs it: its state, its tries and its secrets. */
export interface Account {
  readonly id: string;
  readonly agencyId: string;
  readonly registrarId: string;
  readonly level: StaffLevel;
  readonly state: StaffState;
  readonly username: string;
  readonly dataKey: Uint8Array;
  readonly facts: StaffFacts;
  readonly passwordHash: Uint8Array | null;
  readonly acceptedAt: Date | null;
  readonly lastSignInAt: Date | null;
  readonly madeAt: Date;
  readonly warnedDays: number;
  readonly tries: SignInTries;
  readonly totp: Uint8Array | null;
  readonly totpConfirmedAt: Date | null;
  readonly totpStep: number | null;
}

type Opener = Pick<Ports, "vault">;
type Row = typeof staff.$inferSelect;

/** Holds an account until the transaction ends; null: there is none, or the actor may not see it. */
export async function lockAccount(ports: Opener, tx: Tx, staffId: string): Promise<Account | null> {
  const [row] = await tx.select().from(staff).where(eq(staff.id, staffId)).for("update");
  return row ? readAccount(ports, row) : null;
}

/** The account of an id, to be looked at; null: there is none, or the actor may not see it. */
export async function findAccount(ports: Opener, tx: Tx, staffId: string): Promise<Account | null> {
  const [row] = await tx.select().from(staff).where(eq(staff.id, staffId));
  return row ? readAccount(ports, row) : null;
}

/** How an account stands; null: there is none (a console link). */
export async function findStaffState(tx: Tx, staffId: string): Promise<StaffState | null> {
  const [row] = await tx.select({ state: staff.state }).from(staff).where(eq(staff.id, staffId));
  return row ? (row.state as StaffState) : null;
}

/** Holds the account that signs in by that name; null: there is none. */
export async function lockByUsername(ports: Opener, tx: Tx, username: Username): Promise<Account | null> {
  const [row] = await tx.select().from(staff).where(eq(staff.username, username)).for("update");
  return row ? readAccount(ports, row) : null;
}

/** The accounts reached at an address, whatever agency they belong to, as long as they have a right. */
export async function listByEmail(
  ports: Pick<Ports, "vault" | "keys">,
  tx: Tx,
  email: Email,
): Promise<readonly Account[]> {
  const emailIndex = ports.keys.blindIndex("email", email);
  const rows = await tx
    .select()
    .from(staff)
    .where(and(eq(staff.emailIndex, emailIndex), inArray(staff.state, ["invited", "active"])));
  return rows.map((row) => readAccount(ports, row));
}

/** Accounts with a right that nobody has signed in to since `before`, the oldest first, at most `limit`. */
export async function listIdle(
  tx: Tx,
  before: Date,
  after: string | null,
  limit: number,
): Promise<readonly { id: string; since: Date; warnedDays: number }[]> {
  const since = sql<string>`coalesce(${staff.lastSignInAt}, ${staff.madeAt})`;
  const rows = await tx
    .select({
      id: staff.id,
      lastSignInAt: staff.lastSignInAt,
      madeAt: staff.madeAt,
      warnedDays: staff.warnedDays,
    })
    .from(staff)
    .where(
      and(
        inArray(staff.state, ["invited", "active"]),
        lt(since, before.toISOString()),
        after === null ? undefined : sql`${staff.id} > ${after}`,
      ),
    )
    .orderBy(staff.id)
    .limit(limit);
  return rows.map(({ id, lastSignInAt, madeAt, warnedDays }) => ({
    id,
    since: lastSignInAt ?? madeAt,
    warnedDays,
  }));
}

/** What of an account may be changed once it stands. */
export type AccountChange = Partial<
  Pick<
    typeof staff.$inferInsert,
    | "state"
    | "level"
    | "passwordHash"
    | "passwordChangedAt"
    | "acceptedAt"
    | "lastSignInAt"
    | "warnedDays"
    | "totp"
    | "totpConfirmedAt"
    | "totpStep"
    | "sealed"
    | "emailIndex"
    | "endedAt"
    | "endReason"
    | "madeAt"
    | "grantedBy"
    | "requestKey"
  >
>;

/** Writes a change of an account, with its tries when they changed too. */
export async function saveAccount(
  tx: Tx,
  staffId: string,
  change: AccountChange,
  tries?: SignInTries,
): Promise<void> {
  await tx
    .update(staff)
    .set({ ...change, ...tries })
    .where(eq(staff.id, staffId));
}

/** Seals the secret of an authenticator for one account. */
export function sealTotp(ports: Opener, { id, dataKey }: Account, secret: Uint8Array): Uint8Array {
  return ports.vault.seal(dataKey, { table: "staff.totp", rowId: id }, [...secret]);
}

/** The secret of an account's authenticator; null: it has none. */
export function openTotp(ports: Opener, { id, dataKey, totp }: Account): Uint8Array | null {
  if (totp === null) return null;
  return Uint8Array.from(ports.vault.open<number[]>(dataKey, { table: "staff.totp", rowId: id }, totp));
}

function readAccount(ports: Opener, row: Row): Account {
  const { id, dataKey, sealed, level, state, wrong, nextTryAt, lockedAt } = row;
  return {
    ...row,
    level: level as StaffLevel,
    state: state as StaffState,
    facts: ports.vault.open<StaffFacts>(dataKey, { table: "staff", rowId: id }, sealed),
    tries: { wrong, nextTryAt, lockedAt },
  };
}

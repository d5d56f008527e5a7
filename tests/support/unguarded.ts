import type postgres from "postgres";

/**
 * Writes what the database's guards would refuse, in one transaction of the superuser. Turning a trigger off on its table
 * would wait for, and hold up, everybody who is writing there.
 */
export async function unguarded(
  sql: postgres.Sql,
  work: (tx: postgres.TransactionSql) => Promise<unknown>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local lock_timeout = '20s'`;
    await work(tx);
  });
}

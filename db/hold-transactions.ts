import type postgres from "postgres";

type Work = (tx: postgres.TransactionSql) => Promise<unknown>;

/**
 * The driver with transactions that end when their connection does. Left alone, postgres.js 3.4 sends what a broken
 * transaction still has to say, its own rollback included, down a connection that is gone: that ends the process from
 * where nothing can catch it (porsager/postgres#1208), or lands in the next transaction of that connection (#1216).
 */
export function holdTransactions(sql: postgres.Sql): postgres.Sql {
  return new Proxy(sql, {
    get: (target, name) =>
      name === "begin" ? (work: Work) => begin(target, work) : (Reflect.get(target, name) as unknown),
  });
}

function begin(sql: postgres.Sql, work: Work): Promise<unknown> {
  let isLost = false;
  const markLost = (error: unknown) => {
    isLost ||= isLoss(error);
  };
  const held = (tx: postgres.TransactionSql) =>
    new Proxy(tx, {
      get: (target, name) => {
        if (name !== "unsafe") return Reflect.get(target, name) as unknown;
        return (...query: Parameters<typeof tx.unsafe>) => {
          if (isLost) throw new LostConnection();
          const sent = target.unsafe(...query);
          sent.catch(markLost);
          return sent;
        };
      },
    });
  const done = sql.begin(async (tx) => {
    // Once the connection is lost the driver says so to whoever began. A word from here, good or bad, would only make
    // it send a commit or a rollback.
    try {
      const result = await work(held(tx));
      return isLost ? await never() : result;
    } catch (error) {
      if (isLost) await never();
      throw error;
    }
  });
  done.catch(() => {
    isLost = true;
  });
  return done;
}

const never = () => new Promise<never>(() => {});

class LostConnection extends Error {
  readonly code = "CONNECTION_CLOSED";
}

/** True for what the driver says when the connection broke under a query, not for what the server says of one. */
function isLoss(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return /^(CONNECTION_|E[A-Z]{3,}$)/.test(String(error.code));
}

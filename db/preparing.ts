/** What of the driver is looked at here: a client, or the client of a transaction. */
type Client = object;

/**
 * The same client, keeping every statement prepared on its connection. drizzle sends its statements unprepared, and
 * the driver asks the server about each of those before it sends the values: two round trips where one would do, and
 * none of them side by side. Holds inside transactions and savepoints as well.
 */
export function preparing<Sql extends Client>(client: Sql): Sql {
  return new Proxy(client, {
    get: (target, key) => {
      const found: unknown = Reflect.get(target, key);
      if (key === "unsafe") return prepared(found as Unsafe);
      if (key === "begin" || key === "savepoint") return inside(found as Scope);
      return found;
    },
  });
}

type Unsafe = (text: string, values?: unknown[], options?: object) => unknown;
type Scope = (...given: unknown[]) => unknown;

function prepared(unsafe: Unsafe): Unsafe {
  return (text, values, options) => unsafe(text, values, { ...options, prepare: true });
}

/** The work of a transaction, last of what is given, gets a client that does the same. */
function inside(scope: Scope): Scope {
  return (...given) => {
    const work = given.at(-1) as (tx: Client) => unknown;
    return scope(...given.slice(0, -1), (tx: Client) => work(preparing(tx)));
  };
}

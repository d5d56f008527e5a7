/** What became of a code that was marked used on this machine. */
export const markStates = ["kept", "sent", "was_used", "refused"] as const;
export type MarkState = (typeof markStates)[number];

/** A mark, kept in the browser until the server has it. */
export interface Mark {
  /** Whose: a mark is sent in the name of who pressed, and of nobody else. */
  readonly by: string;
  readonly code: string;
  /** What was scanned or typed: the server judges it again. */
  readonly text: string;
  readonly service: string;
  readonly day: string;
  readonly markedAt: number;
  readonly state: MarkState;
  /** Why it was not taken. */
  readonly why: string;
}

const databaseName = "pratu-codes";
const storeName = "marks";

/** Keeps a mark, or what became of it: one a code and person. */
export async function putMark(mark: Mark): Promise<void> {
  await inStore("readwrite", (store) => store.put(mark));
}

/** All marks of this machine, whoever made them, oldest first. */
export async function listMarks(): Promise<readonly Mark[]> {
  const marks = await inStore<Mark[]>("readonly", (store) => store.getAll() as IDBRequest<Mark[]>);
  return marks.sort((one, other) => one.markedAt - other.markedAt);
}

/** Forgets marks of days before `day` that were answered: what was never sent stays, to be seen. */
export async function dropOldMarks(day: string): Promise<void> {
  for (const mark of await listMarks()) {
    if (mark.day < day && mark.state !== "kept") {
      await inStore("readwrite", (store) => store.delete([mark.by, mark.code]));
    }
  }
}

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(storeName, mode);
    const asked = ask(transaction.objectStore(storeName));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser keeps nothing"));
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(databaseName, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(storeName, { keyPath: ["by", "code"] });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("the browser keeps nothing"));
  });
}

/** A file on its way, as this browser remembers it: a page that was closed or loaded again goes on with it. */
export interface WaitingFile {
  readonly id: string;
  /** The address of the draft's uploads. */
  readonly uploads: string;
  readonly path: string;
  readonly name: string;
  readonly blob: Blob;
  readonly at: number;
}

const [databaseName, storeName] = ["petition-files", "waiting"];
const dayMs = 24 * 60 * 60 * 1000;

/** Remembers a file; a browser that does not let us only loses the going on after a reload. */
export async function remember(file: WaitingFile): Promise<void> {
  await within("readwrite", (store) => store.put(file));
}

export async function forget(id: string): Promise<void> {
  await within("readwrite", (store) => store.delete(id));
}

/** What is remembered of a draft; what is older than a day, of any draft, is forgotten. */
export async function waitingOf(uploads: string): Promise<readonly WaitingFile[]> {
  const all = ((await within("readonly", (store) => store.getAll())) ?? []) as readonly WaitingFile[];
  const old = all.filter(({ at }) => Date.now() - at > dayMs);
  await Promise.all(old.map(({ id }) => forget(id)));
  return all.filter((file) => file.uploads === uploads && !old.includes(file));
}

function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  return new Promise((resolve) => {
    const none = () => resolve(null);
    try {
      const opening = indexedDB.open(databaseName, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: "id" });
      opening.onerror = none;
      opening.onsuccess = () => {
        const asked = work(opening.result.transaction(storeName, mode).objectStore(storeName));
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = none;
      };
    } catch {
      none();
    }
  });
}

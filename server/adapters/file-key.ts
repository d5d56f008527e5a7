const shape = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*){0,7}$/;
const longest = 200;

/**
 * Passes a file's key on. Keys are our own: words and ids of a–z, 0–9 and hyphens, joined by slashes. Anything else
 * throws, so that no key names a path outside the store.
 */
export function checkedKey(key: string): string {
  if (key.length > longest || !shape.test(key)) throw new Error("a file's key has a shape that is not ours");
  return key;
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * A UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then 74 random bits out of ten random bytes.
 * Sorts by time; unique, but no secret (a session needs more).
 */
export function uuidV7(now: Date, random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError("a UUID of version 7 takes ten random bytes");
  const time = now.getTime().toString(16).padStart(12, "0");
  const bytes = Uint8Array.from(random);
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const tail = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}

/** True for the text of a UUID in lower case, as we write them; asked before an id from outside reaches SQL. */
export function isUuid(text: string): boolean {
  return shape.test(text);
}

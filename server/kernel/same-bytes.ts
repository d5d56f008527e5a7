/**
 * Compares two byte strings in a time that does not depend on where they differ (ASVS 11.2.4). Only the length,
 * which is no secret, ends the comparison early.
 */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  left.forEach((byte, index) => {
    difference |= byte ^ (right[index] ?? 0);
  });
  return difference === 0;
}

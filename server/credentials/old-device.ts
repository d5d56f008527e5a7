/** What somebody signed in with before their Soft Token: the treasury's hardware key, or user name and password. */
export const oldDeviceKinds = ["token_key", "password"] as const;
export type OldDeviceKind = (typeof oldDeviceKinds)[number];

/** Characters of a serial at most. */
export const longestSerial = 40;

/** Reads the serial of a hardware key as it stands on it, spaces and small letters forgiven; null for what is none. */
export function parseSerial(text: string): string | null {
  const serial = text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  return /^[A-Z0-9-]+$/.test(serial) && serial.length <= longestSerial ? serial : null;
}

/**
 * What the upper half of windows-874 (TIS-620 and a few signs) says; Node and workerd do not both bring it. Empty: the
 * byte means nothing.
 */
const signs: Readonly<Record<number, string>> = {
  0x80: "€",
  0x85: "…",
  0x91: "‘",
  0x92: "’",
  0x93: "“",
  0x94: "”",
  0x95: "•",
  0x96: "–",
  0x97: "—",
  0xa0: "\u00a0",
};

/**
 * The text of a file in UTF-8 (with mark or without), UTF-16 with mark, or windows-874 as older Thai programs write.
 * Null when it is none of them, or has bytes that no text has.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded("utf-16be", bytes);
  if (bytes.includes(0)) return null;
  return decoded("utf-8", bytes) ?? decodeThai(bytes);
}

function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeThai(bytes: Uint8Array): string | null {
  const characters = Array.from(bytes, thaiCharacter);
  return characters.includes("") ? null : characters.join("");
}

function thaiCharacter(byte: number): string {
  if (byte < 0x80) return String.fromCharCode(byte);
  const isThai = (byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb);
  return isThai ? String.fromCharCode(0x0e01 + byte - 0xa1) : (signs[byte] ?? "");
}

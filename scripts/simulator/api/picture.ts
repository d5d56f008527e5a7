import { isObject, type JsonObject } from "../checks/check.ts";

/** The types LINE takes; any other is 415. */
export const pictureTypes: readonly string[] = ["image/png", "image/jpeg"];

const mostBytes = 1_000_000;

/** Why LINE would not take this picture for this menu; null when it would. PNG's size is read, JPEG's is not. */
export function pictureRefusal(type: string, bytes: Uint8Array, menu: JsonObject): string | null {
  if (!pictureTypes.includes(type)) return `The content type, ${type}, is not supported`;
  if (bytes.length > mostBytes) return "The image file is too large: at most 1 MB";
  if (type === "image/jpeg") return bytes[0] === 0xff && bytes[1] === 0xd8 ? null : "The image is broken";
  const found = pngSize(bytes);
  if (!found) return "The image is broken";
  const size = isObject(menu["size"]) ? menu["size"] : {};
  if (found.width === size["width"] && found.height === size["height"]) return null;
  return `Image size ${found.width}x${found.height} does not match the rich menu's ${String(size["width"])}x${String(size["height"])}`;
}

function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const signature = [0x89, 0x50, 0x4e, 0x47];
  if (bytes.length < 24 || !signature.every((byte, index) => bytes[index] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/**
 * The text of an answer, UTF-8; null: it is longer than that many bytes. What is too long is not read on. Throws when the
 * connection fails or the request's signal ends it.
 */
export async function readAtMost(response: Response, longest: number): Promise<string | null> {
  if (!response.body) return "";
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > longest) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}

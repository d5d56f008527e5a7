/** What our server says to a script: fields of an answer, or the sentence of a refusal. */
export type ServerAnswer =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false;
      readonly sentence: string | null;
      readonly fields: Readonly<Record<string, unknown>>;
    };

/** Posts JSON to our own origin. A network that breaks and an answer of no use have no sentence. */
export async function askServer(path: string, body: unknown): Promise<ServerAnswer> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    const value = (await response.json()) as Record<string, unknown>;
    if (response.ok) return { ok: true, value };
    const { sentence } = value;
    return { ok: false, sentence: typeof sentence === "string" ? sentence : null, fields: value };
  } catch {
    return { ok: false, sentence: null, fields: {} };
  }
}

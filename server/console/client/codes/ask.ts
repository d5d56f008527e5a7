/** What the server says to the page: an answer, a refusal with its kind, signed out, or nothing at all. */
export type Said =
  | { readonly kind: "answer"; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: "refused"; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: "signed_out" }
  | { readonly kind: "unreachable" };

/** How long a network that is there in name only may hold the counter up. */
const patienceMs = 6_000;

/** Posts what was scanned. Whatever is no answer of ours is no network: the page goes on without. */
export async function ask(path: "state" | "marks", text: string): Promise<Said> {
  try {
    const response = await fetch(`/console/codes/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.status === 401) return { kind: "signed_out" };
    if (response.status !== 200 && response.status !== 422) return { kind: "unreachable" };
    const value = (await response.json()) as Record<string, unknown>;
    return { kind: response.ok ? "answer" : "refused", value };
  } catch {
    return { kind: "unreachable" };
  }
}

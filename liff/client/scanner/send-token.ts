/** What our server said to a token: where to go, a sentence, or nothing at all. */
export type TokenAnswer =
  | { readonly kind: "go"; readonly to: string }
  | { readonly kind: "refused"; readonly title: string; readonly next: string }
  | { readonly kind: "signed_out" }
  | { readonly kind: "unreachable" };

/** Sends the token out of a QR, and nothing else of it, to our own origin. */
export async function sendToken(token: string, delegationId: string): Promise<TokenAnswer> {
  try {
    const response = await fetch("/liff/scan", {
      method: "POST",
      headers: { accept: "application/json" },
      body: new URLSearchParams({ token, for: delegationId }),
    });
    if (response.redirected) return { kind: "signed_out" };
    if (response.ok) return { kind: "go", to: ((await response.json()) as { to: string }).to };
    if (response.status !== 422) return { kind: response.status >= 500 ? "unreachable" : "signed_out" };
    return { kind: "refused", ...((await response.json()) as { title: string; next: string }) };
  } catch {
    return { kind: "unreachable" };
  }
}

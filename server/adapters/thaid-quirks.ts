/**
 * An answer of ThaID's token endpoint as the specification has it. ThaID misspells `expires_in` as `expire_in`, and means a
 * moment by it (nothing of ours reads either), and other relying parties met answers without a token type.
 * Answers without an access token pass unchanged.
 */
export async function tidiedTokens(answer: Response): Promise<Response> {
  const told: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  if (!isTokens(told)) return answer;
  const type = told["token_type"];
  const isBearer = typeof type !== "string" || /^bearer\b/i.test(type.trim());
  const kept = Object.entries(told).filter(([name]) => name !== "expire_in" && name !== "expires_in");
  const tidied = { ...Object.fromEntries(kept), token_type: isBearer ? "Bearer" : type };
  return Response.json(tidied, { status: answer.status });
}

function isTokens(told: unknown): told is Readonly<Record<string, unknown>> {
  return typeof told === "object" && told !== null && "access_token" in told;
}

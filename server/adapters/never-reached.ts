const codes: readonly unknown[] = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];

/** True when a fetch failed before there was a connection: the other side cannot have taken anything. */
export function neverReached(error: unknown): boolean {
  return codes.includes(((error as Error).cause as { code?: unknown } | undefined)?.code);
}

import type { Log, LogFields } from "../ports.ts";

/**
 * One JSON line an event to standard output (errors to standard error). An error is logged by its class, code and
 * stack frames only: messages of drivers and libraries may quote what people typed.
 */
export function makeLog(write: { out(line: string): void; err(line: string): void } = consoleLines): Log {
  const line = (level: string, event: string, fields: LogFields = {}) =>
    JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  return {
    info: (event, fields) => write.out(line("info", event, fields)),
    warn: (event, fields) => write.out(line("warn", event, fields)),
    error: (event, error, fields) => write.err(line("error", event, { ...fields, ...describe(error) })),
  };
}

const consoleLines = {
  out: (line: string) => console.log(line),
  err: (line: string) => console.error(line),
};

function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause: unknown = error.cause;
  const code = codeOf(error) ?? codeOf(cause);
  const frames = (cause instanceof Error ? cause : error).stack?.split("\n").filter((l) => /^\s+at /.test(l));
  return {
    error: error.name,
    ...(cause instanceof Error ? { cause: cause.name } : {}),
    ...(code === undefined ? {} : { code }),
    at_frames: (frames ?? [])
      .slice(0, 6)
      .map((l) => l.trim())
      .join(" | "),
  };
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}

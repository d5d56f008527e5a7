import type { AppContext } from "../../http/env.ts";
import type { ExportKind } from "../../visits/export-run.ts";

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const satisfies Record<ExportKind, string>;

/** Answers with a file to be saved under a Thai name (RFC 6266), while it is made. Nobody keeps it on the way. */
export function sendFile(
  c: AppContext,
  name: string,
  kind: ExportKind,
  file: ReadableStream<Uint8Array>,
): Response {
  const encoded = encodeURIComponent(`${name}.${kind}`);
  return c.body(file as ReadableStream<Uint8Array<ArrayBuffer>>, 200, {
    "content-type": types[kind],
    "content-disposition": `attachment; filename="report.${kind}"; filename*=UTF-8''${encoded}`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
}

import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { judgeScan, type ScanFormat, type ScanRefusal } from "../access-scan.ts";
import { findRequest, lockRequest, saveRequest, type KeptRequest } from "../store/access-request.ts";

export type AttachRefusal =
  | ScanRefusal
  | { readonly kind: "request_not_found" }
  | { readonly kind: "request_not_draft" }
  /** The letter changed while its scan came in. */
  | { readonly kind: "request_changed" };

/**
 * Puts the signed letter to its draft (F1.1): told by its bytes, sealed under the request's key, and only then given
 * to the store of files. A scan that was there before falls away.
 */
export async function attachScan(
  ports: Ports,
  actor: Staff,
  { requestId, bytes }: { readonly requestId: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly format: ScanFormat }, AttachRefusal>> {
  if (!isUuid(requestId)) return refuse({ kind: "request_not_found" });
  const draft = await ports.db.as(actor, (tx) => findRequest(ports, tx, requestId));
  if (!draft) return refuse({ kind: "request_not_found" });
  if (draft.state !== "draft") return refuse({ kind: "request_not_draft" });
  const format = judgeScan(bytes);
  if (!format.ok) return format;
  const scanKey = await keepFile(ports, draft, bytes);
  const kept = await keepKey(ports, actor, draft, scanKey);
  const outlived = kept.ok ? kept.value : scanKey;
  if (outlived !== null) await ports.files.delete(outlived);
  return kept.ok ? ok({ format: format.value }) : kept;
}

async function keepFile(
  ports: Ports,
  { agencyId, dataKey }: KeptRequest,
  bytes: Uint8Array,
): Promise<string> {
  const scanKey = `scans/${agencyId}/${ports.random.uuid()}`;
  const sealed = ports.vault.sealBytes(dataKey, { table: "access_scan", rowId: scanKey }, bytes);
  await ports.files.put(scanKey, sealed, "application/octet-stream");
  return scanKey;
}

/** Answers the key of the scan that was there before. */
async function keepKey(
  ports: Ports,
  actor: Staff,
  { id, version }: KeptRequest,
  scanKey: string,
): Promise<Result<string | null, AttachRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const kept = await lockRequest(ports, tx, id);
    if (kept?.state !== "draft") return refuse({ kind: "request_not_draft" });
    if (kept.version !== version) return refuse({ kind: "request_changed" });
    await saveRequest(ports, tx, kept, { scanKey });
    await record(ports, tx, { action: "access_request.scan_attached", actor, subjectId: id });
    return ok(kept.scanKey);
  });
}

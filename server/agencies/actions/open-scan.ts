import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { judgeScan, type ScanFormat } from "../access-scan.ts";
import { findRequest } from "../store/access-request.ts";

/** A signed letter as it was sent in. */
export interface OpenedScan {
  readonly bytes: Uint8Array;
  readonly format: ScanFormat;
  /** The agency's number of the letter, as typed. */
  readonly number: string;
}

/**
 * Opens the signed letter of a request, for its agency and for the registrar it was sent to. It names people, so every
 * opening is written. Refuses anybody else's as not found.
 */
export async function openScan(
  ports: Ports,
  actor: Staff,
  { requestId }: { readonly requestId: string },
): Promise<Result<OpenedScan, { readonly kind: "request_not_found" }>> {
  if (!isUuid(requestId)) return refuse({ kind: "request_not_found" });
  const kept = await ports.db.as(actor, async (tx) => {
    const request = await findRequest(ports, tx, requestId);
    if (!request?.scanKey) return null;
    const { id: subjectId, agencyId } = request;
    await record(ports, tx, { action: "access_request.scan_opened", actor, agencyId, subjectId });
    return request;
  });
  if (!kept?.scanKey) return refuse({ kind: "request_not_found" });
  const sealed = await ports.files.get(kept.scanKey);
  if (!sealed) return refuse({ kind: "request_not_found" });
  const bytes = ports.vault.openBytes(kept.dataKey, { table: "access_scan", rowId: kept.scanKey }, sealed);
  const format = judgeScan(bytes);
  if (!format.ok) throw new Error("a scan that was kept is none");
  return ok({ bytes, format: format.value, number: kept.typed.number });
}

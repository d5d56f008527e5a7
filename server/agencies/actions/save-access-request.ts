import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { RequestFaults, TypedRequest } from "../access-form.ts";
import { checkRequest } from "../desk/check-request.ts";
import { findRequestOfForm, insertRequest, lockRequest, saveRequest } from "../store/access-request.ts";

export interface SaveRequestInput {
  /** Null: a new one. */
  readonly requestId: string | null;
  /** The version of the draft that was open; a new one has none. */
  readonly version: number;
  readonly typed: TypedRequest;
  /** True: only when nothing is left to mend. False: kept as it is, to go on later. */
  readonly complete: boolean;
  readonly requestKey: string;
}

export type SaveRequestRefusal =
  | RequestFaults
  | { readonly kind: "request_not_found" }
  /** It was sent or taken back meanwhile. */
  | { readonly kind: "request_not_draft" }
  /** Somebody else saved it after it was opened. */
  | { readonly kind: "request_changed" };

type Saved = { readonly requestId: string };

/**
 * Keeps an agency's request for access as a draft (F1.1). One form makes one draft, however often it is sent. A signed
 * scan falls away when the letter it was signed on changes.
 */
export async function saveAccessRequest(
  ports: Ports,
  actor: Staff,
  input: SaveRequestInput,
): Promise<Result<Saved, SaveRequestRefusal>> {
  const saved = await ports.db.as(actor, (tx) => save(ports, tx, actor, input));
  if (!saved.ok) return saved;
  const { requestId, outlived } = saved.value;
  if (outlived !== null) await ports.files.delete(outlived);
  return ok({ requestId });
}

async function save(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  input: SaveRequestInput,
): Promise<Result<Saved & { readonly outlived: string | null }, SaveRequestRefusal>> {
  const { requestId, typed, version } = input;
  if (requestId !== null && !isUuid(requestId)) return refuse({ kind: "request_not_found" });
  const kept = requestId === null ? null : await lockRequest(ports, tx, requestId);
  if (requestId !== null && !kept) return refuse({ kind: "request_not_found" });
  if (kept && kept.state !== "draft") return refuse({ kind: "request_not_draft" });
  if (input.complete) {
    const checked = await checkRequest(ports, tx, actor, typed);
    if (!checked.ok) return checked;
  }
  if (!kept) return ok({ ...(await makeDraft(ports, tx, actor, input)), outlived: null });
  if (kept.version !== version) return refuse({ kind: "request_changed" });
  const saved = { requestId: kept.id };
  if (JSON.stringify(kept.typed) === JSON.stringify(typed)) return ok({ ...saved, outlived: null });
  await saveRequest(ports, tx, kept, { scanKey: null, version: version + 1 }, typed);
  return ok({ ...saved, outlived: kept.scanKey });
}

async function makeDraft(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { typed, requestKey }: SaveRequestInput,
): Promise<Saved> {
  const { agencyId, staffId } = actor;
  const id = ports.random.uuid();
  if (await insertRequest(ports, tx, { id, agencyId, madeBy: staffId, typed, requestKey })) {
    await record(ports, tx, { action: "access_request.made", actor, subjectId: id });
    return { requestId: id };
  }
  const before = await findRequestOfForm(tx, agencyId, requestKey);
  if (before === null) throw new Error("a form that was taken made no request");
  return { requestId: before };
}

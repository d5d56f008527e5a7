import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Tx } from "../../ports.ts";
import { lockDraft, type KeptDraft } from "../store/service-making.ts";

export type DraftRefusal =
  /** The agency has no such service. */
  | { readonly kind: "service_missing" }
  /** The service has no draft: it was published or dropped meanwhile. */
  | { readonly kind: "draft_missing" }
  /** Somebody saved after the page was opened. */
  | { readonly kind: "draft_changed"; readonly draft: KeptDraft };

/** A draft to be changed, held, as whoever changes it saw it. Refuses another revision than the one that was seen. */
export async function lockSeenDraft(
  tx: Tx,
  agencyId: string,
  { serviceId, seen }: { readonly serviceId: string; readonly seen: number },
): Promise<Result<KeptDraft, DraftRefusal>> {
  if (!isUuid(serviceId)) return refuse({ kind: "service_missing" });
  const draft = await lockDraft(tx, agencyId, serviceId);
  if (draft === null) return refuse({ kind: "draft_missing" });
  return draft.revision === seen ? ok(draft) : refuse({ kind: "draft_changed", draft });
}

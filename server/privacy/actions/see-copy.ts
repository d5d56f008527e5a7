import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { copyTakenAtMost } from "../copy-leave.ts";
import { findCopy } from "../store/data-copy.ts";

/** Until when a leave lives, and how often a copy may still be taken. */
export interface CopySeen {
  readonly id: string;
  readonly diesAt: Date;
  readonly left: number;
}

/** A citizen's own leave to take a copy. Refuses another's, none and one that is over alike. */
export async function seeCopy(
  ports: Ports,
  actor: Citizen,
  id: string,
): Promise<Result<CopySeen, { readonly kind: "copy_not_found" }>> {
  if (!actor.unlocked || !isUuid(id)) return refuse({ kind: "copy_not_found" });
  const kept = await ports.db.as(actor, (tx) => findCopy(tx, actor.personId, id));
  if (kept === null || kept.diesAt <= ports.clock.now()) return refuse({ kind: "copy_not_found" });
  return ok({ id, diesAt: kept.diesAt, left: Math.max(0, copyTakenAtMost - kept.taken) });
}

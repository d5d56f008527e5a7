import type { Citizen } from "../../kernel/actor.ts";
import { refuse, ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { casePlace, listLooks, type CaseWords, type LookPosition, type SeenLook } from "../store/look.ts";

/** A look as the citizen's page shows it, with what they said of it and were answered. */
export interface ToldLook extends Omit<SeenLook, "caseSealed" | "caseKey" | "caseId"> {
  readonly words: CaseWords | null;
}

export interface ToldLooks {
  readonly looks: readonly ToldLook[];
  /** Where the next page begins; null: this is the last. */
  readonly next: LookPosition | null;
}

const looksAPage = 20;

/**
 * "ใครดูข้อมูลของฉัน" (N8): every look at the citizen from a console, latest first, exports that covered a visit of
 * theirs among them. Refuses a session whose PIN was not given within its time.
 */
export async function seeLooks(
  ports: Ports,
  actor: Citizen,
  input: { readonly position: LookPosition | null },
): Promise<Result<ToldLooks, { readonly kind: "session_locked" }>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const page = { position: input.position, limit: looksAPage + 1 };
  const found = await ports.db.as(actor, (tx) => listLooks(tx, actor.personId, page));
  const shown = found.slice(0, looksAPage);
  const last = shown.at(-1);
  return ok({
    looks: shown.map((look) => tell(ports, look)),
    next: last && found.length > looksAPage ? { at: last.at, id: last.id } : null,
  });
}

function tell(ports: Ports, { caseSealed, caseKey, caseId, ...look }: SeenLook): ToldLook {
  const words =
    caseSealed && caseKey && caseId
      ? ports.vault.open<CaseWords>(caseKey, casePlace(caseId), caseSealed)
      : null;
  return { ...look, words };
}

import type { Citizen } from "../../kernel/actor.ts";
import { turnedPage, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { refuse, ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { casePlace, listLooks, type CaseWords, type SeenLook } from "../store/look.ts";

/** A look as the citizen's page shows it, with what they said of it and were answered. */
export interface ToldLook extends Omit<SeenLook, "caseSealed" | "caseKey" | "caseId"> {
  readonly words: CaseWords | null;
}

export interface ToldLooks {
  readonly looks: readonly ToldLook[];
  /** Where the pages beside this one lie; null: there is none. */
  readonly previous: MomentPlace | null;
  readonly next: MomentPlace | null;
}

const looksAPage = 20;

/**
 * "ใครดูข้อมูลของฉัน" (N8): every look at the citizen from a console, latest first, exports that covered a visit of
 * theirs among them. Refuses a session whose PIN was not given within its time.
 */
export async function seeLooks(
  ports: Ports,
  actor: Citizen,
  input: { readonly turn: Turn<MomentPlace> | null },
): Promise<Result<ToldLooks, { readonly kind: "session_locked" }>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const { turn } = input;
  const page = { turn, limit: looksAPage + 1 };
  const found = await ports.db.as(actor, (tx) => listLooks(tx, actor.personId, page));
  const { rows, ...beside } = turnedPage(found, { turn, size: looksAPage }, ({ at, id }) => ({ at, id }));
  return ok({ looks: rows.map((look) => tell(ports, look)), ...beside });
}

function tell(ports: Ports, { caseSealed, caseKey, caseId, ...look }: SeenLook): ToldLook {
  const words =
    caseSealed && caseKey && caseId
      ? ports.vault.open<CaseWords>(caseKey, casePlace(caseId), caseSealed)
      : null;
  return { ...look, words };
}

import type { Staff } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { judgeList } from "../desk/judge-list.ts";

/**
 * Judges the rows of a list that wait until none is left or somebody else works on it. May be begun again at any time,
 * by anybody who looks at the list.
 */
export async function judgeReconciliation(ports: Ports, actor: Staff, id: string): Promise<void> {
  if (isUuid(id)) await judgeList(ports, actor, id);
}

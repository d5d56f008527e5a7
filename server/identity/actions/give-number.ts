import type { Visitor } from "../../kernel/actor.ts";
import { parseCitizenId, type CitizenIdRefusal } from "../../kernel/citizen-id.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { takeAnswer, type NextStep, type WalkRefusal } from "../desk/registration-draft.ts";

/**
 * Takes the citizen id. Whether the number is known is not looked up here and changes nothing that the visitor could
 * see. Refuses what is no citizen id, and a step out of order.
 */
export async function giveNumber(
  ports: Ports,
  actor: Visitor,
  text: string,
): Promise<Result<NextStep, CitizenIdRefusal | WalkRefusal>> {
  const citizenId = parseCitizenId(text);
  if (!citizenId.ok) return citizenId;
  return takeAnswer<never>(ports, actor, () => ok({ kind: "numbered", citizenId: citizenId.value }));
}

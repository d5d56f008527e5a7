import type { Staff } from "../../kernel/actor.ts";
import { parseCitizenId, type CitizenId, type CitizenIdRefusal } from "../../kernel/citizen-id.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { CounterPerson } from "../counter-person.ts";
import { listLookedAt } from "../store/looked-at.ts";

/**
 * Finds a person by the number a clerk was given (F3, way 2); null: nobody of that number is known yet. The look is
 * written and shown to the person. Refuses what is no citizen id.
 */
export async function findAtCounter(
  ports: Ports,
  actor: Staff,
  input: { readonly citizenIdText: string; readonly purpose: string },
): Promise<
  Result<{ readonly citizenId: CitizenId; readonly person: CounterPerson | null }, CitizenIdRefusal>
> {
  const parsed = parseCitizenId(input.citizenIdText);
  if (!parsed.ok) return parsed;
  const citizenId = parsed.value;
  const look = { what: "counter", purpose: input.purpose, personIds: [], citizenId } as const;
  const seen = await ports.db.as(actor, (tx) => listLookedAt(ports, tx, actor, look));
  const [person] = seen.values();
  return ok({ citizenId, person: person ?? null });
}

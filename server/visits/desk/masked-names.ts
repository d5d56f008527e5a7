import { findPerson } from "../../identity/store/person.ts";
import { maskPersonName } from "../../kernel/person-name.ts";
import type { Ports } from "../../ports.ts";

/**
 * First letters of the names of people who came, by id: enough to call somebody, not to know them. Staff may not read
 * persons, so the system reads these few, and nothing but first letters leaves it. Null: no name is known.
 */
export async function maskedNames(
  ports: Ports,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return new Map();
  const named = await ports.db.as({ kind: "system", job: "counter_screen" }, (tx) =>
    Promise.all(
      ids.map(async (id) => {
        const person = await findPerson(ports, tx, id);
        const names = [person?.firstName, person?.lastName].flatMap((name) => name ?? []);
        return [id, names.length > 0 ? names.map(maskPersonName).join(" ") : null] as const;
      }),
    ),
  );
  return new Map(named);
}

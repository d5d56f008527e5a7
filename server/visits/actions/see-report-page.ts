import { counterPerson, type CounterPerson } from "../../identity/counter-person.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { onward, turnedPage } from "../../kernel/keyset.ts";
import type { Ports } from "../../ports.ts";
import type { ClaimFilter } from "../claim-filter.ts";
import type { ClaimPosition } from "../claim-position.ts";
import { claimPlaceOf, listClaimLines, type ClaimLine } from "../store.ts";

export interface ReportPage {
  readonly lines: readonly { readonly line: ClaimLine; readonly person: CounterPerson }[];
  /** Where the next page begins; null: this is the last. */
  readonly next: ClaimPosition | null;
}

/**
 * A page of the report for the hospital's own system: any page costs the same. Each person on it is looked at with
 * `purpose`.
 */
export async function seeReportPage(
  ports: Ports,
  actor: Staff,
  input: {
    readonly filter: ClaimFilter;
    readonly position: ClaimPosition | null;
    readonly limit: number;
    readonly purpose: string;
  },
): Promise<ReportPage> {
  const { filter, position, limit, purpose } = input;
  return ports.db.as(actor, async (tx) => {
    const turn = onward(position);
    const asked = { turn, order: "latest", limit: limit + 1 } as const;
    const found = await listClaimLines(tx, actor.agencyId, filter, asked);
    const { rows: shown, next } = turnedPage(found, { turn, size: limit }, claimPlaceOf);
    const personIds = shown.map(({ personId }) => personId);
    const people = await listLookedAt(ports, tx, actor, { what: "api", purpose, personIds });
    return {
      lines: shown.map((line) => {
        const person = people.get(line.personId);
        if (!person) throw new Error("a visit's person is not there");
        return { line, person: counterPerson(person) };
      }),
      next,
    };
  });
}

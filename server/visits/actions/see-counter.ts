import { counterPerson, type CounterPerson } from "../../identity/counter-person.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { ServiceType } from "../service-type.ts";
import { listDayCodes, listOffers } from "../store.ts";
import type { VisitCode } from "../visit-code.ts";

/** What the counter needs to fill in a visit of today for one number. */
export interface CounterDesk {
  readonly now: Date;
  readonly day: BangkokDay;
  readonly offers: readonly ServiceType[];
  /** Null: nobody of that number is known yet. */
  readonly person: CounterPerson | null;
  /** Live codes the person has here today. */
  readonly codes: readonly VisitCode[];
}

/** The desk for a number that the clerk was given or read from a card. The look is written, for the person to see. */
export async function seeCounter(
  ports: Ports,
  actor: Staff,
  input: { readonly citizenId: CitizenId },
): Promise<CounterDesk> {
  const now = ports.clock.now();
  const day = bangkokDay(now);
  const { agencyId } = actor;
  const look = { what: "counter", purpose: "counter", personIds: [], citizenId: input.citizenId } as const;
  return ports.db.as(actor, async (tx) => {
    const offers = await listOffers(tx, agencyId, day);
    const [found] = (await listLookedAt(ports, tx, actor, look)).values();
    if (!found) return { now, day, offers, person: null, codes: [] };
    const codes = await listDayCodes(tx, { personId: found.id, agencyId, day });
    return {
      now,
      day,
      offers,
      person: counterPerson(found),
      codes: codes.filter(({ status }) => status !== "cancelled"),
    };
  });
}

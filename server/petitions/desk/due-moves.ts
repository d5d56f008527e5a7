import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { AgencyCalendar } from "../agency-calendar.ts";
import { dueFrom } from "../due.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import type { KeptPetition } from "../store/petition.ts";
import { listClockEvents, listRunning } from "../store/running-petition.ts";
import { findVersion } from "../store/service.ts";

/** A running petition whose day moves under another calendar. */
export interface DueMove {
  readonly petition: KeptPetition;
  readonly from: BangkokDay;
  readonly to: BangkokDay;
}

const atOnce = 500;

/** The running petitions of an agency whose day moves under `calendar`, counted anew by what happened to each. */
export async function listDueMoves(
  tx: Tx,
  agencyId: string,
  calendar: AgencyCalendar,
): Promise<readonly DueMove[]> {
  const definitions = definitionsOf(tx, agencyId);
  const moves: DueMove[] = [];
  for (let after: string | null = null; ;) {
    const page: readonly KeptPetition[] = await listRunning(tx, agencyId, after, atOnce);
    const events = await listClockEvents(
      tx,
      agencyId,
      page.map(({ id }) => id),
    );
    for (const petition of page) {
      const definition = await definitions(petition);
      const due = dueFrom(calendar, definition, petition.deemedReceivedAt, events.get(petition.id) ?? []);
      const from = petition.dueDay;
      if (from === null || due?.kind !== "running" || due.dueDay === from) continue;
      moves.push({ petition, from, to: due.dueDay });
    }
    after = page.at(-1)?.id ?? null;
    if (page.length < atOnce) return moves;
  }
}

/** The definitions petitions were filed under, each read once. */
export function definitionsOf(
  tx: Tx,
  agencyId: string,
): (of: Pick<KeptPetition, "serviceId" | "serviceVersion">) => Promise<ServiceDefinition> {
  const read = new Map<string, ServiceDefinition>();
  return async ({ serviceId, serviceVersion }) => {
    const key = `${serviceId} ${serviceVersion}`;
    const known = read.get(key) ?? (await findVersion(tx, agencyId, serviceId, serviceVersion))?.definition;
    if (!known) throw new Error("a petition of a version that is not there");
    read.set(key, known);
    return known;
  };
}

import type { Wording } from "../../forms/field.ts";
import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn } from "../../kernel/keyset.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { addWorkingDays, type AgencyCalendar } from "../agency-calendar.ts";
import { daysLeftTo, type DaysLeft } from "../deadline.ts";
import { findOfficers } from "../desk/officers.ts";
import { findReach } from "../desk/reach.ts";
import type { Officer } from "../officers.ts";
import { petitionsAPage, soonWorkingDays, type OpenView, type QueuePlace } from "../queue.ts";
import type { PetitionContent } from "../petition-content.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import type { QueueQuery } from "../queue-query.ts";
import { findCalendar } from "../store/calendar.ts";
import { listViews, type SavedView } from "../store/petition-view.ts";
import { countQueues, listQueue, queuePlaceOf, type QueueLine } from "../store/queue.ts";
import { listContents } from "../store/petition.ts";
import { listDefinitions, versionKey } from "../store/service.ts";
import { tellingAnswer } from "../telling-answer.ts";
import { listServiceNames, type NamedService } from "../store/service-names.ts";
import { listUnits, type KeptUnit } from "../store/unit.ts";

/** A line of the queue as the page shows it. */
export interface SeenLine extends QueueLine {
  readonly service: Wording | null;
  /** What was chosen first of what is about a place. */
  readonly telling: Wording | null;
  readonly unit: KeptUnit | null;
  readonly officer: string | null;
  /** Up to the day due; null: no day, or the clock stands, or it is completed. */
  readonly left: DaysLeft | null;
}

export interface SeenQueue {
  readonly lines: readonly SeenLine[];
  /** Where the pages beside this one lie; null: there is none. */
  readonly previous: QueuePlace | null;
  readonly next: QueuePlace | null;
  readonly counts: Readonly<Record<OpenView, number>>;
  /** False: they work in no unit, so that nothing is their unit's. */
  readonly isInUnit: boolean;
  readonly services: readonly NamedService[];
  readonly units: readonly KeptUnit[];
  readonly officers: readonly Officer[];
  readonly saved: readonly SavedView[];
  readonly today: BangkokDay;
}

/**
 * A page of the officer's queue within their reach; any page costs the same. Lines tell of the petition alone, of what is
 * about a place also what was chosen first (`tellingAnswer`), so nobody is looked at: the person shows once a petition is
 * opened.
 */
export async function seeQueue(
  ports: Ports,
  actor: Staff,
  input: QueueQuery & { readonly turn: Turn<QueuePlace> | null },
): Promise<SeenQueue> {
  const { turn, order } = input;
  const { agencyId, staffId } = actor;
  const today = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const calendar = await findCalendar(tx, agencyId, today);
    const soonUntil = addWorkingDays(calendar, today, soonWorkingDays);
    const of = { agencyId, staffId, ...(await findReach(tx, actor)), today, soonUntil };
    const found = await listQueue(tx, of, { ...input, limit: petitionsAPage + 1 });
    const { rows, previous, next } = turnedPage(found, { turn, size: petitionsAPage }, queuePlaceOf(order));
    const beside = await findBeside(ports, tx, agencyId);
    const told = await findTold(ports, tx, agencyId, rows);
    return {
      lines: rows.map((line) => seenLine(line, beside, told, calendar, today)),
      previous,
      next,
      counts: await countQueues(tx, of),
      isInUnit: of.unitIds.length > 0,
      saved: await listViews(tx, actor),
      today,
      ...beside,
    };
  });
}

type Beside = Pick<SeenQueue, "services" | "units" | "officers">;

async function findBeside(ports: Ports, tx: Tx, agencyId: string): Promise<Beside> {
  return {
    services: await listServiceNames(tx, agencyId),
    units: await listUnits(tx, agencyId),
    officers: await findOfficers(ports, tx, agencyId),
  };
}

/** What lines are told from: the services as they began with them, and of what is about a place what was answered. */
interface Told {
  readonly definitions: ReadonlyMap<string, ServiceDefinition>;
  readonly contents: ReadonlyMap<string, PetitionContent>;
}

async function findTold(ports: Ports, tx: Tx, agencyId: string, lines: readonly QueueLine[]): Promise<Told> {
  const definitions = await listDefinitions(tx, agencyId, lines);
  const placed = lines.filter((line) => definitions.get(versionKey(line))?.isPlaceBased === true);
  const contents = await listContents(
    ports,
    tx,
    agencyId,
    placed.map(({ id }) => id),
  );
  return { definitions, contents };
}

function seenLine(
  line: QueueLine,
  { services, units, officers }: Beside,
  told: Told,
  calendar: AgencyCalendar,
  today: BangkokDay,
): SeenLine {
  const { dueDay, status } = line;
  const definition = told.definitions.get(versionKey(line));
  const unit = definition?.promised?.unit ?? "working";
  const content = told.contents.get(line.id);
  const received = bangkokDay(line.deemedReceivedAt);
  const from = today > received ? today : received;
  return {
    ...line,
    service: services.find(({ id }) => id === line.serviceId)?.name ?? null,
    unit: units.find(({ id }) => id === line.unitId) ?? null,
    officer: officers.find(({ staffId }) => staffId === line.officerId)?.name ?? null,
    telling: definition && content ? tellingAnswer(definition, content.answers) : null,
    left: dueDay === null || status === "completed" ? null : daysLeftTo(calendar, unit, from, dueDay),
  };
}

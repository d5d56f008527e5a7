import type { Sql } from "postgres";
import type { PersonFacts } from "../../server/identity/store/person.ts";
import { ensurePerson } from "../../server/identity/store/person.ts";
import { completeCitizenId, type CitizenId } from "../../server/kernel/citizen-id.ts";
import type { PersonName } from "../../server/kernel/person-name.ts";
import { bangkokDay, endOfBangkokDay } from "../../server/kernel/thai-date.ts";
import type { Ports } from "../../server/ports.ts";
import type { ServiceCodeStatus } from "../../server/visits/service-code.ts";
import type { VisitContact } from "../../server/visits/visit-draft.ts";
import { sealContact } from "../../server/visits/store.ts";
import type { AskingWay, VisitStatus } from "../../server/visits/visit.ts";

/** Somebody the system has met, with a number of their own. */
export interface LaidPerson {
  readonly id: string;
  readonly citizenId: CitizenId;
  readonly dataKey: Uint8Array;
}

let people = 0;
let codes = 0;

/** Keeps a synthetic person; `more` says what is known of them. */
export async function layPerson(ports: Ports, more: Partial<PersonFacts> = {}): Promise<LaidPerson> {
  people += 1;
  const facts: PersonFacts = {
    citizenId: completeCitizenId(`2${String(10_000_000_000 + people)}`),
    firstName: "สมหญิง" as PersonName,
    lastName: "ใจดี" as PersonName,
    birth: { yearBe: 2512, month: 3, day: null },
    ...more,
  };
  const made = { id: ports.random.uuid(), facts, assurance: "card_checked", now: ports.clock.now() } as const;
  const kept = await ports.db.as({ kind: "gate" }, (tx) => ensurePerson(ports, tx, made));
  return { id: kept.id, citizenId: facts.citizenId, dataKey: kept.dataKey };
}

export interface LaidVisit {
  readonly agencyId: string;
  readonly person: LaidPerson;
  readonly at: Date;
  readonly services?: readonly string[];
  readonly visitStatus?: VisitStatus;
  readonly codeStatus?: ServiceCodeStatus;
  readonly way?: AskingWay;
  readonly hn?: string | null;
  readonly contact?: VisitContact | null;
  readonly madeBy?: string | null;
  readonly cancelReason?: string | null;
}

/** A visit straight into the tables: confirmed with a code a service, or a draft with its services ticked. */
export async function layVisit(
  ports: Ports,
  all: Sql,
  laid: LaidVisit,
): Promise<{
  readonly visitId: string;
  readonly codeIds: readonly string[];
  readonly codes: readonly string[];
}> {
  const { agencyId, person, at, services = ["PG0060001"], visitStatus = "confirmed", way = "line_qr" } = laid;
  const visitId = ports.random.uuid();
  const day = bangkokDay(at);
  const sealed = laid.contact ? sealContact(ports, person.dataKey, visitId, laid.contact) : null;
  const made: { id: string; code: string }[] = [];
  await all.begin(async (sql) => {
    await sql`insert into visit (person_id, id, agency_id, day, status, way, asked_by, made_at, hn, sealed, made_by)
      values (${person.id}, ${visitId}, ${agencyId}, ${day}, ${visitStatus}, ${way}, ${person.id}, ${at},
        ${laid.hn ?? null}, ${sealed}, ${laid.madeBy ?? null})`;
    for (const service of services) {
      if (visitStatus !== "confirmed") {
        await sql`insert into visit_service (person_id, visit_id, agency_id, service_type)
          values (${person.id}, ${visitId}, ${agencyId}, ${service})`;
        continue;
      }
      codes += 1;
      const code = { id: ports.random.uuid(), code: `PP${String(codes).padStart(10, "0")}` };
      made.push(code);
      const status = laid.codeStatus ?? "issued";
      await sql`insert into service_code (person_id, id, visit_id, agency_id, service_type, day, code, status,
          asked_by, request_key, issued_at, expires_at, cancelled_at, cancelled_by, cancel_reason)
        values (${person.id}, ${code.id}, ${visitId}, ${agencyId}, ${service}, ${day}, ${code.code}, ${status},
          ${person.id}, ${code.id}, ${at}, ${endOfBangkokDay(day)}, ${status === "cancelled" ? at : null},
          ${status === "cancelled" ? person.id : null}, ${laid.cancelReason ?? null})`;
    }
  });
  return { visitId, codeIds: made.map(({ id }) => id), codes: made.map(({ code }) => code) };
}

import { staff, staffLink } from "../../db/schema/index.ts";
import { staffLinkMinutes, type StaffLinkPurpose } from "../../server/agencies/staff-link.ts";
import type { StaffFacts, StaffState } from "../../server/agencies/staff.ts";
import type { StaffLevel } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import type postgres from "postgres";

const tester = { kind: "system", job: "test" } as const;
let made = 0;

export interface BareStaff {
  readonly agencyId: string;
  readonly email: string;
  readonly level: StaffLevel;
  readonly state: StaffState;
  readonly firstName: string;
  readonly lastName: string;
}

/** An account in the console as it stands once it was granted: no password, no sign-in. Answers its id. */
export async function bareStaff(
  ports: Ports,
  more: Partial<BareStaff> & { agencyId: string },
): Promise<string> {
  made += 1;
  const { level = "clerk", state = "invited", agencyId } = more;
  const id = ports.random.uuid();
  const dataKey = ports.vault.newDataKey();
  const facts = factsOf(more);
  await ports.db.as(tester, (tx) =>
    tx.insert(staff).values({
      id,
      agencyId,
      registrarId: ports.random.uuid(),
      level,
      state,
      username: `staff${made}`,
      dataKey,
      sealed: ports.vault.seal(dataKey, { table: "staff", rowId: id }, facts),
      citizenIndex: ports.random.bytes(32),
      emailIndex: ports.random.bytes(32),
      madeAt: ports.clock.now(),
    }),
  );
  return id;
}

/** A link to that account, as it is queued for its mail. Answers its id. */
export async function bareStaffLink(
  ports: Ports,
  staffId: string,
  purpose: StaffLinkPurpose,
): Promise<string> {
  const id = ports.random.uuid();
  const madeAt = ports.clock.now();
  const expiresAt = new Date(madeAt.getTime() + staffLinkMinutes[purpose] * 60_000);
  await ports.db.as(tester, (tx) => tx.insert(staffLink).values({ id, staffId, purpose, madeAt, expiresAt }));
  return id;
}

/** Somebody whom an agency asked access for, and who was refused for that reason. Answers the person's id. */
export async function refusedApplicant(
  ports: Ports,
  all: postgres.Sql,
  more: Partial<BareStaff> & { agencyId: string; reason: string },
): Promise<string> {
  const [requestId, id, registrarId] = [ports.random.uuid(), ports.random.uuid(), ports.random.uuid()];
  const dataKey = ports.vault.newDataKey();
  const sealed = ports.vault.seal(dataKey, { table: "access_person", rowId: id }, factsOf(more));
  const now = ports.clock.now().toISOString();
  const bytes = Buffer.from;
  await all`insert into access_request
      (agency_id, id, registrar_id, state, data_key, sealed, made_by, made_at, sent_at, request_key)
    values (${more.agencyId}, ${requestId}, ${registrarId}, 'decided', ${bytes(dataKey)}, ${bytes(dataKey)},
      ${ports.random.uuid()}, ${now}, ${now}, ${ports.random.uuid()})`;
  await all`insert into access_person
      (agency_id, registrar_id, id, request_id, change, level, sealed, decision, reason, decided_at)
    values (${more.agencyId}, ${registrarId}, ${id}, ${requestId}, 'join', 'clerk', ${bytes(sealed)}, 'refused',
      ${more.reason}, ${now})`;
  return id;
}

function factsOf({ firstName = "มานี", lastName = "ชูใจ", email }: Partial<BareStaff>): StaffFacts {
  return {
    citizenId: "1101600000018",
    firstName,
    lastName,
    workPhone: "020000001",
    mobile: "0810000001",
    email: email ?? `staff${made}@clinic.example`,
  };
}

import { fullName } from "../../identity/full-name.ts";
import { listExportedPeople, type ExportedPerson } from "../../identity/store/exported-people.ts";
import type { Staff } from "../../kernel/actor.ts";
import { nationalPhone } from "../../kernel/phone.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ClaimRow } from "../claim-sheet.ts";
import { nameRecorders, unnamedStaff } from "./recorders.ts";
import { openContact, type ClaimLine, type Facility } from "../store.ts";

/** What one export remembers from batch to batch: people come back, staff names always. */
export interface ClaimMemory {
  readonly people: Map<string, ExportedPerson>;
  readonly staff: Map<string, string>;
}

const rememberedPeople = 4_000;

/** A memory with nothing in it. */
export function newClaimMemory(): ClaimMemory {
  return { people: new Map(), staff: new Map() };
}

/** Makes rows of the report out of lines: opens their people under the export's look, names who recorded. */
export async function makeClaimRows(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  staff: Staff,
  made: { readonly lookId: string; readonly facility: Facility; readonly memory: ClaimMemory },
  lines: readonly ClaimLine[],
): Promise<readonly ClaimRow[]> {
  const { lookId, facility, memory } = made;
  await remember(ports, tx, staff, lookId, memory, lines);
  return lines.map((line) => {
    const person = memory.people.get(line.personId);
    if (!person) throw new Error("a visit's person is not among those of the export");
    return rowOf(ports, facility, memory, line, person);
  });
}

async function remember(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  staff: Staff,
  lookId: string,
  { people, staff: names }: ClaimMemory,
  lines: readonly ClaimLine[],
): Promise<void> {
  if (people.size > rememberedPeople) people.clear();
  const unknown = [...new Set(lines.map(({ personId }) => personId))].filter((id) => !people.has(id));
  for (const person of await listExportedPeople(ports, tx, staff.agencyId, lookId, unknown)) {
    people.set(person.id, person);
  }
  const recorders = lines.flatMap(({ madeBy, changedBy, codeCancelledBy }) => [
    madeBy,
    changedBy,
    codeCancelledBy,
  ]);
  const unnamed = recorders.filter((id) => id !== null && !names.has(id) && !people.has(id));
  for (const [id, name] of await nameRecorders(ports, tx, unnamed)) names.set(id, name);
}

function rowOf(
  ports: Pick<Ports, "vault">,
  facility: Facility,
  memory: ClaimMemory,
  line: ClaimLine,
  person: ExportedPerson,
): ClaimRow {
  const contact = openContact(ports, person.dataKey, { id: line.visitId, sealed: line.sealed });
  const phone = contact?.mobile ?? person.phone;
  const { code, codeStatus } = line;
  return {
    hcode: facility.hcode,
    facilityName: facility.nameTh,
    citizenId: person.citizenId,
    name: fullName(person),
    birth: person.birth,
    phones: [...(phone === null ? [] : [nationalPhone(phone)]), ...(contact?.telephones ?? [])],
    mainRight: contact?.mainRight ?? null,
    subRight: contact?.subRight ?? null,
    visitId: line.visitId,
    code: code === null || codeStatus === null ? null : { code, status: codeStatus },
    service: { kind: line.serviceKind, code: line.service, nameTh: line.serviceTh },
    hn: line.hn,
    an: line.an,
    day: line.day,
    cameAt: moment(line.cameAt),
    recordedAt: new Date(line.issuedAt ?? line.madeAt),
    visitStatus: line.visitStatus,
    way: line.way,
    recordedBy: staffName(memory, line.madeBy),
    changed: changeOf(memory, line),
    cancelReason: line.cancelReason,
  };
}

/** The last change: of the code, when that was cancelled; else of the draft. Confirming is none. */
function changeOf(memory: ClaimMemory, line: ClaimLine): ClaimRow["changed"] {
  if (line.codeCancelledAt !== null) {
    return { at: new Date(line.codeCancelledAt), by: staffName(memory, line.codeCancelledBy) };
  }
  if (line.changedAt === null || line.visitStatus === "confirmed") return null;
  return { at: new Date(line.changedAt), by: staffName(memory, line.changedBy) };
}

/** The name of a member of staff; null: it was the citizen. */
function staffName({ staff, people }: ClaimMemory, id: string | null): string | null {
  return id === null || people.has(id) ? null : (staff.get(id) ?? unnamedStaff);
}

function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

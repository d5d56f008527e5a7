import type { Staff } from "../../kernel/actor.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  readAccessRequest,
  type ReadRequest,
  type RequestFault,
  type RequestFaults,
  type TypedRequest,
} from "../access-form.ts";
import { levelsOfAgency } from "../role.ts";
import { lockAccountOf } from "../store/new-account.ts";
import { listMembersById } from "../store/member.ts";

/**
 * Reads a request and holds it against the agency's accounts: who leaves must still have one there, and who comes must
 * not work there already, unless that very right ends with the request.
 */
export async function checkRequest(
  ports: Ports,
  tx: Tx,
  { agencyId }: Staff,
  typed: TypedRequest,
): Promise<Result<ReadRequest, RequestFaults>> {
  const read = readAccessRequest(typed, levelsOfAgency.facility, bangkokDay(ports.clock.now()));
  if (!read.ok) return read;
  const faults: RequestFault[] = [];
  const leaving = await listMembersById(ports, tx, typed.leaving);
  if (
    leaving.filter((each) => each.agencyId === agencyId && each.state !== "ended").length <
    typed.leaving.length
  )
    faults.push({ at: "leaving", refusal: { kind: "leaver_gone" } });
  for (const { facts } of read.value.joining) {
    const kept = await lockAccountOf(ports, tx, agencyId, facts.citizenId);
    if (kept?.state !== "active" || typed.leaving.includes(kept.id)) continue;
    const fault = { field: "citizenId", refusal: { kind: "person_has_access" } } as const;
    faults.push({ at: "joining", row: rowOf(typed, facts.citizenId), fault });
  }
  return faults.length > 0 ? refuse({ kind: "request_faults", faults }) : read;
}

function rowOf({ joining }: TypedRequest, citizenId: string): number {
  return joining.findIndex((joiner) => {
    const typed = parseCitizenId(joiner.citizenId);
    return typed.ok && typed.value === citizenId;
  });
}

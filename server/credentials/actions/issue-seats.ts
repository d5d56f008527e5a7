import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { keepSeats } from "../desk/keep-seats.ts";
import type { SeatRight } from "../seat.ts";
import { saysConstraint } from "../store/constraint.ts";
import { listSeatsOfAgency, listTakenCodes } from "../store/seat.ts";
import { parseUserCode, rightOfCode, type UserCode, type UserCodeRefusal } from "../user-code.ts";

/** A code as it is to be issued; a right that its characters do not name is chosen by hand. */
export interface AskedSeat {
  readonly code: string;
  /** Null: as the code says. */
  readonly right: SeatRight | null;
}

export type IssueRefusal =
  | UserCodeRefusal
  /** There is no such local government, or another central office looks after its seats. */
  | { readonly kind: "agency_not_found" }
  | { readonly kind: "no_codes" }
  | { readonly kind: "code_twice"; readonly code: UserCode }
  /** Its characters 12 and 13 name another right, on which the separation of approvers hangs. */
  | { readonly kind: "right_other"; readonly code: UserCode }
  /** Issued already: by this agency's own seat, or somebody else's. */
  | { readonly kind: "codes_taken"; readonly codes: readonly UserCode[] };

/**
 * Issues seats to an agency, each under a user code of its own (flows T1). All or none: refuses codes of another shape,
 * one named twice, codes that are issued already, to whomever, and an agency of another central office.
 */
export async function issueSeats(
  ports: Ports,
  actor: Staff | SystemActor,
  input: {
    /** The central office that issues: the actor's own. */
    readonly issuerId: string;
    readonly agencyId: string;
    readonly seats: readonly AskedSeat[];
  },
): Promise<Result<{ readonly seatIds: readonly string[] }, IssueRefusal>> {
  const read = readAsked(input.seats);
  if (!read.ok) return read;
  const seats = read.value.map((each) => ({ ...each, id: ports.random.uuid() }));
  const work = ports.db.as({ kind: "gate" }, async (tx) => {
    const place = await findAgencyPlace(tx, input.agencyId);
    if (place?.kind !== "local_government") return refuse({ kind: "agency_not_found" });
    const [first] = await listSeatsOfAgency(tx, input.agencyId);
    if (first && first.issuerId !== input.issuerId) return refuse({ kind: "agency_not_found" });
    const codes = seats.map(({ userCode }) => userCode);
    const taken = await listTakenCodes(tx, codes);
    if (taken.length > 0)
      return refuse({ kind: "codes_taken", codes: taken.map(({ userCode }) => userCode) });
    const { agencyId, issuerId } = input;
    const issued = seats.map((each) => ({ ...each, agencyId, issuerId }));
    await keepSeats(ports, tx, actor, issued);
    return ok({ seatIds: seats.map(({ id }) => id) });
  });
  return work.catch((fault: unknown) => {
    if (!saysConstraint(fault, "seat_user_code")) throw fault;
    return refuse({ kind: "codes_taken", codes: seats.map(({ userCode }) => userCode) });
  });
}

interface ReadSeat {
  readonly userCode: UserCode;
  readonly right: SeatRight;
}

function readAsked(asked: readonly AskedSeat[]): Result<readonly ReadSeat[], IssueRefusal> {
  if (asked.length === 0) return refuse({ kind: "no_codes" });
  const seats: ReadSeat[] = [];
  for (const { code, right } of asked) {
    const userCode = parseUserCode(code);
    if (!userCode.ok) return userCode;
    if (seats.some((each) => each.userCode === userCode.value))
      return refuse({ kind: "code_twice", code: userCode.value });
    const named = rightOfCode(userCode.value);
    if (right !== null && named !== "other" && right !== named)
      return refuse({ kind: "right_other", code: userCode.value });
    seats.push({ userCode: userCode.value, right: right ?? named });
  }
  return ok(seats);
}

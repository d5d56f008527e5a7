import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { agency, holderEmail, person, seat, seatHolding } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { SeatRight } from "../seat.ts";

/** An agency that seats may be issued to. */
export interface NamedAgency {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** Every local government, a few thousand, by what it is called. */
export async function listTowns(tx: Tx): Promise<readonly NamedAgency[]> {
  return tx
    .select({ id: agency.id, nameTh: agency.nameTh, nameEn: agency.nameEn })
    .from(agency)
    .where(eq(agency.kind, "local_government"));
}

/** Which agencies have seats, whose office issued them, and the eleven characters their codes begin with. Runs as the gate. */
export async function listCodeBeginnings(
  tx: Tx,
): Promise<readonly { readonly agencyId: string; readonly issuerId: string; readonly beginning: string }[]> {
  return tx
    .selectDistinct({
      agencyId: seat.agencyId,
      issuerId: seat.issuerId,
      beginning: sql<string>`left(${seat.userCode}, 11)`,
    })
    .from(seat);
}

/** Who is named to these seats or in them, deputies aside. Runs as the gate. */
export async function listHoldersOfSeats(
  tx: Tx,
  seatIds: readonly string[],
): Promise<readonly { readonly seatId: string; readonly personId: string }[]> {
  return tx
    .select({ seatId: seatHolding.seatId, personId: seatHolding.personId })
    .from(seatHolding)
    .where(
      and(
        inArray(seatHolding.seatId, [...seatIds]),
        eq(seatHolding.part, "holder"),
        ne(seatHolding.state, "ended"),
      ),
    );
}

/** Whoever is known by these blind indexes of citizen ids. Runs as the gate. */
export async function listKnownPeople(
  tx: Tx,
  indexes: readonly Uint8Array[],
): Promise<readonly { readonly id: string; readonly citizenIndex: Uint8Array }[]> {
  return tx
    .select({ id: person.id, citizenIndex: person.citizenIndex })
    .from(person)
    .where(inArray(person.citizenIndex, [...indexes]));
}

/** Where these people are named or live, at any agency. Runs as the gate. */
export async function listRightsOfPeople(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly { readonly agencyId: string; readonly personId: string; readonly right: SeatRight }[]> {
  const found = await tx
    .select({ agencyId: seatHolding.agencyId, personId: seatHolding.personId, right: seatHolding.right })
    .from(seatHolding)
    .where(and(inArray(seatHolding.personId, [...personIds]), ne(seatHolding.state, "ended")));
  return found.map((row) => ({ ...row, right: row.right as SeatRight }));
}

/** Whose these proven addresses are, by blind index. Runs as the gate. */
export async function listOwnersOfEmails(
  tx: Tx,
  indexes: readonly Uint8Array[],
): Promise<readonly { readonly emailIndex: Uint8Array; readonly personId: string }[]> {
  return tx
    .select({ emailIndex: holderEmail.emailIndex, personId: holderEmail.personId })
    .from(holderEmail)
    .where(inArray(holderEmail.emailIndex, [...indexes]));
}

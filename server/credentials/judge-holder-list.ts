import type { HolderFault, HolderFaultKind } from "./holder-list-fault.ts";
import type { HolderListRow, ListedHolder } from "./holder-list.ts";
import { sideOf, type ApprovingSide, type SeatRight } from "./seat.ts";

/** What is known already of the agencies, seats and people that a list names. */
export interface KnownHolders {
  /** Agencies called so, or whose codes begin with these eleven characters. */
  agenciesOf(text: string): readonly string[];
  /** The central office that issued an agency's seats; null: nobody did yet. */
  issuerOf(agencyId: string): string | null;
  seatOf(userCode: string): KnownSeat | null;
  /** The person of a citizen id; null: nobody met them. */
  personOf(citizenId: string): string | null;
  /** Rights somebody has at an agency, named or live. */
  rightsOf(agencyId: string, personId: string): readonly SeatRight[];
  /** Whose address it proved to be; null: nobody's. */
  ownerOf(email: string): string | null;
}

export interface KnownSeat {
  readonly agencyId: string;
  /** Whoever is named to it or holds it, deputies aside. */
  readonly holderIds: readonly string[];
}

/** A row with its agency found; `agencyId` null: it is faulty. */
export interface JudgedHolder extends HolderListRow {
  readonly agencyId: string | null;
}

/**
 * Judges the rows of a list beside each other and beside what is known: of two rows that stand against each other the
 * later one is faulty. `issuerId`: the central office that brings the list.
 */
export function judgeHolderList(
  rows: readonly HolderListRow[],
  known: KnownHolders,
  issuerId: string,
): readonly JudgedHolder[] {
  const earlier = new Earlier();
  return rows.map((row) => {
    if (row.read === null) return { ...row, faults: withAgency(row, known, issuerId), agencyId: null };
    const { agencyId, fault } = findAgency(row.read, known, issuerId);
    const faults = fault ? [fault] : [];
    if (agencyId !== null) faults.push(...againstKnown(row.read, agencyId, known));
    faults.push(...earlier.against(row.read, agencyId));
    if (faults.length > 0 || agencyId === null) return { ...row, faults, agencyId: null };
    earlier.add(row.read, agencyId);
    return { ...row, agencyId };
  });
}

/** A row that could not be read is told of its agency all the same, so that it is mended in one go. */
function withAgency({ typed, faults }: HolderListRow, known: KnownHolders, issuerId: string) {
  const { fault } = typed.agency === "" ? {} : findAgency(typed, known, issuerId);
  return fault ? [fault, ...faults] : faults;
}

function findAgency(
  { agency }: Pick<ListedHolder, "agency">,
  known: KnownHolders,
  issuerId: string,
): { readonly agencyId: string | null; readonly fault?: HolderFault } {
  const fault = (kind: HolderFaultKind) => ({ agencyId: null, fault: { column: "agency", kind } as const });
  const [first, ...others] = known.agenciesOf(agency);
  if (first === undefined) return fault("agency_unknown");
  if (others.length > 0) return fault("agency_several");
  const issuer = known.issuerOf(first);
  return issuer === null || issuer === issuerId ? { agencyId: first } : fault("agency_foreign");
}

function againstKnown(holder: ListedHolder, agencyId: string, known: KnownHolders): HolderFault[] {
  const faults: HolderFault[] = [];
  const personId = known.personOf(holder.facts.citizenId);
  const seat = known.seatOf(holder.userCode);
  if (seat && seat.agencyId !== agencyId) faults.push({ column: "userCode", kind: "code_taken" });
  else if (personId !== null && seat?.holderIds.includes(personId))
    faults.push({ column: "citizenId", kind: "person_named" });
  else if (seat && seat.holderIds.length > 0) faults.push({ column: "userCode", kind: "seat_occupied" });
  const rights = personId === null ? [] : known.rightsOf(agencyId, personId);
  if (rights.some((right) => standsAgainst(sideOf(right), holder.right)))
    faults.push({ column: "citizenId", kind: "both_approvals" });
  const owner = holder.facts.email === null ? null : known.ownerOf(holder.facts.email);
  if (owner !== null && owner !== personId) faults.push({ column: "email", kind: "email_taken" });
  return faults;
}

function standsAgainst(side: ApprovingSide | null | undefined, right: SeatRight): boolean {
  const own = sideOf(right);
  return own !== null && side !== null && side !== undefined && side !== own;
}

/** What the sound rows before a row say. */
class Earlier {
  readonly #codes = new Set<string>();
  readonly #serials = new Set<string>();
  readonly #emails = new Map<string, string>();
  readonly #sides = new Map<string, ApprovingSide>();

  against({ userCode, right, facts, device }: ListedHolder, agencyId: string | null): HolderFault[] {
    const faults: HolderFault[] = [];
    const of = facts.email === null ? undefined : this.#emails.get(facts.email);
    if (this.#codes.has(userCode)) faults.push({ column: "userCode", kind: "code_twice" });
    if (of !== undefined && of !== facts.citizenId) faults.push({ column: "email", kind: "email_twice" });
    if (device.serial !== null && this.#serials.has(device.serial))
      faults.push({ column: "device", kind: "serial_twice" });
    if (standsAgainst(this.#sides.get(`${agencyId ?? ""}/${facts.citizenId}`), right))
      faults.push({ column: "citizenId", kind: "both_approvals" });
    return faults;
  }

  add({ userCode, right, facts, device }: ListedHolder, agencyId: string): void {
    this.#codes.add(userCode);
    if (device.serial !== null) this.#serials.add(device.serial);
    if (facts.email !== null) this.#emails.set(facts.email, facts.citizenId);
    const side = sideOf(right);
    if (side !== null) this.#sides.set(`${agencyId}/${facts.citizenId}`, side);
  }
}

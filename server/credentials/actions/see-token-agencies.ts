import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { seatSeen, type SeatSeen } from "../seat-view.ts";
import { listHeldBefore, listSeatPeople } from "../store/seat-people.ts";
import { listCodesBeginning, listSeatsOfAgency } from "../store/seat.ts";
import { listTokenAgencies } from "../store/token-agency.ts";
import type { TokenAgency } from "../token-agency.ts";
import {
  agencyPartLength,
  nextCodes,
  type SeatCounts,
  type UserCode,
  type UserCodeRefusal,
} from "../user-code.ts";

export const tokenAgenciesAPage = 20;
const longestSearch = 100;

/** A page of the local governments by name, with the seats that the actor's office issued to them. */
export async function seeTokenAgencies(
  ports: Ports,
  actor: Staff,
  { search, turn }: { readonly search: string; readonly turn: Turn<string> | null },
): Promise<TurnedPage<TokenAgency, string>> {
  const size = tokenAgenciesAPage;
  const asked = { search: search.trim().slice(0, longestSearch), turn, limit: size + 1 };
  const found = await ports.db.as(actor, (tx) => listTokenAgencies(tx, asked));
  return turnedPage(found, { turn, size }, ({ id }) => id);
}

/** An agency as the central office sees it. */
export interface TokenAgencySeen {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly seats: readonly SeatSeen[];
  /** The eleven characters its codes begin with; empty: none was issued yet. */
  readonly agencyPart: string;
}

type NotFound = { readonly kind: "agency_not_found" };

/** One local government with its seats. Refuses what is none, and one whose seats another office issued, as not found. */
export async function seeTokenAgency(
  ports: Ports,
  actor: Staff,
  { agencyId }: { readonly agencyId: string },
): Promise<Result<TokenAgencySeen, NotFound>> {
  if (!isUuid(agencyId) || !(await isOwn(ports, actor, agencyId)))
    return refuse({ kind: "agency_not_found" });
  return ports.db.as(actor, async (tx) => {
    const place = await findAgencyPlace(tx, agencyId);
    if (place?.kind !== "local_government") return refuse({ kind: "agency_not_found" });
    const kept = await listSeatsOfAgency(tx, agencyId);
    const ids = kept.map(({ id }) => id);
    const [people, held] = [await listSeatPeople(ports, tx, ids), await listHeldBefore(tx, ids)];
    const usual = kept.find(({ right }) => right !== "other");
    return ok({
      id: place.id,
      nameTh: place.nameTh,
      nameEn: place.nameEn,
      seats: kept.map((seat) => seatSeen(seat, people, held.has(seat.id))),
      agencyPart: usual?.userCode.slice(0, agencyPartLength) ?? "",
    });
  });
}

/** False for an agency whose seats another office issued; the gate sees all seats. */
async function isOwn(ports: Ports, actor: Staff, agencyId: string): Promise<boolean> {
  const [first] = await ports.db.as({ kind: "gate" }, (tx) => listSeatsOfAgency(tx, agencyId));
  return first === undefined || first.issuerId === actor.agencyId;
}

/**
 * The codes of the next seats of an agency by the rule, to be looked at before they are issued; codes that anybody has
 * are passed over. Refuses characters that begin no code.
 */
export async function planCodes(
  ports: Ports,
  input: { readonly agencyPart: string; readonly counts: SeatCounts },
): Promise<Result<readonly UserCode[], UserCodeRefusal>> {
  const beginning = input.agencyPart.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  if (beginning === "") return refuse({ kind: "user_code_empty" });
  if (beginning.length !== agencyPartLength) return refuse({ kind: "user_code_shape" });
  const taken = await ports.db.as({ kind: "gate" }, (tx) => listCodesBeginning(tx, beginning));
  return nextCodes(beginning, input.counts, taken);
}

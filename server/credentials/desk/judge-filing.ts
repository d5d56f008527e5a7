import type { Email } from "../../kernel/email.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { FileRequestRefusal } from "../request-refusal.ts";
import { casesOf, changesHolder, fitsHolding, type Requester, type ServiceCase } from "../service-request.ts";
import { findEmailOwner } from "../store/holder-email.ts";
import { listHoldingsOfSeat, lockHolding, type KeptHolding } from "../store/holding.ts";
import { findLastLostPhone } from "../store/lost-phone.ts";
import { findRequestOfKey, findWaiting, saveRequest } from "../store/service-request.ts";
import { hasLiveKey } from "../store/soft-token.ts";
import type { ReadRequest } from "../typed-request.ts";

export interface FilingFor {
  readonly requester: Requester;
  /** The seat and, of whoever asks for themselves, their own time in it; else the part it is about. */
  readonly of:
    | { readonly seatId: string; readonly holdingId: string }
    | { readonly seatId: string; readonly part: KeptHolding["part"] };
  /** Only seats of it may be asked for; null: the caller looked. */
  readonly agencyId: string | null;
  readonly issuerId: string | null;
}

/** What a request that can be filed is about. */
export interface Fitting {
  /** The time in the seat, locked; for a change of holder the one that ends. */
  readonly holding: KeptHolding;
  readonly successor: KeptHolding | null;
  /** Whose name and number stand on it. */
  readonly about: KeptHolding;
}

/**
 * Judges whether a request can be filed: the seat is theirs to ask for, the time in it fits the case, a lost phone was
 * reported, whoever comes next was named, the new address is nobody else's, and the same does not wait already (one that
 * was withdrawn as a petition makes room). Runs as the system and locks the time in the seat.
 */
export async function judgeFiling(
  ports: Ports,
  tx: Tx,
  filing: FilingFor,
  read: ReadRequest,
  requestKey: string,
): Promise<Result<Fitting, FileRequestRefusal>> {
  const of = read.case;
  if (!casesOf(filing.requester).includes(of)) return refuse({ kind: "case_not_yours" });
  const found = await findWhom(ports, tx, filing, of);
  if (!found.ok) return found;
  const { holding, about } = found.value;
  if ((await findRequestOfKey(tx, holding.id, requestKey)) !== null) return found;
  if (!fitsHolding(of, holding.state)) return refuse({ kind: "holding_over" });
  if (of === "phone_lost" && !(await isReportedLost(ports, tx, holding.id)))
    return refuse({ kind: "lost_report_missing" });
  // Whether an address is somebody's is told to nobody but the office: a stolen password would ask it of any address.
  if (filing.requester === "office" && read.newEmail !== "") {
    const owner = await findEmailOwner(ports, tx, read.newEmail as Email);
    if (owner !== null && owner !== about.personId) return refuse({ kind: "email_taken" });
  }
  const waiting = await findWaiting(ports, tx, holding.id, of);
  if (waiting?.outcome === null) return refuse({ kind: "request_open", requestId: waiting.request.id });
  if (waiting) await saveRequest(ports, tx, waiting.request, { state: "withdrawn" });
  return found;
}

/** True while the last key of a time in a seat was stopped by the report of its loss. */
export async function isReportedLost(ports: Ports, tx: Tx, holdingId: string): Promise<boolean> {
  if (await hasLiveKey(tx, holdingId)) return false;
  return (await findLastLostPhone(ports, tx, { holdingId })) !== null;
}

async function findWhom(
  ports: Ports,
  tx: Tx,
  { of, agencyId, issuerId }: FilingFor,
  asked: ServiceCase,
): Promise<Result<Fitting, FileRequestRefusal>> {
  const inSeat = await listHoldingsOfSeat(ports, tx, of.seatId);
  const own = "holdingId" in of ? inSeat.find(({ id }) => id === of.holdingId) : null;
  const part = "part" in of ? of.part : own?.part;
  const ofPart = inSeat.filter((each) => each.part === part);
  const [live, named] = [ofPart.find(isLive), ofPart.find((each) => !isLive(each))];
  const wanted = changesHolder(asked) ? live : (own ?? live ?? named);
  const holding = wanted && (await lockHolding(ports, tx, wanted.id));
  if (!holding)
    return refuse({ kind: own === undefined && "holdingId" in of ? "holding_over" : "seat_not_found" });
  const isOthers =
    (agencyId !== null && holding.agencyId !== agencyId) ||
    (issuerId !== null && holding.issuerId !== issuerId);
  if (isOthers) return refuse({ kind: "seat_not_found" });
  if (!changesHolder(asked)) return ok({ holding, successor: null, about: holding });
  return named ? ok({ holding, successor: named, about: named }) : refuse({ kind: "successor_missing" });
}

function isLive({ state }: KeptHolding): boolean {
  return state === "live";
}

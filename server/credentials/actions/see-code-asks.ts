import { findAgencyPlace } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { decidedAskDays, type CodeAskState, type ListedCodeAsk } from "../code-ask.ts";
import {
  deleteCodeAsksBefore,
  findCodeAsk,
  listCodeAsks,
  type CodeAsksOf,
  type KeptCodeAsk,
} from "../store/code-ask.ts";
import { findHolding } from "../store/holding.ts";
import { findOrder, type KeptOrder } from "../store/seat-order.ts";
import { listCodesBeginning, listSeatsOfAgency } from "../store/seat.ts";
import { agencyPartLength, nextCodes, type UserCode } from "../user-code.ts";

export const codeAsksAPage = 25;

type Page = TurnedPage<ListedCodeAsk, MomentPlace>;

/** A page of the codes the actor's agency asked for, newest first. */
export function seeOwnCodeAsks(ports: Ports, actor: Staff, turn: Turn<MomentPlace> | null): Promise<Page> {
  return page(ports, actor, { agencyId: actor.agencyId }, turn);
}

/** A page of the codes the actor's office is asked for, in one state, those that wait longest first. */
export function seeCodeAsks(
  ports: Ports,
  actor: Staff,
  { state, turn }: { readonly state: CodeAskState; readonly turn: Turn<MomentPlace> | null },
): Promise<Page> {
  return page(ports, actor, { issuerId: actor.agencyId, state }, turn);
}

async function page(
  ports: Ports,
  actor: Staff,
  of: CodeAsksOf,
  turn: Turn<MomentPlace> | null,
): Promise<Page> {
  const size = codeAsksAPage;
  const found = await ports.db.as(actor, (tx) => listCodeAsks(tx, of, { turn, limit: size + 1 }));
  return turnedPage(found, { turn, size }, ({ madeAt, id }) => ({ at: madeAt, id }));
}

/** One that is asked for, as its page shows it to the agency's head and to the office. */
export interface SeenCodeAsk {
  readonly ask: KeptCodeAsk;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly order: Pick<KeptOrder, "id" | "number" | "dated"> | null;
  /** Issued: the seat and its code. */
  readonly seat: { readonly id: string; readonly userCode: UserCode } | null;
  /** The next code by the rule; null: the agency has none to count on from. */
  readonly proposed: UserCode | null;
}

type NotFound = { readonly kind: "code_ask_not_found" };

/** Opens one; that the office opened it is written down. Refuses another agency's and another office's as not found. */
export async function seeCodeAsk(
  ports: Ports,
  actor: Staff,
  id: string,
): Promise<Result<SeenCodeAsk, NotFound>> {
  if (!isUuid(id)) return refuse({ kind: "code_ask_not_found" });
  const seen = await ports.db.as(actor, async (tx) => {
    const ask = await findCodeAsk(ports, tx, id);
    const place = ask && (await findAgencyPlace(tx, ask.agencyId));
    if (!ask || !place) return null;
    const { agencyId } = ask;
    if (ask.issuerId === actor.agencyId)
      await record(ports, tx, { action: "code_ask.opened", actor, agencyId, subjectId: id });
    const order = ask.orderId === null ? null : await findOrder(ports, tx, agencyId, ask.orderId);
    const holding = ask.holdingId === null ? null : await findHolding(ports, tx, ask.holdingId);
    const seats = await listSeatsOfAgency(tx, agencyId);
    const { nameTh, nameEn } = place;
    const seat = holding && { id: holding.seatId, userCode: holding.userCode };
    return { ask, agency: { nameTh, nameEn }, order, seat, seats };
  });
  if (!seen) return refuse({ kind: "code_ask_not_found" });
  const { seats, ...shown } = seen;
  const usual = seats.find(({ right }) => right !== "other")?.userCode.slice(0, agencyPartLength) ?? null;
  return ok({ ...shown, proposed: usual === null ? null : await nextOf(ports, usual, shown.ask) });
}

async function nextOf(ports: Ports, agencyPart: string, { right }: KeptCodeAsk): Promise<UserCode | null> {
  const taken = await ports.db.as({ kind: "gate" }, (tx) => listCodesBeginning(tx, agencyPart));
  const counts = { recorder: 0, approver_1: 0, approver_2: 0, [right]: 1 };
  const codes = nextCodes(agencyPart, counts, taken);
  return codes.ok ? (codes.value[0] ?? null) : null;
}

const dayMs = 86_400_000;

/** Forgets those that were decided so long ago that nobody looks for the answer any more. */
export async function purgeCodeAsks(ports: Ports, actor: SystemActor): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - decidedAskDays * dayMs);
  await ports.db.as(actor, (tx) => deleteCodeAsksBefore(tx, before));
}

import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { Slip, SlipBlock } from "../slip.ts";
import { findFacility, listBlocks, listSlips, type Facility } from "../store.ts";

export const slipBlocksAPage = 20;

/** A page of the facility's blocks of slips, latest first. */
export async function seeSlipBlocks(
  ports: Ports,
  actor: Staff,
  turn: Turn<MomentPlace> | null,
): Promise<TurnedPage<SlipBlock, MomentPlace>> {
  const size = slipBlocksAPage;
  const page = { turn, limit: size + 1 };
  const found = await ports.db.as(actor, (tx) => listBlocks(tx, actor.agencyId, page));
  return turnedPage(found, { turn, size }, ({ madeAt, id }) => ({ at: madeAt, id }));
}

export interface SlipSheet {
  readonly facility: Facility;
  readonly slips: readonly Slip[];
}

/** One block of the staff's own facility, to be printed. Refuses another's as not found. */
export async function seeSlipSheet(
  ports: Ports,
  actor: Staff,
  input: { readonly blockId: string },
): Promise<Result<SlipSheet, { readonly kind: "slip_block_missing" }>> {
  if (!isUuid(input.blockId)) return refuse({ kind: "slip_block_missing" });
  return ports.db.as(actor, async (tx) => {
    const facility = await findFacility(tx, actor.agencyId);
    const slips = await listSlips(tx, actor.agencyId, input.blockId);
    return facility && slips.length > 0 ? ok({ facility, slips }) : refuse({ kind: "slip_block_missing" });
  });
}

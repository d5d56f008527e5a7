import { record } from "../../audit/store.ts";
import type { Citizen, LineUser, Visitor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { handOverState, type HandOverNumber, type HandOverState } from "../hand-over.ts";
import type { Names } from "../names.ts";
import { endHandOvers, findLatestHandOver, findWanted } from "../store.ts";

/** The number as the one who reads it out sees it. */
export interface OwnHandOver {
  readonly number: HandOverNumber;
  readonly state: HandOverState;
  readonly diesAt: Date;
  readonly facility: Names;
  readonly service: Names;
}

/** The LINE user's latest number and where it stands; null: they never asked for one, or it is long gone. */
export async function seeOwnHandOver(ports: Ports, actor: Citizen | Visitor): Promise<OwnHandOver | null> {
  return ports.db.as(visitorOf(actor), async (tx) => {
    const kept = await findLatestHandOver(tx, actor);
    const wanted = kept && (await findWanted(tx, kept.agencyId, kept.serviceType));
    if (!kept || !wanted) return null;
    const { number, diesAt } = kept;
    return { number, diesAt, state: handOverState(kept, ports.clock.now()), ...wanted };
  });
}

/** Takes a number back that waits to be read out. One that a clerk took already stays. */
export async function endOwnHandOver(ports: Ports, actor: Citizen | Visitor): Promise<void> {
  const now = ports.clock.now();
  await ports.db.as(visitorOf(actor), async (tx) => {
    const kept = await findLatestHandOver(tx, actor);
    if (!kept || handOverState(kept, now) !== "waiting") return;
    await endHandOvers(tx, actor, now);
    await record(ports, tx, {
      action: "hand_over.withdrawn",
      actor,
      agencyId: kept.agencyId,
      subjectId: kept.id,
    });
  });
}

function visitorOf({ channel, lineUserId }: LineUser): Visitor {
  return { kind: "visitor", channel, lineUserId };
}

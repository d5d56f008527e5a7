import type { Ports, Tx } from "../../ports.ts";
import { listWays } from "../store/open-notice.ts";
import { markEmailUnreachable } from "../store/unreachable-email.ts";
import { tellPerson } from "../store/tell-person.ts";
import type { ClaimedNotice } from "../store.ts";
import { isTelling, nextWay } from "../ways.ts";
import { findTelling } from "./find-telling.ts";
import { openWay, reachPerson } from "./reach-person.ts";

/** States in which a channel has told the person, or still may. */
const mayHaveArrived: readonly string[] = ["waiting", "claimed", "sent", "unknown"];

/**
 * After a channel did not get through: the next one that reaches the person, unless another tells them already. An
 * address that bounced is kept as not reachable first, and the person is told so once. Runs as the system, in the
 * transaction that settles the failed notice.
 */
export async function goAnotherWay(
  ports: Ports,
  tx: Tx,
  channel: string,
  failed: ClaimedNotice,
  { isBounced }: { readonly isBounced: boolean },
): Promise<void> {
  const { personId, originId, kind } = failed;
  if (personId === null) return;
  if (isBounced && (await markEmailUnreachable(tx, personId, ports.clock.now()))) {
    await tellPerson(ports, tx, { kind: "email_unreachable", personId, refs: { personId } });
  }
  if (originId === null || !isTelling(kind)) return;
  const ways = await listWays(tx, originId);
  if (ways.some(({ state }) => mayHaveArrived.includes(state))) return;
  const telling = await findTelling(ports, tx, { ...failed, kind });
  if (telling === null) return;
  const reached = await reachPerson(ports, tx, channel, personId);
  const tried = ways.map(({ medium }) => medium);
  const next = nextWay(telling, reached.reach, tried);
  if (next !== null) await openWay(ports, tx, { ...failed, id: originId }, next, reached);
}

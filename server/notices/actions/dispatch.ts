import type { SystemActor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findTelling } from "../desk/find-telling.ts";
import { openWay, reachPerson } from "../desk/reach-person.ts";
import { openMedium } from "../notice.ts";
import { findChoices } from "../store/choice.ts";
import { settleOpen } from "../store/open-notice.ts";
import { claimNotices, type ClaimedNotice } from "../store.ts";
import { isTelling, tellingRules, usualChoice, waysOf } from "../ways.ts";

const claimSeconds = 45;
const noticesAtOnce = 40;

/** The claim ran out while its channels were chosen; whoever has it now chooses. */
class ClaimLost extends Error {}

/**
 * Decides by which channels each thing goes that is to be told to a person and is due (N16): by how the person is reached
 * now and what they chose. Each channel becomes a notice of its own, in the transaction that settles the whole, so
 * however many do this at once each channel stands there once.
 */
export async function dispatchNotices(
  ports: Ports,
  actor: SystemActor,
  { channel }: { readonly channel: string },
): Promise<Result<{ readonly claimed: number }, never>> {
  const now = ports.clock.now();
  const until = new Date(now.getTime() + claimSeconds * 1000);
  const claimed = await claimNotices(ports.db, [openMedium], now, until, noticesAtOnce);
  for (const notice of claimed) {
    await ports.db
      .as(actor, (tx) => dispatch(ports, tx, channel, notice))
      .catch((error: unknown) => {
        if (error instanceof ClaimLost) return;
        ports.log.error("notice.not_dispatched", error, { notice: notice.id, kind: notice.kind });
      });
  }
  return ok({ claimed: claimed.length });
}

async function dispatch(ports: Ports, tx: Tx, channel: string, notice: ClaimedNotice): Promise<void> {
  const failure = await sendOut(ports, tx, channel, notice);
  const settled = { state: failure === null ? "sent" : "dropped", failure, now: ports.clock.now() } as const;
  if (!(await settleOpen(tx, notice, settled))) throw new ClaimLost();
}

/** Puts the channels into the outbox. Answers why there is none; null: there is one at least. */
async function sendOut(ports: Ports, tx: Tx, channel: string, notice: ClaimedNotice): Promise<string | null> {
  const { kind, personId } = notice;
  if (!isTelling(kind) || personId === null) return "nobody";
  if (ports.clock.now() >= notice.diesAt) return "died";
  const telling = await findTelling(ports, tx, { ...notice, kind });
  if (telling === null) return "gone";
  const reached = await reachPerson(ports, tx, channel, personId);
  const { choice } = tellingRules[kind];
  const chosen = choice === null ? usualChoice : (await findChoices(tx, personId))[choice];
  const ways = waysOf(telling, reached.reach, chosen);
  for (const medium of ways) await openWay(ports, tx, notice, medium, reached);
  return ways.length === 0 ? "no_way" : null;
}

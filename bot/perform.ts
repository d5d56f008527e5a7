import type { SystemActor } from "../server/kernel/actor.ts";
import type { Ports } from "../server/ports.ts";
import { answerEvent } from "./actions/answer-event.ts";
import type { Delivery } from "./incoming.ts";
import { drainOutbox } from "./outbox.ts";
import type { SpokenSite } from "./render.ts";

const bot: SystemActor = { kind: "system", job: "bot" };
const dotsSeconds = 5;

/**
 * Does what kept events ask for: answers them in the order they happened, then sends. One that fails is left for
 * the sweeper and keeps nobody else waiting. The loading dots and the read mark are a courtesy: nobody waits for
 * them, and their failure is of no consequence.
 */
export async function perform(
  ports: Ports,
  site: SpokenSite,
  deliveries: readonly Delivery[],
): Promise<void> {
  const courtesies = deliveries.flatMap((delivery) => courtesiesOf(ports, delivery));
  const inOrder = [...deliveries].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const delivery of inOrder) {
    await answerEvent(ports, bot, delivery).catch((error: unknown) =>
      ports.log.error("bot.answer_failed", error, { event: delivery.eventId, kind: delivery.incoming.kind }),
    );
  }
  await drainOutbox(ports, site);
  await Promise.allSettled(courtesies);
}

function courtesiesOf(ports: Ports, delivery: Delivery): Promise<void>[] {
  const { from, mayAnswer, incoming, markAsReadToken } = delivery;
  if (from === null || !mayAnswer) return [];
  const isWaiting = ["typed", "secret", "no_words", "tile", "answer"].includes(incoming.kind);
  return [
    ...(isWaiting ? [ports.line.showLoading(from.lineUserId, dotsSeconds)] : []),
    ...(markAsReadToken === null ? [] : [ports.line.markAsRead(markAsReadToken)]),
  ];
}

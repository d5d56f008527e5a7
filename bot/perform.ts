import type { SystemActor } from "../server/kernel/actor.ts";
import type { Ports } from "../server/ports.ts";
import { answerEvent } from "./actions/answer-event.ts";
import type { Delivery, Incoming } from "./incoming.ts";

const bot: SystemActor = { kind: "system", job: "bot" };
/** Whoever has waited so long sees the loading dots; most answers are there before. */
const dotsAfterMs = 700;
const dotsSeconds = 10;

/**
 * Answers kept events in the order they happened; what is said waits in the outbox. One that fails is left for the
 * sweeper and keeps nobody else waiting. The read mark and the loading dots are a courtesy: nobody waits for them,
 * and their failure is of no consequence.
 */
export async function answerAll(ports: Ports, deliveries: readonly Delivery[]): Promise<void> {
  const courtesies = deliveries.map((delivery) => readMark(ports, delivery));
  const inOrder = [...deliveries].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const delivery of inOrder) {
    if (hasWaited(ports, delivery)) courtesies.push(dots(ports, delivery));
    await answerEvent(ports, bot, delivery).catch((error: unknown) =>
      ports.log.error("bot.answer_failed", error, { event: delivery.eventId, kind: delivery.incoming.kind }),
    );
  }
  await Promise.allSettled(courtesies);
}

async function readMark(ports: Ports, { mayAnswer, markAsReadToken }: Delivery): Promise<void> {
  if (mayAnswer && markAsReadToken !== null) await ports.line.markAsRead(markAsReadToken);
}

async function dots(ports: Ports, { from }: Delivery): Promise<void> {
  if (from !== null) await ports.line.showLoading(from.lineUserId, dotsSeconds);
}

const answered: readonly Incoming["kind"][] = ["typed", "secret", "no_words", "tile", "answer"];

function hasWaited(ports: Ports, { mayAnswer, incoming, receivedAt }: Delivery): boolean {
  const waitedMs = ports.clock.now().getTime() - receivedAt.getTime();
  return mayAnswer && answered.includes(incoming.kind) && waitedMs >= dotsAfterMs;
}

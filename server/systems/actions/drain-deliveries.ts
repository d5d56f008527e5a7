import { listOwnCodes } from "../../visits/store/own-code.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { openSecrets, signedHeaders } from "../desk/signing.ts";
import { claimDeliveries, settleDelivery, type ClaimedDelivery, type DeliverySettlement } from "../store.ts";
import { answerText, judgeAnswer, nextDeliveryAt, receiverMs, type ReceiverAnswer } from "../webhook.ts";
import { messageOf } from "../webhook-message.ts";

const eachEndpoint = 5;
const mostAtOnce = 50;
const endpointsAtOnce = 8;
/** All of one endpoint may take their whole time, one after the other. */
const claimMs = (eachEndpoint + 2) * receiverMs;

/**
 * Sends what is due to hospitals' own systems: claims a few of each endpoint, posts outside any transaction, records. An
 * endpoint that fails is not tried with its other messages in the same round; they wait with it. Answers how many were
 * claimed.
 */
export async function drainDeliveries(
  ports: Ports,
  actor: SystemActor,
): Promise<{ readonly claimed: number }> {
  const now = ports.clock.now();
  const claim = { now, until: new Date(now.getTime() + claimMs), each: eachEndpoint, most: mostAtOnce };
  const claimed = await ports.db.as(actor, (tx) => claimDeliveries(tx, claim));
  const queues = [...Map.groupBy(claimed, ({ endpointId }) => endpointId).values()];
  const sender = async () => {
    for (let mine = queues.shift(); mine; mine = queues.shift()) await sendAll(ports, actor, mine);
  };
  await Promise.all(Array.from({ length: endpointsAtOnce }, sender));
  return { claimed: claimed.length };
}

async function sendAll(ports: Ports, actor: SystemActor, mine: readonly ClaimedDelivery[]): Promise<void> {
  let heldUntil: Date | null = null;
  for (const delivery of mine) {
    const settlement: DeliverySettlement =
      heldUntil === null ? await attempt(ports, actor, delivery) : { state: "held", dueAt: heldUntil };
    await ports.db.as(actor, (tx) => settleDelivery(tx, delivery, settlement));
    if (settlement.state === "waiting") heldUntil = settlement.dueAt;
  }
}

async function attempt(
  ports: Ports,
  actor: SystemActor,
  delivery: ClaimedDelivery,
): Promise<DeliverySettlement> {
  const { endpoint, endpointId, agencyId, codeId, attempts } = delivery;
  if (!endpoint) return { state: "dead", lastAnswer: "ended", settledAt: ports.clock.now() };
  const [code] = await ports.db.as(actor, (tx) => listOwnCodes(tx, agencyId, { id: codeId }, 1));
  if (!code) return { state: "dead", lastAnswer: "gone", settledAt: ports.clock.now() };
  const body = JSON.stringify(messageOf(delivery, code));
  const secrets = openSecrets(ports, { id: endpointId, ...endpoint });
  const headers = signedHeaders(secrets, { id: delivery.id, body }, ports.clock.now());
  const answer = await ports.hooks.post(endpoint.url, headers, body);
  return settlementOf(answer, attempts, ports.clock.now(), roll(ports));
}

function settlementOf(answer: ReceiverAnswer, attempts: number, now: Date, by: number): DeliverySettlement {
  const lastAnswer = answerText(answer);
  const verdict = judgeAnswer(answer);
  if (verdict !== "again") return { state: verdict, lastAnswer, settledAt: now };
  const dueAt = nextDeliveryAt(attempts, now, by);
  return dueAt === null
    ? { state: "dead", lastAnswer, settledAt: now }
    : { state: "waiting", lastAnswer, dueAt };
}

/** From 0 to 1. */
function roll(ports: Ports): number {
  return new DataView(ports.random.bytes(4).slice().buffer).getUint32(0) / 2 ** 32;
}

import { createHash } from "node:crypto";
import type { Gate } from "../../server/kernel/actor.ts";
import { ok, refuse, type Result } from "../../server/kernel/result.ts";
import type { Ports } from "../../server/ports.ts";
import { isReplayed, readDelivery, type Delivery } from "../incoming.ts";
import { redact } from "../redact.ts";
import { keepEvents as keepRows, type IdentifiedEvent } from "../store/events.ts";

/** Events that came in one call of LINE's. */
export interface Arrived {
  readonly channel: string;
  readonly events: readonly unknown[];
  /** How long the database may take, in milliseconds. */
  readonly withinMs: number;
}

/** How long the one who kept an event has to answer it before the sweeper may. */
const claimSeconds = 30;

/**
 * Keeps each event once, redacted and sealed, before anything is done about it. Answers those that are new, to be
 * answered by the caller. Refuses when the database does not say in time that they are kept; LINE then delivers them
 * again, and what was kept after all is answered once by the sweeper.
 */
export async function keepEvents(
  ports: Ports,
  _actor: Gate,
  arrived: Arrived,
): Promise<Result<readonly Delivery[], { readonly kind: "not_kept_in_time" }>> {
  const now = ports.clock.now();
  const events = arrived.events.map(identify).filter(({ event }) => !isReplayed(event, now));
  if (events.length === 0) return ok([]);
  const claimedUntil = new Date(now.getTime() + claimSeconds * 1000);
  const kept = keepRows(ports, { channel: arrived.channel, now, claimedUntil, events });
  const fresh = await within(arrived.withinMs, kept, (error) =>
    ports.log.error("webhook.keep_failed", error),
  );
  if (fresh === null) return refuse({ kind: "not_kept_in_time" });
  return ok(
    events
      .filter(({ id }) => fresh.has(id))
      .map(({ id, event }) => readDelivery(arrived.channel, id, event, now)),
  );
}

function identify(raw: unknown): IdentifiedEvent {
  const event = redact(raw);
  const id = event.webhookEventId;
  return { id: id !== undefined && /^[\w-]{1,64}$/.test(id) ? id : idOfBytes(raw), event };
}

/** LINE gives every event an id; one without is told from others by what it says. */
function idOfBytes(raw: unknown): string {
  return `sha256-${createHash("sha256")
    .update(JSON.stringify([raw]))
    .digest("hex")
    .slice(0, 40)}`;
}

/** What `work` answers, or null when it takes too long or the database fails. */
async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  onFault: (error: unknown) => void,
): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    const kept = work.catch((error: unknown) => {
      onFault(error);
      return null;
    });
    return await Promise.race([kept, late]);
  } finally {
    clearTimeout(timer);
  }
}

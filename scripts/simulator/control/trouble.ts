import type { Platform } from "../platform/platform.ts";
import { usedThisMonth } from "../platform/quota.ts";
import type { EventRecord } from "../platform/webhooks.ts";
import type { World } from "../world/world.ts";

/** What goes wrong on purpose. Without an event id, the last event is meant. */
export interface Trouble {
  /** Sends the event again as LINE redelivers: same ids, isRedelivery true. */
  redeliver(eventId?: string): Promise<EventRecord>;
  /** Sends the event again exactly as it was. */
  duplicate(eventId?: string): Promise<EventRecord>;
  /** From now on each event is sent this much later; 0 ends it. */
  delay(milliseconds: number): void;
  /** From now on events are held in pairs and the later one is sent first. */
  reorder(on: boolean): Promise<void>;
  /**
   * LINE answers 500 and brings no event, the SMS gateway answers 503, or the mail server turns everybody away. What
   * LINE held is sent at the end.
   */
  outage(what: "line" | "sms" | "mail", on: boolean): Promise<void>;
  /** The month's limit of counted messages (null: none), and how many of them are used. */
  setQuota(quota: { limit?: number | null; used?: number }): void;
  setStandby(on: boolean): void;
  dropUserId(on: boolean): void;
  /** The console's switch "webhook redelivery". */
  setRedelivery(on: boolean): void;
}

export function makeTrouble(world: World, platform: Platform): Trouble {
  const { webhooks } = platform;
  const recordOf = (eventId?: string): EventRecord => {
    const found = webhooks.records.findLast(
      ({ event }) => eventId === undefined || event.webhookEventId === eventId,
    );
    if (!found) throw new Error(eventId ? `there was no event ${eventId}` : "there was no event yet");
    return found;
  };
  const set = (change: () => void) => {
    change();
    world.changed();
  };
  return {
    redeliver: async (eventId) => webhooks.again(recordOf(eventId), true),
    duplicate: async (eventId) => webhooks.again(recordOf(eventId), false),
    delay: (milliseconds) => set(() => (world.troubles.delayMilliseconds = milliseconds)),
    reorder: async (on) => {
      if (!on) await webhooks.release();
      set(() => (world.troubles.reorder = on));
    },
    outage: async (what, on) => {
      set(() => (world.troubles[what] = on));
      if (what === "line" && !on) await webhooks.release();
    },
    setQuota: ({ limit, used }) =>
      set(() => {
        usedThisMonth(world);
        if (limit !== undefined) world.state.quota.limit = limit;
        if (used !== undefined) world.state.quota.used = used;
      }),
    setStandby: (on) => set(() => (world.troubles.standby = on)),
    dropUserId: (on) => set(() => (world.troubles.noUserId = on)),
    setRedelivery: (on) => set(() => (world.state.redeliveryOn = on)),
  };
}

import type { SystemActor } from "../server/kernel/actor.ts";
import { dispatchNotices } from "../server/notices/actions/dispatch.ts";
import { drainNotices } from "../server/notices/actions/drain.ts";
import { readAbout } from "../server/notices/actions/read-about.ts";
import type { Ports } from "../server/ports.ts";
import { makeRenderer, type SpokenSite } from "./render.ts";

const outbox: SystemActor = { kind: "system", job: "outbox" };
/** Rounds in one go; what is left then waits for the next job, so that a host can stop in between. */
const roundsAtMost = 3;

/**
 * Sends what is due by LINE and SMS, in the bot's words, until nothing is; what is to be told to a person gets its channels
 * first. Every face may hand this to the host to finish later.
 */
export async function drainOutbox(ports: Ports, site: SpokenSite): Promise<void> {
  const { channel } = site;
  const sending = { media: ["line", "sms"], channel, read: readAbout, render: makeRenderer(site) } as const;
  for (let round = 0; round < roundsAtMost; round += 1) {
    await dispatchNotices(ports, outbox, { channel });
    const drained = await drainNotices(ports, outbox, sending);
    if (drained.ok && drained.value.claimed === 0) return;
  }
}

import type { SystemActor } from "../../kernel/actor.ts";
import { drainNotices } from "../../notices/actions/drain.ts";
import { readAbout } from "../../notices/actions/read-about.ts";
import type { Ports } from "../../ports.ts";
import { makeMailRenderer } from "./render.tsx";

const outbox: SystemActor = { kind: "system", job: "mails" };

/**
 * Sends the mails that are due, apart from what goes by LINE and SMS: a mail server may take its time, and nobody's OTP
 * waits for it.
 */
export async function drainMails(ports: Ports, site: { readonly publicUrl: URL }): Promise<void> {
  const sending = { media: ["mail"], read: readAbout, render: makeMailRenderer(site.publicUrl) } as const;
  await drainNotices(ports, outbox, sending);
}

import type { SystemActor } from "../../kernel/actor.ts";
import { drainNotices } from "../../notices/actions/drain.ts";
import { readAbout } from "../../notices/actions/read-about.ts";
import type { Ports } from "../../ports.ts";
import { makeMailRenderer } from "./render.tsx";

const outbox: SystemActor = { kind: "system", job: "mails" };

/** The parts of the site that mails hang on. */
export type MailSite = { readonly publicUrl: URL; readonly channel: string };

/**
 * Sends the mails that are due, apart from what goes by LINE and SMS: a mail server may take its time, and nobody's OTP
 * waits for it.
 */
export async function drainMails(ports: Ports, site: MailSite): Promise<void> {
  const { channel, publicUrl } = site;
  const sending = { media: ["mail"], channel, read: readAbout, render: makeMailRenderer(publicUrl) } as const;
  await drainNotices(ports, outbox, sending);
}

import { ok, refuse, type Result } from "../kernel/result.ts";
import { isPublicAddress } from "./public-address.ts";
import { webhookEvents, type WebhookEvent } from "./webhook.ts";

export type WebhookFormRefusal =
  | { readonly kind: "webhook_url_shape" }
  | { readonly kind: "webhook_url_not_https" }
  /** A private network: of nobody's use to a hospital, and our own to an attacker. */
  | { readonly kind: "webhook_url_private" }
  | { readonly kind: "webhook_events_none" };

const longestUrl = 500;
const ours = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Reads what was typed for a new endpoint. `demo` allows plain http to the machine itself. Refuses what is no address, a
 * user name in it, http, addresses of private networks, names without a dot, and no event at all.
 */
export function readWebhookForm(
  typed: { readonly url: string; readonly events: readonly string[] },
  demo: boolean,
): Result<{ readonly url: string; readonly events: readonly WebhookEvent[] }, WebhookFormRefusal> {
  const text = typed.url.trim();
  const url = readUrl(text);
  if (!url || text.length > longestUrl) return refuse({ kind: "webhook_url_shape" });
  const isOurs = demo && ours.test(url.hostname);
  if (!isOurs && url.protocol !== "https:") return refuse({ kind: "webhook_url_not_https" });
  if (!isOurs && isPrivateHost(url.hostname)) return refuse({ kind: "webhook_url_private" });
  const events = readEvents(typed.events);
  return events.ok ? ok({ url: url.href, events: events.value }) : events;
}

/** Reads what an endpoint is to be told of, in the order of a code's life. Refuses nothing at all. */
export function readEvents(
  chosen: readonly string[],
): Result<readonly WebhookEvent[], { readonly kind: "webhook_events_none" }> {
  const events = webhookEvents.filter((event) => chosen.includes(event));
  return events.length === 0 ? refuse({ kind: "webhook_events_none" }) : ok(events);
}

/** True for a host that a message may not go to: an address that is not public, a name of no public domain. */
export function isPrivateHost(hostname: string): boolean {
  if (/^[\d.]+$|^\[/.test(hostname)) return !isPublicAddress(hostname);
  return !hostname.includes(".") || /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(hostname);
}

function readUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.username === "" && url.password === "" && url.hash === "";
  return plain && /^https?:$/.test(url.protocol) ? url : null;
}

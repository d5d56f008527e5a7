/** That a mail of ours surely did not arrive: which one, and at which address. */
export interface LateBounce {
  /** What stood before the @ of its Message-ID: the notice's own id. */
  readonly noticeId: string;
  /** As the report names it, in small letters. */
  readonly recipient: string;
}

const uuid = /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\s@]+>$/i;

/**
 * Reads a delivery status notification (RFC 3464, in a multipart/report of RFC 6522) of a mail that surely will not
 * arrive: Action "failed" and a Status of 5, for one recipient, with the Message-ID of the mail it speaks of. Null: it is
 * none of these (a delay, a vacation note, a complaint, a mail of somebody), speaks of several, or is no report at all.
 * Headers and fields alone are looked at; nothing is decoded, nothing else is kept.
 */
export function readLateBounce(message: string): LateBounce | null {
  const parts = partsOf(message.replace(/\r\n?/g, "\n"));
  const status = parts.find(({ type }) => type === "message/delivery-status");
  const original = parts.find(({ type }) => type === "message/rfc822" || type === "text/rfc822-headers");
  if (!status || !original) return null;
  const failed = failedRecipient(status.body);
  const [, noticeId] = uuid.exec(headersOf(original.body).get("message-id") ?? "") ?? [];
  return failed === null || noticeId === undefined
    ? null
    : { noticeId: noticeId.toLowerCase(), recipient: failed };
}

/** The one recipient whose delivery failed for good; the first group of fields speaks of the message as a whole. */
function failedRecipient(body: string): string | null {
  const [, ...groups] = body
    .split(/\n[ \t]*\n/)
    .map(headersOf)
    .filter((fields) => fields.size > 0);
  const [fields] = groups;
  if (groups.length !== 1 || !fields) return null;
  const isFailed = fields.get("action")?.toLowerCase() === "failed";
  const isFinal = /^5\.\d{1,3}\.\d{1,3}\b/.test(fields.get("status") ?? "");
  const [, address] =
    /^rfc822\s*;\s*<?([^\s<>;@]+@[^\s<>;@]+)>?$/i.exec(fields.get("final-recipient") ?? "") ?? [];
  return isFailed && isFinal && address !== undefined ? address.toLowerCase() : null;
}

interface Part {
  readonly type: string;
  readonly body: string;
}

function partsOf(message: string): readonly Part[] {
  const { head, body } = cut(message);
  const type = headersOf(head).get("content-type") ?? "";
  if (!/^multipart\/report\b/i.test(type) || !/report-type\s*=\s*"?delivery-status/i.test(type)) return [];
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"\n]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return [];
  return `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .map((part) => {
      const inner = cut(part.replace(/^[ \t]*\n/, ""));
      const [kind = ""] = (headersOf(inner.head).get("content-type") ?? "").split(";");
      return { type: kind.trim().toLowerCase(), body: inner.body };
    });
}

/** Headers end at the first empty line. */
function cut(text: string): { readonly head: string; readonly body: string } {
  const at = text.indexOf("\n\n");
  return at < 0 ? { head: text, body: "" } : { head: text.slice(0, at), body: text.slice(at + 2) };
}

/** Fields by their small name, folded lines put together; of one that stands twice the first counts. */
function headersOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const { head } = cut(text.replace(/^\n+/, ""));
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const [, name = "", value = ""] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== "" && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

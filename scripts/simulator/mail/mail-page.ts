import type { MailEntry } from "../world/state.ts";

/**
 * What a mail's own page may do: show itself. No script, nothing fetched, nothing sent; its links open in a tab of
 * their own. It stands in a sandboxed frame and holds itself to the same when it is opened alone.
 */
export const mailPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

/**
 * The HTML of a mail as its page, its links opening in tabs of their own, with `added` in its head; one that came as
 * text only is set as text.
 */
export function mailPage({ html, text, subject }: MailEntry, added = ""): string {
  const source =
    html ?? `<title>${escaped(subject)}</title><pre style="white-space:pre-wrap">${escaped(text)}</pre>`;
  const opensApart = `<base target="_blank">${added}`;
  const head = /<head[^>]*>/i.exec(source);
  if (!head) return `<!doctype html>${opensApart}${source.replace(/^\s*<!doctype[^>]*>/i, "")}`;
  const at = head.index + head[0].length;
  return `${source.slice(0, at)}${opensApart}${source.slice(at)}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

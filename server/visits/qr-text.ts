import { ok, refuse, type Result } from "../kernel/result.ts";
import { qrTokenShape } from "./facility-qr.ts";

export type QrTextRefusal =
  /** A link into somewhere else; `host` is shown, never opened. */
  { readonly kind: "qr_other_host"; readonly host: string } | { readonly kind: "qr_not_ours" };

const path = /^\/q\/([^/]+)\/?$/i;

/**
 * The text inside a facility QR: HTTPS://HOST/Q/TOKEN, all capitals, so that it stays in the alphanumeric mode of
 * QR codes and weak cameras read it. `host` may carry a port; only this machine's own names get plain HTTP.
 */
export function qrText(host: string, token: string): string {
  return `${isThisMachine(host) ? "http" : "https"}://${host}/q/${token}`.toUpperCase();
}

/**
 * Finds our token in a scanned text. Only the token ever leaves the scanner, to our own origin: no scanned address
 * is opened. Refuses a link into another host (naming it), and everything else that is not ours.
 */
export function parseQrText(text: string, ownHost: string): Result<string, QrTextRefusal> {
  const url = readUrl(text.trim());
  if (url === null) return refuse({ kind: "qr_not_ours" });
  if (url.host !== bareHost(ownHost)) return refuse({ kind: "qr_other_host", host: url.host });
  const token = path.exec(url.pathname)?.[1] ?? "";
  const ours = qrTokenShape.test(token) && url.username === "" && url.password === "";
  return ours ? ok(token.toUpperCase()) : refuse({ kind: "qr_not_ours" });
}

function readUrl(text: string): URL | null {
  if (!/^https?:\/\//i.test(text)) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** As `URL.host` writes it: lower case, and without the port a web address has anyway. */
function bareHost(host: string): string {
  return readUrl(`${isThisMachine(host) ? "http" : "https"}://${host}`)?.host ?? host.toLowerCase();
}

function isThisMachine(host: string): boolean {
  return /^(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1)(?::\d+)?$/i.test(host);
}

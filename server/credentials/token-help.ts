import { parseEmail } from "../kernel/email.ts";
import { toAsciiDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** Whom holders, heads and registrars ask (flows T9), as far as the central office gave it; empty: not given. */
export interface TokenHelp {
  /** As it is written: "0 2032 2636". */
  readonly phone: string;
  /** "วันและเวลาราชการ 8.30–16.30 น." */
  readonly hours: string;
  /** LINE Official Account, with its "@" where it has one. */
  readonly lineId: string;
  readonly email: string;
  /** https alone. */
  readonly chatUrl: string;
}

export const helpFields = [
  "phone",
  "hours",
  "lineId",
  "email",
  "chatUrl",
] as const satisfies readonly (keyof TokenHelp)[];
export type HelpField = (typeof helpFields)[number];

export const helpLimits = {
  phone: 40,
  hours: 120,
  lineId: 40,
  email: 254,
  chatUrl: 300,
} as const satisfies Record<HelpField, number>;

export const helpFaultKinds = [
  "phone_shape",
  "hours_long",
  "hours_alone",
  "line_shape",
  "email_shape",
  "url_shape",
] as const;
export type HelpFaultKind = (typeof helpFaultKinds)[number];
export interface HelpFault {
  readonly field: HelpField;
  readonly kind: HelpFaultKind;
}

export type HelpFaults = { readonly kind: "help_faults"; readonly faults: readonly HelpFault[] };

/**
 * Reads the contacts of a central office as they are typed; each may be left out. Refuses, all at once: a telephone
 * number that is none (any Thai number of 4 to 10 digits, an extension after "ต่อ"), hours without one, and addresses of LINE, mail or
 * a page that are none. A page is reached by https only.
 */
export function readTokenHelp(typed: TokenHelp): Result<TokenHelp, HelpFaults> {
  const faults: HelpFault[] = [];
  const phone = toAsciiDigits(typed.phone).replace(/\s+/g, " ").trim();
  const hours = typed.hours.normalize("NFC").replace(/\s+/g, " ").trim();
  const lineId = typed.lineId.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const email = typed.email.trim() === "" ? ok("") : parseEmail(typed.email);
  const chatUrl = readPage(typed.chatUrl);
  if (!isPhone(phone)) faults.push({ field: "phone", kind: "phone_shape" });
  if ([...hours].length > helpLimits.hours) faults.push({ field: "hours", kind: "hours_long" });
  if (hours !== "" && phone === "") faults.push({ field: "hours", kind: "hours_alone" });
  if (lineId !== "" && !/^@?[a-z0-9._-]{2,30}$/.test(lineId))
    faults.push({ field: "lineId", kind: "line_shape" });
  if (!email.ok) faults.push({ field: "email", kind: "email_shape" });
  if (chatUrl === null) faults.push({ field: "chatUrl", kind: "url_shape" });
  if (faults.length > 0 || !email.ok || chatUrl === null) return refuse({ kind: "help_faults", faults });
  return ok({ phone, hours, lineId, email: email.value, chatUrl });
}

function isPhone(text: string): boolean {
  if (text === "") return true;
  const [number = "", extension = ""] = text.split(/ต่อ|ext\.?/i);
  const digits = number.replace(/[\s().-]/g, "");
  return /^(0\d{8,9}|1\d{3})$/.test(digits) && /^[\d\s,-]{0,12}$/.test(extension);
}

/** The address of a page by https, without a name and password in it; empty stays empty; null: it is none. */
function readPage(text: string): string | null {
  const typed = text.trim();
  if (typed === "") return "";
  if (typed.length > helpLimits.chatUrl || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  const isPage = url.protocol === "https:" && url.username === "" && url.password === "";
  return isPage && url.hostname.includes(".") ? url.href : null;
}

/** Where a LINE Official Account is opened. */
export function lineAddress(lineId: string): string {
  const id = lineId.startsWith("@") ? lineId : `@${lineId}`;
  return `https://line.me/R/ti/p/${encodeURIComponent(id)}`;
}

/** Nothing is given yet. */
export const noHelp: TokenHelp = { phone: "", hours: "", lineId: "", email: "", chatUrl: "" };

/** True while a central office gave nothing. */
export function isNoHelp(help: TokenHelp): boolean {
  return helpFields.every((field) => help[field] === "");
}

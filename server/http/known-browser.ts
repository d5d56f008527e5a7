import { createHash } from "node:crypto";
import type { SeatPart } from "../credentials/holding.ts";
import type { TriedFrom } from "../credentials/try-source.ts";
import { encodeBase64url } from "../kernel/base64url.ts";
import { sameBytes } from "../kernel/same-bytes.ts";
import { cookieText, giveCookie } from "./cookie.ts";
import type { AppContext } from "./env.ts";

/** How long a browser stays known after its last good sign-in. */
const knownDays = 180;
const dayMs = 86_400_000;
const shape = /^(\d{1,6})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

interface Place {
  readonly userCode: string;
  readonly part: SeatPart;
}

/**
 * Where a password for a seat comes from: a browser that came in at this part of the seat before keeps an allowance of its
 * own, so that guesses of strangers do not keep its holder out; everybody else of one network shares one.
 */
export function triedFrom(c: AppContext, place: Place): TriedFrom {
  const browser = knownBrowser(c, place);
  return browser === null ? { kind: "network", network: c.var.address } : { kind: "known", browser };
}

/** Remembers this browser for a part of a seat after a right password; one that is known stays who it is. */
export function rememberBrowser(c: AppContext, place: Place): void {
  const { clock, random } = c.var.ports;
  const browser = knownBrowser(c, place) ?? encodeBase64url(random.bytes(16));
  const day = String(Math.floor(clock.now().getTime() / dayMs));
  const mac = encodeBase64url(macOf(c, place, `${day}.${browser}`));
  giveCookie(c, nameOf(place), `${day}.${browser}.${mac}`, knownDays * 86_400);
}

function knownBrowser(c: AppContext, place: Place): string | null {
  const [, day = "", browser = "", mac = ""] = shape.exec(cookieText(c, nameOf(place))) ?? [];
  if (browser === "") return null;
  const isOurs = sameBytes(Buffer.from(mac, "base64url"), macOf(c, place, `${day}.${browser}`));
  const age = Math.floor(c.var.ports.clock.now().getTime() / dayMs) - Number(day);
  return isOurs && age <= knownDays ? browser : null;
}

function macOf(c: AppContext, { userCode, part }: Place, text: string): Uint8Array {
  return c.var.ports.keys.seatLink(`known-browser/${sameCode(userCode)}/${part}/${text}`);
}

/** A cookie for each part of a seat: somebody may stand in for two colleagues from one machine. */
function nameOf({ userCode, part }: Place): string {
  const hash = createHash("sha256")
    .update(`${sameCode(userCode)}/${part}`)
    .digest("hex");
  return `__Host-seat-known-${hash.slice(0, 12)}`;
}

/** One text for every way a code is typed. */
export function sameCode(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

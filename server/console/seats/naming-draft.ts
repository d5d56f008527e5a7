import { getCookie, setCookie } from "hono/cookie";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { TypedNaming } from "../../credentials/naming.ts";
import type { AppContext } from "../../http/env.ts";
import { decodeBase64url, encodeBase64url } from "../../kernel/base64url.ts";
import { staffOf } from "../gates.ts";
import { namingAddress } from "./addresses.ts";
import type { WizardPage } from "./typed-naming.ts";

/** A naming that is not finished: what was typed, the page it stands at, and the key by which it names once. */
export interface NamingDraft {
  readonly at: WizardPage;
  readonly typed: TypedNaming;
  readonly requestKey: string;
}

const name = "__Secure-naming";
const path = "/console/seats/name";
const dayMs = 24 * 60 * 60_000;
/** Browsers keep cookies of four kilobytes with their attributes. */
const longest = 3_800;

/**
 * Keeps a draft for a day in the head's own browser, sealed and readable to them alone; the one before is replaced. False:
 * it is longer than a browser keeps, and what was kept before is left.
 */
export function keepNamingDraft(c: AppContext, draft: NamingDraft): boolean {
  const { vault, clock } = c.var.ports;
  const dataKey = vault.newDataKey();
  const text = JSON.stringify({ ...draft, keptAt: clock.now().getTime() });
  const sealed = vault.sealBytes(dataKey, placeOf(c), deflateRawSync(text));
  const value = [dataKey, sealed].map((bytes) => encodeBase64url(bytes)).join(".");
  if (value.length > longest) return false;
  put(c, value, dayMs / 1_000);
  return true;
}

/** The draft this head left in this browser within a day; null: none, or somebody else's. */
export function findNamingDraft(c: AppContext): NamingDraft | null {
  const { vault, clock } = c.var.ports;
  const [dataKey, sealed] = (getCookie(c, name) ?? "").split(".").map((part) => decodeBase64url(part));
  if (!dataKey || !sealed) return null;
  try {
    const text = inflateRawSync(vault.openBytes(dataKey, placeOf(c), sealed)).toString();
    const { keptAt, ...draft } = JSON.parse(text) as NamingDraft & { readonly keptAt: number };
    return clock.now().getTime() - keptAt < dayMs ? draft : null;
  } catch {
    // Changed on the way, or left by somebody else at this computer: there is no draft of theirs.
    return null;
  }
}

/** Forgets the draft: somebody was named. */
export function forgetNamingDraft(c: AppContext): void {
  put(c, "", 0);
}

/** Where one page of a draft is looked at. */
export function draftAddress({ at, requestKey }: Pick<NamingDraft, "at" | "requestKey">): string {
  return `${namingAddress({})}?${new URLSearchParams({ at, draft: requestKey }).toString()}`;
}

function placeOf(c: AppContext) {
  return { table: "naming_draft", rowId: staffOf(c).staffId };
}

function put(c: AppContext, value: string, maxAge: number): void {
  setCookie(c, name, value, { path, secure: true, httpOnly: true, sameSite: "Lax", maxAge });
}

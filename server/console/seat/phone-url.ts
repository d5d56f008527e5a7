import type { AppContext } from "../../http/env.ts";
import { demoPhoneOf } from "./on-phone.ts";

/** On a demo's computer the link leads to this phone: a QR could not be scanned from the same screen. */
const firstPhone = "phone1";

/**
 * The address that opens a page of the phone inside LINE; `path` is below the citizen's pages. Nothing leaves the machine
 * of a demo: there it is the same page on the simulated phone.
 */
export function phoneUrl(c: AppContext, path: string): string {
  const { demo, liffId, publicUrl } = c.var.site;
  if (!demo) return `https://liff.line.me/${liffId}${path}`;
  return `${publicUrl.protocol}//${demoPhoneOf(c) ?? firstPhone}.${publicUrl.host}/liff${path}`;
}

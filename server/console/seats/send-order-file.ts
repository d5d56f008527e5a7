import type { OpenedOrderFile } from "../../credentials/actions/see-order.ts";
import type { AppContext } from "../../http/env.ts";

/** Hands a file of an order out to be saved: what was uploaded never runs or draws under our own address. */
export function sendOrderFile(c: AppContext, { bytes, mime, name }: OpenedOrderFile): Response {
  return c.body(Uint8Array.from(bytes), 200, {
    "content-type": mime,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
}

import type { Tx } from "../../ports.ts";
import { findServiceOfSlug } from "../store/service.ts";

/** A slug no service of the agency has: the one that was wanted, or that with the next free number after it. */
export async function freeSlug(tx: Tx, agencyId: string, wanted: string): Promise<string> {
  const base = wanted.slice(0, 34).replace(/-+$/, "");
  let slug = base;
  for (let number = 2; await findServiceOfSlug(tx, agencyId, slug); number += 1) slug = `${base}-${number}`;
  return slug;
}

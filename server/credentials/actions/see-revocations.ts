import type { Gate } from "../../kernel/actor.ts";
import type { Database, Ports } from "../../ports.ts";
import { listGoodSeconds, listLookedSeconds, listRenewedSeconds } from "../revocation.ts";
import { findRevocationMark, listRevokedCertificates } from "../store/revocation.ts";

interface KeptList {
  readonly der: Uint8Array;
  readonly mark: string;
  readonly signedAt: number;
  readonly lookedAt: number;
}

/** The list that was signed last, of each database: signing a long one takes longer than giving it out. */
const kept = new WeakMap<Database, KeptList>();

/** A certificate stays in the list for a day after its time ran out, so that it stands in one at least (RFC 5280 3.3). */
const dayMs = 24 * 60 * 60_000;

/**
 * The list of certificates that ended before their time, signed by the authority (DER). Signed anew when one more ended,
 * which shows after ten seconds at most, and every hour. Null: no authority is set up.
 */
export async function seeRevocationList(ports: Ports, actor: Gate): Promise<Uint8Array | null> {
  if (ports.tokenAuthority.certificate === null) return null;
  const now = ports.clock.now().getTime();
  const before = kept.get(ports.db);
  if (before && isWithin(now, before.lookedAt, listLookedSeconds)) return before.der;
  const since = new Date(now - dayMs);
  const mark = await ports.db.as(actor, (tx) => findRevocationMark(tx, since));
  const isSame = before?.mark === mark && isWithin(now, before.signedAt, listRenewedSeconds);
  const list = isSame
    ? { ...before, lookedAt: now }
    : { der: await sign(ports, actor, since), mark, signedAt: now, lookedAt: now };
  kept.set(ports.db, list);
  return list.der;
}

function isWithin(now: number, then: number, seconds: number): boolean {
  return now >= then && now - then < seconds * 1000;
}

async function sign(ports: Ports, actor: Gate, since: Date): Promise<Uint8Array> {
  const revoked = await ports.db.as(actor, (tx) => listRevokedCertificates(tx, since));
  const now = ports.clock.now().getTime();
  const thisUpdate = new Date(Math.floor(now / 1000) * 1000);
  const nextUpdate = new Date(thisUpdate.getTime() + listGoodSeconds * 1000);
  return ports.tokenAuthority.listRevoked({ revoked, number: now, thisUpdate, nextUpdate });
}

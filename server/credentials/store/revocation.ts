import { and, asc, gt, ne, sql } from "drizzle-orm";
import { softToken } from "../../../db/schema/index.ts";
import type { RevokedCertificate } from "../../kernel/token-ports.ts";
import type { Tx } from "../../ports.ts";
import { reasonOf } from "../revocation.ts";

/** Certificates read in one go. */
const atOnce = 1_000;

const isEnded = (since: Date) => and(ne(softToken.state, "live"), gt(softToken.notAfter, since));

/** A text that differs after every certificate that ended; of those whose time ran out before `since` nothing is told. Runs as the gate. */
export async function findRevocationMark(tx: Tx, since: Date): Promise<string> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int`, last: sql<string | null>`max(${softToken.endedAt})::text` })
    .from(softToken)
    .where(isEnded(since));
  return `${row?.count ?? 0}|${row?.last ?? ""}`;
}

/** Every certificate that ended before its time, by serial: those whose time ran out before `since` aside. Runs as the gate. */
export async function listRevokedCertificates(tx: Tx, since: Date): Promise<readonly RevokedCertificate[]> {
  const all: RevokedCertificate[] = [];
  for (let after = ""; ; after = all.at(-1)?.serial ?? "") {
    const page = await tx
      .select({ serial: softToken.serial, at: softToken.endedAt, endReason: softToken.endReason })
      .from(softToken)
      .where(and(isEnded(since), gt(sql`${softToken.serial} collate "C"`, after)))
      .orderBy(asc(sql`${softToken.serial} collate "C"`))
      .limit(atOnce);
    all.push(
      ...page.map(({ serial, at, endReason }) => ({
        serial,
        at: at ?? since,
        reason: reasonOf(endReason),
      })),
    );
    if (page.length < atOnce) return all;
  }
}

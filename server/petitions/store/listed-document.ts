import { and, asc, desc, eq, sql, type SQL } from "drizzle-orm";
import { issuedDocument } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import { documentColumns, type KeptDocument } from "./issued-document.ts";

/**
 * Listed documents of an agency that are good `today`, latest first: at most `limit` from where `turn` says, nearest
 * first. `text` stands in the number, the title or an item; empty: all.
 */
export async function listListed(
  tx: Tx,
  { agencyId, text, today }: { readonly agencyId: string; readonly text: string; readonly today: BangkokDay },
  { turn, limit }: { readonly turn: Turn<MomentPlace> | null; readonly limit: number },
): Promise<readonly KeptDocument[]> {
  const up = readsUp(turn, "down");
  return tx
    .select(documentColumns)
    .from(issuedDocument)
    .where(
      and(
        eq(issuedDocument.agencyId, agencyId),
        sql`${issuedDocument.isListed} and ${issuedDocument.state} = 'genuine'`,
        sql`(${issuedDocument.validUntil} is null or ${issuedDocument.validUntil} >= ${today})`,
        text === "" ? undefined : holds(text),
        turn ? beyond(turn.place, up) : undefined,
      ),
    )
    .orderBy(...[issuedDocument.issuedAt, issuedDocument.id].map(up ? asc : desc))
    .limit(limit);
}

/** A value of an item holds the text, not the name of a field. */
function holds(text: string): SQL {
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(${issuedDocument.number} ilike ${like} or ${issuedDocument.titleTh} ilike ${like}
    or ${issuedDocument.titleEn} ilike ${like}
    or exists (select 1 from jsonb_array_elements(${issuedDocument.listed}) as item where item->>'value' ilike ${like}))`;
}

function beyond({ at, id }: MomentPlace, up: boolean): SQL {
  return sql`(${issuedDocument.issuedAt}, ${issuedDocument.id}) ${up ? sql`>` : sql`<`} (${at.toISOString()}::timestamptz, ${id}::uuid)`;
}

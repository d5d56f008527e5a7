import { sql } from "drizzle-orm";
import type { Staff } from "../../kernel/actor.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Names } from "../names.ts";

/** Where a page of what was elsewhere lies. */
export interface ElsewherePlace {
  readonly day: BangkokDay;
  readonly id: string;
}

/** A service a person had at another facility: no code, nothing else. */
export interface ServedElsewhere extends ElsewherePlace {
  readonly service: Names;
  readonly facility: Names;
}

/**
 * Writes the look with its reason, and answers where else a person was served, latest first: at most `limit` from where
 * `turn` says, nearest first.
 */
export async function listElsewhere(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  staff: Staff,
  asked: {
    readonly personId: string;
    readonly reason: string;
    readonly turn: Turn<ElsewherePlace> | null;
    readonly limit: number;
  },
): Promise<readonly ServedElsewhere[]> {
  const { personId, reason, turn, limit } = asked;
  const rows = await tx.execute<Record<string, string>>(sql`
    select id, day::text as day, service_th, service_en, facility_th, facility_en from codes_elsewhere(
      ${ports.clock.now().toISOString()}, ${staff.agencyId}, ${staff.staffId}, ${personId}, ${reason},
      ${turn?.place.day ?? null}, ${turn?.place.id ?? null}, ${readsUp(turn, "down")}, ${limit},
      ${ports.random.uuid()}, ${ports.random.uuid()})`);
  return [...rows].map((row) => ({
    id: row["id"] ?? "",
    day: row["day"] as BangkokDay,
    service: { nameTh: row["service_th"] ?? "", nameEn: row["service_en"] ?? "" },
    facility: { nameTh: row["facility_th"] ?? "", nameEn: row["facility_en"] ?? "" },
  }));
}

import { sql } from "drizzle-orm";
import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Names } from "../names.ts";

/** A service a person had at another facility: no code, nothing else. */
export interface ServedElsewhere {
  readonly day: BangkokDay;
  readonly service: Names;
  readonly facility: Names;
}

/** Writes the look with its reason, and answers where else a person was served, latest first. */
export async function listElsewhere(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  staff: Staff,
  asked: {
    readonly personId: string;
    readonly reason: string;
    readonly before: BangkokDay | null;
    readonly limit: number;
  },
): Promise<readonly ServedElsewhere[]> {
  const { personId, reason, before, limit } = asked;
  const rows = await tx.execute<Record<string, string>>(sql`
    select day::text as day, service_th, service_en, facility_th, facility_en from codes_elsewhere(
      ${ports.clock.now().toISOString()}, ${staff.agencyId}, ${staff.staffId}, ${personId}, ${reason},
      ${before}, ${limit}, ${ports.random.uuid()}, ${ports.random.uuid()})`);
  return [...rows].map((row) => ({
    day: row["day"] as BangkokDay,
    service: { nameTh: row["service_th"] ?? "", nameEn: row["service_en"] ?? "" },
    facility: { nameTh: row["facility_th"] ?? "", nameEn: row["facility_en"] ?? "" },
  }));
}

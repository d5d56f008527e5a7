import { eq } from "drizzle-orm";
import { facilityQr } from "../../db/schema/index.ts";
import type { SystemActor } from "../../server/kernel/actor.ts";
import { makeQr } from "../../server/visits/actions/make-qr.ts";
import type { BenchWorld } from "./world.ts";

/** The number of a printed QR, which stays good for the whole run. */
export async function printedQr({ ports, seeded }: BenchWorld): Promise<number> {
  const actor: SystemActor = { kind: "system", job: "bench" };
  const [facility] = seeded.facilities;
  if (!facility) throw new Error("the demo has no facility");
  const { agencyId, serviceType } = facility;
  const made = await makeQr(ports, actor, { agencyId, serviceType, kind: "printed", requestKey: "bench" });
  if (!made.ok) throw new Error(`the printed QR was refused: ${made.refusal.kind}`);
  const [row] = await ports.db.as(actor, (tx) =>
    tx.select({ number: facilityQr.number }).from(facilityQr).where(eq(facilityQr.id, made.value.qrId)),
  );
  if (!row) throw new Error("the printed QR is not there");
  return row.number;
}

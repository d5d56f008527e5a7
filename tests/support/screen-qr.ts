import { eq } from "drizzle-orm";
import { facilityQr } from "../../db/schema/index.ts";
import type { Product } from "./product.ts";

/** The number in the token of a demo facility's screen QR: the first facility's unless told otherwise. */
export async function screenQrNumber(product: Product, which = 0): Promise<number> {
  const facility = product.seeded.facilities[which];
  const [row] = await product.ports.db.as({ kind: "system", job: "test" }, (tx) =>
    tx
      .select({ number: facilityQr.number })
      .from(facilityQr)
      .where(eq(facilityQr.id, facility?.screenQrId ?? "")),
  );
  if (!row) throw new Error("the demo has no screen QR");
  return row.number;
}

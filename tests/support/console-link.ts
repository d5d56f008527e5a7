import { makeConsoleLink } from "../../server/visits/actions/make-console-link.ts";
import { granted } from "./people.ts";
import type { Product } from "./product.ts";

/** The path that enters the console of the demo's first facility, once, and lands on its screen QR. */
export async function screenLink(product: Product): Promise<string> {
  const [facility] = product.seeded.facilities;
  if (!facility) throw new Error("the demo has no facility");
  const { agencyId, screenQrId } = facility;
  const { token } = await granted(
    makeConsoleLink(product.ports, { kind: "system", job: "test" }, { agencyId }),
  );
  return `/console/enter/${token}?to=${encodeURIComponent(`/console/screen/${screenQrId}`)}`;
}

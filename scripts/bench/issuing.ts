import { makeTicket } from "../../server/visits/scan-ticket.ts";
import type { BenchCitizen, BenchWorld } from "./world.ts";

/** The header that signs a citizen in. */
export function cookieOf({ cookie }: BenchCitizen): Record<string, string> {
  return { cookie: `__Host-citizen=${cookie}` };
}

/** The request that issues a code to a citizen who scanned the first facility's screen just now. */
export function issuing(world: BenchWorld, citizen: BenchCitizen): [path: string, init: RequestInit] {
  const [facility] = world.seeded.facilities;
  if (!facility) throw new Error("the demo has no facility");
  const { keys, clock, random } = world.ports;
  const ticket = makeTicket(keys.qr, {
    qrId: facility.screenQrId,
    facilityId: facility.agencyId,
    serviceType: facility.serviceType,
    scannedAt: clock.now(),
    nonce: random.uuid(),
    evidence: "screen",
  });
  const headers = { ...cookieOf(citizen), "sec-fetch-site": "same-origin" };
  return [`/liff/ask/${ticket}`, { method: "POST", headers, body: new URLSearchParams({ for: "" }) }];
}

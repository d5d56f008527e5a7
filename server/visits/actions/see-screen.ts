import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { maskedNames } from "../desk/masked-names.ts";
import { counterSteps, type CounterStep } from "../counter-screen.ts";
import type { ServiceCode, ServiceCodeStatus } from "../service-code.ts";
import type { PlaceOfQr } from "../place.ts";
import { findPlace, listArrivals, type Arrival } from "../store.ts";

/** One code of today as the counter's screen shows it: enough to greet somebody, not to know them. */
export interface ShownArrival {
  readonly code: ServiceCode;
  readonly status: ServiceCodeStatus;
  readonly issuedAt: Date;
  /** First letters only; null where no name is known. */
  readonly maskedName: string | null;
}

export interface Screen {
  readonly place: PlaceOfQr;
  readonly now: Date;
  /** The current step and the next ten minutes. */
  readonly steps: readonly CounterStep[];
  /** Codes of today for this service that were not cancelled. */
  readonly count: number;
  readonly latest: readonly ShownArrival[];
}

const arrivalsShown = 6;

/**
 * What the counter's screen shows and holds ahead: signed steps of ten minutes, never a key, and today's latest codes
 * for its service. Names come masked; that the facility learns who asks there is what the citizen confirmed, and the
 * issuing's own audit entry names facility and person. Refuses what is no living screen QR of the staff's own facility
 * as not found.
 */
export async function seeScreen(
  ports: Ports,
  actor: Staff,
  input: { readonly qrId: string },
): Promise<Result<Screen, { readonly kind: "qr_not_found" }>> {
  if (!isUuid(input.qrId)) return refuse({ kind: "qr_not_found" });
  const now = ports.clock.now();
  const { agencyId } = actor;
  const found = await ports.db.as(actor, async (tx) => {
    const place = await findPlace(tx, input.qrId);
    if (place?.kind !== "screen" || place.asking.qrRevokedAt !== null) return null;
    const today = { agencyId, serviceType: place.serviceType, day: bangkokDay(now), limit: arrivalsShown };
    return { place, ...(await listArrivals(tx, today)) };
  });
  if (!found) return refuse({ kind: "qr_not_found" });
  const { place, count, latest } = found;
  const steps = counterSteps(ports.keys.qr, place, now);
  return ok({ place, now, steps, count, latest: await masked(ports, latest) });
}

async function masked(ports: Ports, arrivals: readonly Arrival[]): Promise<ShownArrival[]> {
  const names = await maskedNames(
    ports,
    arrivals.map(({ personId }) => personId),
  );
  return arrivals.map(({ personId, code, status, issuedAt }) => ({
    code,
    status,
    issuedAt,
    maskedName: names.get(personId) ?? null,
  }));
}

import { record } from "../../audit/store.ts";
import { listLineLinks } from "../../identity/store/line-links.ts";
import type { Staff } from "../../kernel/actor.ts";
import { refuse, ok, type Result } from "../../kernel/result.ts";
import { endOfBangkokDay } from "../../kernel/thai-date.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ServiceCode } from "../service-code.ts";
import { holdsOn, type ServiceTypeCode } from "../service-type.ts";
import {
  changeDraft,
  findFacility,
  issueCodes,
  listDayCodes,
  listOffers,
  listTicked,
  type FreshCode,
  type KeptVisit,
} from "../store.ts";
import type { VisitCode } from "../visit-code.ts";

export type ConfirmRefusal =
  | { readonly kind: "draft_changed"; readonly version: number }
  | { readonly kind: "visit_not_draft"; readonly status: KeptVisit["status"] }
  | { readonly kind: "facility_closed" }
  | { readonly kind: "service_not_offered" }
  /** Every ticked service has a live code of the day: nothing would be issued. */
  | { readonly kind: "codes_there_already" };

/** What confirming gives: a code for each ticked service, those of the day that were there before among them. */
export interface Confirmed {
  readonly visitId: string;
  readonly codes: readonly (VisitCode & { readonly isNew: boolean })[];
}

/**
 * Confirms a draft inside the caller's transaction: one code for each ticked service, audit for each, the citizen told
 * in LINE, the visit closed to change. `slip` gives the code that was allocated on paper, for a draft of one service. A service
 * that has a live code of the day already keeps it and gets no second one. The visit must be locked. Refuses a version
 * that is not the one seen, what is no draft, a closed facility, a service not offered that day, and a draft whose
 * every service has its code.
 */
export async function issueForVisit(
  ports: Ports,
  tx: Tx,
  staff: Staff,
  visit: KeptVisit,
  input: { readonly version: number; readonly slip?: ServiceCode },
): Promise<Result<Confirmed, ConfirmRefusal>> {
  if (visit.status !== "draft") return refuse({ kind: "visit_not_draft", status: visit.status });
  if (visit.version !== input.version) return refuse({ kind: "draft_changed", version: visit.version });
  const [place, offers, ticked] = [
    await findFacility(tx, visit.agencyId),
    await listOffers(tx, visit.agencyId, visit.day),
    await listTicked(tx, visit),
  ];
  if (!place || place.closedAt !== null) return refuse({ kind: "facility_closed" });
  const offered = ticked.every((code) =>
    offers.some((offer) => offer.code === code && holdsOn(offer, visit.day)),
  );
  if (!offered) return refuse({ kind: "service_not_offered" });
  const fresh = await issue(ports, tx, visit, ticked, input.slip ?? null);
  if (fresh.length === 0) return refuse({ kind: "codes_there_already" });
  const now = ports.clock.now();
  const changed = await changeDraft(
    tx,
    visit,
    { staffId: staff.staffId, now },
    { status: "confirmed", confirmedAt: now },
  );
  if (!changed) throw new Error("a locked draft was changed by somebody else");
  await tell(ports, tx, staff, visit, fresh);
  const codes = (await listDayCodes(tx, visit)).filter(
    ({ serviceType, status }) => ticked.includes(serviceType) && status !== "cancelled",
  );
  return ok({
    visitId: visit.id,
    codes: codes.map((code) => ({ ...code, isNew: fresh.some(({ id }) => id === code.id) })),
  });
}

function issue(
  ports: Ports,
  tx: Tx,
  visit: KeptVisit,
  ticked: readonly ServiceTypeCode[],
  slip: ServiceCode | null,
): Promise<readonly FreshCode[]> {
  return issueCodes(tx, {
    personId: visit.personId,
    visitId: visit.id,
    agencyId: visit.agencyId,
    day: visit.day,
    now: ports.clock.now(),
    expiresAt: endOfBangkokDay(visit.day),
    codeKey: ports.keys.serviceCode,
    services: ticked.map((service) => ({ service, id: ports.random.uuid(), code: slip })),
  });
}

/** Audit for each code, and a notice to the person where LINE knows them. */
async function tell(
  ports: Ports,
  tx: Tx,
  staff: Staff,
  { personId, agencyId, way }: KeptVisit,
  fresh: readonly FreshCode[],
): Promise<void> {
  const links = await listLineLinks(tx, personId);
  for (const { id, service } of fresh) {
    await record(ports, tx, {
      action: "service_code.issued",
      actor: staff,
      personId,
      agencyId,
      subjectId: id,
      refs: { service, way },
    });
    for (const to of links) {
      await queue(ports, tx, {
        kind: "code_issued",
        medium: "line",
        to,
        personId,
        refs: { personId, codeId: id },
      });
    }
  }
}

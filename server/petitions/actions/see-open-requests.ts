import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import {
  listOpenAgencies,
  listOpenRequests,
  listOpenServices,
  type OpenAgency,
  type OpenRequest,
  type OpenRequestsAsked,
  type OpenService,
} from "../store/open-request.ts";

export type JurisdictionRefusal =
  { readonly kind: "jurisdiction_missing" } | { readonly kind: "jurisdiction_not_found" };

/** A place's services and what was asked of them. */
export interface OpenRequests {
  readonly agency: OpenAgency;
  readonly services: readonly OpenService[];
  readonly requests: readonly OpenRequest[];
}

/** What is asked; services by the names they have in addresses. Null: no requests at all. */
export type OpenQuestion = Omit<OpenRequestsAsked, "serviceIds"> & {
  readonly serviceCodes: readonly string[] | null;
};

/**
 * The services about places of a jurisdiction, and its requests where a question is asked. The jurisdiction may be left
 * out where there is but one. Refuses one that is missing, and one there is none of.
 */
export async function seeOpenRequests(
  ports: Ports,
  jurisdictionId: string | null,
  question: OpenQuestion | null,
): Promise<Result<OpenRequests, JurisdictionRefusal>> {
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const agencies = await listOpenAgencies(tx);
    if (jurisdictionId === null && agencies.length !== 1) return refuse({ kind: "jurisdiction_missing" });
    const agency =
      jurisdictionId === null ? agencies[0] : agencies.find(({ slug }) => slug === jurisdictionId);
    if (!agency) return refuse({ kind: "jurisdiction_not_found" });
    const services = await listOpenServices(tx, agency.agencyId);
    if (question === null) return ok({ agency, services, requests: [] });
    const { serviceCodes, ...asked } = question;
    const serviceIds =
      serviceCodes === null
        ? null
        : services.filter(({ slug }) => serviceCodes.includes(slug)).map(({ id }) => id);
    const requests = await listOpenRequests(tx, agency.agencyId, { ...asked, serviceIds });
    return ok({ agency, services, requests });
  });
}

/** Every jurisdiction there is, for whoever looks for one. */
export function seeJurisdictions(ports: Ports): Promise<readonly OpenAgency[]> {
  return ports.db.as({ kind: "gate" }, listOpenAgencies);
}

import { isRegion } from "../../agencies/region.ts";
import { findOffice } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { parseHcode } from "../facility.ts";
import { parseServiceTypeCode, type ServiceTypeCode } from "../service-type.ts";
import { initialServiceTypes } from "../service-types.ts";
import { addMissingServiceTypes, findServiceTypes, insertFacility, insertOffers } from "../store.ts";

export interface FacilityInput {
  readonly hcode: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Codes of service types, `PG…`. */
  readonly services: readonly string[];
  /** Shown to citizens who need help, as it is to be read. */
  readonly telephone?: string;
  /** Number of the region it lies in, whose office grants its people access. */
  readonly region?: number;
}

export type FacilityRefusal =
  | { readonly kind: "hcode_shape" }
  | { readonly kind: "hcode_taken" }
  | { readonly kind: "region_shape" }
  | { readonly kind: "facility_name_empty" }
  | { readonly kind: "service_type_shape"; readonly code: string }
  | { readonly kind: "service_type_unknown"; readonly code: string };

/**
 * Adds a facility that offers the named services from today, and brings in the initial service types where they are
 * missing. Refuses an hcode that is not five digits or is taken, a region that is no number from 1 to 99, an empty
 * name, and a service that is no type today.
 */
export async function addFacility(
  ports: Ports,
  actor: SystemActor,
  input: FacilityInput,
): Promise<Result<{ readonly agencyId: string }, FacilityRefusal>> {
  const hcode = parseHcode(input.hcode);
  if (!hcode.ok) return hcode;
  const [nameTh, nameEn] = [input.nameTh.trim(), input.nameEn.trim()];
  if (nameTh === "" || nameEn === "") return refuse({ kind: "facility_name_empty" });
  if (input.region !== undefined && !isRegion(input.region)) return refuse({ kind: "region_shape" });
  const services = readServices(input.services);
  if (!services.ok) return services;
  const now = ports.clock.now();
  const day = bangkokDay(now);
  return ports.db.as(actor, async (tx) => {
    await addMissingServiceTypes(tx, initialServiceTypes);
    const known = await findServiceTypes(tx, day);
    const unknown = services.value.find((code) => !known.some((type) => type.code === code));
    if (unknown !== undefined) return refuse({ kind: "service_type_unknown", code: unknown });
    const agencyId = ports.random.uuid();
    const telephone = input.telephone?.trim() || null;
    const region = input.region ?? null;
    const registrarId = region === null ? null : ((await findOffice(tx, region))?.id ?? null);
    const names = { nameTh, nameEn };
    const made = await insertFacility(tx, {
      agencyId,
      hcode: hcode.value,
      telephone,
      ...names,
      region,
      registrarId,
      now,
    });
    if (!made) return refuse({ kind: "hcode_taken" });
    await insertOffers(tx, agencyId, services.value, day);
    await record(ports, tx, { action: "facility.added", actor, agencyId, subjectId: hcode.value });
    return ok({ agencyId });
  });
}

function readServices(
  texts: readonly string[],
): Result<ServiceTypeCode[], { readonly kind: "service_type_shape"; readonly code: string }> {
  const codes: ServiceTypeCode[] = [];
  for (const text of texts) {
    const code = parseServiceTypeCode(text);
    if (!code.ok) return refuse({ kind: "service_type_shape", code: text });
    codes.push(code.value);
  }
  return ok(codes);
}

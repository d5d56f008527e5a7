import type { Citizen, Gate } from "../../kernel/actor.ts";
import { isAtLeast, type AssuranceLevel } from "../../identity/assurance.ts";
import type { IdCheckState } from "../../identity/id-check.ts";
import { findCheckStanding } from "../../identity/store/check-standing.ts";
import { findPerson } from "../../identity/store/person.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { Town } from "../catalogue.ts";
import type { ServiceClosed } from "../draft.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { findTown } from "../store/catalogue.ts";
import { findOpenDraft } from "../store/draft.ts";
import { findServiceOfSlug, findVersion, type KeptService } from "../store/service.ts";

const anybody: Gate = { kind: "gate" };

export interface SeenService {
  readonly town: Town;
  readonly service: KeptService;
  readonly version: number;
  readonly definition: ServiceDefinition;
  /** Of whoever is signed in; null: nobody is, or without an account. */
  readonly own: {
    readonly assurance: AssuranceLevel;
    readonly isHighEnough: boolean;
    /** How the last check of their ID pictures stands; null: none was sent. */
    readonly check: IdCheckState | null;
    readonly draft: { readonly id: string; readonly savedAt: Date } | null;
  } | null;
}

/**
 * A service as it is offered now, to anybody; to a citizen also whether their rung of assurance is enough, and the draft
 * they have of it. Refuses what is not offered.
 */
export async function seeService(
  ports: Ports,
  actor: Citizen | null,
  named: { readonly slug: string; readonly service: string },
): Promise<Result<SeenService, ServiceClosed>> {
  const seen = await ports.db.as(anybody, async (tx) => {
    const town = await findTown(tx, named.slug);
    const service = town && (await findServiceOfSlug(tx, town.agencyId, named.service));
    if (!town || !service || service.version === null || service.closedAt !== null) return null;
    const version = await findVersion(tx, town.agencyId, service.id, service.version);
    return version && { town, service, version: version.version, definition: version.definition };
  });
  if (!seen) return refuse({ kind: "service_closed" });
  return ok({ ...seen, own: actor && (await ownOf(ports, actor, seen)) });
}

async function ownOf(
  ports: Ports,
  actor: Citizen,
  { service, definition }: Pick<SeenService, "service" | "definition">,
): Promise<SeenService["own"]> {
  const { personId } = actor;
  return ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, personId);
    if (!person) return null;
    const draft = await findOpenDraft(tx, { personId, agencyId: service.agencyId, serviceId: service.id });
    const standing = await findCheckStanding(tx, personId);
    return {
      assurance: person.assurance,
      check: standing?.state ?? null,
      isHighEnough: isAtLeast(person.assurance, definition.assurance),
      draft,
    };
  });
}

import { record } from "../../audit/store.ts";
import { wordingOf } from "../../forms/typed-field.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { freeSlug } from "../desk/free-slug.ts";
import { newDefinition } from "../new-definition.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import type { PackExample } from "../service-pack.ts";
import { listCategories } from "../store/catalogue.ts";
import {
  findCompany,
  findServiceOfRequest,
  insertDraft,
  insertService,
  lockCatalogue,
} from "../store/service-making.ts";
import { findService, findVersion } from "../store/service.ts";
import { findOpenUnit } from "../store/unit.ts";

export type MakeServiceRefusal =
  | { readonly kind: "name_empty" }
  | { readonly kind: "category_missing" }
  | { readonly kind: "unit_missing" }
  /** The service to copy is not there, or was never published. */
  | { readonly kind: "service_missing" };

export interface MakeServiceInput {
  readonly nameTh: string;
  readonly nameEn: string;
  readonly categoryId: string;
  /** Empty: whoever takes its petitions. */
  readonly unitId: string;
  /** A service whose form and rules the new one begins with; empty: from nothing. */
  readonly copyOf: string;
  readonly requestKey: string;
}

/**
 * Makes a service with a first draft, from nothing or as a copy of what another one has in use; nobody outside sees it
 * before it is published. Sent twice it makes one. Refuses an empty name, and a category, unit or service of nobody's.
 */
export async function makeService(
  ports: Ports,
  actor: Staff,
  input: MakeServiceInput,
): Promise<Result<{ readonly serviceId: string }, MakeServiceRefusal>> {
  const name = wordingOf(input.nameTh, input.nameEn);
  if (name === null) return refuse({ kind: "name_empty" });
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const made = await findServiceOfRequest(tx, agencyId, input.requestKey);
    if (made !== null) return ok({ serviceId: made });
    const categories = await listCategories(tx, agencyId);
    if (!categories.some(({ id }) => id === input.categoryId)) return refuse({ kind: "category_missing" });
    const unitId = input.unitId === "" ? null : input.unitId;
    if (unitId !== null && !(isUuid(unitId) && (await findOpenUnit(tx, agencyId, unitId))))
      return refuse({ kind: "unit_missing" });
    const first = await firstDefinition(tx, agencyId, input.copyOf);
    if (first === null) return refuse({ kind: "service_missing" });
    const definition = { ...(first.definition ?? newDefinition(name)), name };
    const [id, now] = [ports.random.uuid(), ports.clock.now()];
    const slug = await freeSlug(tx, agencyId, `service-${id.slice(-6)}`);
    const { categoryId, requestKey } = input;
    await insertService(tx, { id, agencyId, categoryId, slug, unitId, requestKey, madeAt: now });
    const draft = { definition, examples: first.examples, notes: null, madeBy: actor.staffId, madeAt: now };
    await insertDraft(tx, { agencyId, serviceId: id, ...draft });
    const refs = { slug, copyOf: input.copyOf || null };
    await record(ports, tx, { action: "service.made", actor, subjectId: id, refs });
    return ok({ serviceId: id });
  });
}

interface First {
  readonly definition: ServiceDefinition | null;
  readonly examples: readonly PackExample[];
}

/** What a service begins with; null: there is nothing to copy. */
async function firstDefinition(tx: Tx, agencyId: string, copyOf: string): Promise<First | null> {
  if (copyOf === "") return { definition: null, examples: [] };
  const service = isUuid(copyOf) ? await findService(tx, agencyId, copyOf) : null;
  if (service?.version == null) return null;
  const version = await findVersion(tx, agencyId, copyOf, service.version);
  if (version === null) return null;
  const { examples } = await findCompany(tx, agencyId, copyOf, service.version);
  return { definition: version.definition, examples };
}

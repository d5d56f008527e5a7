import { counterPerson, type CounterPerson } from "../../identity/counter-person.ts";
import { registrationVersion, type RegistrationAnswers } from "../../identity/registration.ts";
import { findDraft } from "../../identity/store/draft.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { handOverState } from "../hand-over.ts";
import type { Names } from "../names.ts";
import { findTakenHandOver, findWanted, markShown, type KeptHandOver } from "../store.ts";

/** What was typed on the phone of somebody who is not registered yet. */
export type HandedDraft = Pick<RegistrationAnswers, "firstName" | "lastName" | "phone">;

/** What a clerk goes on with. */
export interface HandedOver {
  readonly id: string;
  readonly serviceType: string;
  readonly service: Names;
  readonly madeAt: Date;
  /** Null: the phone had not come to the number yet. */
  readonly citizenId: CitizenId | null;
  /** Null: nobody of that number is known. */
  readonly person: CounterPerson | null;
  /** Null: the person has an account. */
  readonly draft: HandedDraft | null;
}

export type SeeHandOverRefusal =
  | { readonly kind: "hand_over_missing" }
  /** A visit was made of it already. */
  | { readonly kind: "hand_over_tied"; readonly visitId: string };

/**
 * What was handed over, to the clerk who took it: whom for which service, and how far the registration on the phone
 * had come. The look is written, for the person to see. Refuses another's, and one that is over, as missing; and
 * one whose visit is there already.
 */
export async function seeHandOver(
  ports: Ports,
  actor: Staff,
  input: { readonly handOverId: string },
): Promise<Result<HandedOver, SeeHandOverRefusal>> {
  if (!isUuid(input.handOverId)) return refuse({ kind: "hand_over_missing" });
  const found = await ports.db.as(actor, async (tx) => {
    const kept = await findTakenHandOver(tx, actor, input.handOverId);
    const wanted = kept && (await findWanted(tx, kept.agencyId, kept.serviceType));
    return kept && wanted && { kept, service: wanted.service };
  });
  if (!found) return refuse({ kind: "hand_over_missing" });
  const { kept, service } = found;
  const { id, serviceType, madeAt, visitId } = kept;
  if (visitId !== null) return refuse({ kind: "hand_over_tied", visitId });
  if (handOverState(kept, ports.clock.now()) !== "taken") return refuse({ kind: "hand_over_missing" });
  const whom = await readWhom(ports, kept);
  const person = whom.citizenId && (await lookAt(ports, actor, id, whom.citizenId));
  return ok({ id, serviceType, service, madeAt, ...whom, person });
}

/** Who stands behind the number: the person it names, else what the registration draft says by now. */
async function readWhom(ports: Ports, kept: KeptHandOver): Promise<Pick<HandedOver, "citizenId" | "draft">> {
  return ports.db.as({ kind: "system", job: "hand_over" }, async (tx) => {
    if (kept.personId !== null) {
      const person = await findPerson(ports, tx, kept.personId);
      return { citizenId: person?.citizenId ?? null, draft: null };
    }
    const of = { user: kept.user, kind: "registration", version: registrationVersion } as const;
    const draft = await findDraft<RegistrationAnswers>(ports, tx, of);
    const { citizenId = null, firstName = null, lastName = null, phone = null } = draft?.answers ?? {};
    return { citizenId, draft: { firstName, lastName, phone } };
  });
}

async function lookAt(
  ports: Ports,
  actor: Staff,
  handOverId: string,
  citizenId: CitizenId,
): Promise<CounterPerson | null> {
  const look = {
    what: "counter",
    purpose: "hand_over",
    subjectId: handOverId,
    personIds: [],
    citizenId,
  } as const;
  return ports.db.as(actor, async (tx) => {
    await markShown(tx, handOverId, ports.keys.blindIndex("citizen_id", citizenId));
    const [person] = (await listLookedAt(ports, tx, actor, look)).values();
    return person ? counterPerson(person) : null;
  });
}

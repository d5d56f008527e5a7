import { record } from "../../audit/store.ts";
import type { Wording } from "../../forms/field.ts";
import type { CounterPerson } from "../../identity/counter-person.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { HandedRefusal } from "../draft-hand-over.ts";
import type { DraftSent } from "../draft.ts";
import { lockHanded } from "../desk/handed-draft.ts";
import { lookAtHanded } from "../desk/look-at-handed.ts";
import { markDraftConfirmed } from "../store/draft-hand-over.ts";
import { findVersion } from "../store/service.ts";

const comparing: SystemActor = { kind: "system", job: "hand_over" };

/** What an officer compares with who stands there, before the draft opens. */
export interface HandedOverDraft {
  readonly id: string;
  readonly service: Wording;
  readonly savedAt: Date;
  readonly person: CounterPerson;
}

/**
 * Whose draft an officer took, for which service, and when it was saved last. The look is written, for the person to see.
 * Refuses what `lockHanded` refuses.
 */
export async function seeHandedDraft(
  ports: Ports,
  actor: Staff,
  { handOverId }: { readonly handOverId: string },
): Promise<Result<HandedOverDraft, HandedRefusal | DraftSent>> {
  return ports.db.as(actor, async (tx) => {
    const held = await lockHanded(ports, tx, actor, handOverId);
    if (!held.ok) return held;
    const { agencyId, serviceId, serviceVersion, savedAt, personId } = held.value.draft;
    const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
    const person = await lookAtHanded(ports, tx, actor, { handOverId, personId });
    if (!version) throw new Error("a draft without its form");
    return ok({ id: handOverId, service: version.definition.name, savedAt, person });
  });
}

/**
 * Opens a draft that an officer took, once the number typed from the card is its person's. Nothing of the person is
 * answered. Refuses another number, and what `lockHanded` refuses; confirming again changes nothing.
 */
export async function confirmHandedDraft(
  ports: Ports,
  actor: Staff,
  { handOverId, citizenId }: { readonly handOverId: string; readonly citizenId: CitizenId },
): Promise<Result<undefined, HandedRefusal | DraftSent | { readonly kind: "hand_over_other" }>> {
  const held = await ports.db.as(actor, (tx) => lockHanded(ports, tx, actor, handOverId));
  if (!held.ok) return held;
  const { personId } = held.value.draft;
  const person = await ports.db.as(comparing, (tx) => findPerson(ports, tx, personId));
  if (person?.citizenId !== citizenId) return refuse({ kind: "hand_over_other" });
  return ports.db.as(actor, async (tx) => {
    const again = await lockHanded(ports, tx, actor, handOverId);
    if (!again.ok) return again;
    const { handOver } = again.value;
    if (handOver.confirmedAt !== null) return ok();
    await markDraftConfirmed(tx, handOver, ports.clock.now());
    await record(ports, tx, {
      action: "draft_hand_over.confirmed",
      actor,
      personId,
      subjectId: handOver.id,
    });
    return ok();
  });
}

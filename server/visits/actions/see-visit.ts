import { counterPerson, type CounterPerson } from "../../identity/counter-person.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { nameRecorders } from "../desk/recorders.ts";
import type { ServiceType, ServiceTypeCode } from "../service-type.ts";
import {
  findPictureOfVisit,
  findServiceTypes,
  findVisit,
  listDayCodes,
  listTicked,
  openContact,
  type KeptVisit,
} from "../store.ts";
import type { VisitCode } from "../visit-code.ts";
import type { VisitContact } from "../visit-draft.ts";

/** A visit with everything the three panels of the counter show. */
export interface SeenVisit {
  readonly visit: KeptVisit;
  readonly person: CounterPerson;
  /** Null: asked for in LINE, nothing was typed here. */
  readonly contact: VisitContact | null;
  readonly ticked: readonly ServiceTypeCode[];
  /** The same, as they are called on the day of the visit. */
  readonly services: readonly ServiceType[];
  /** The picture of face and card, for the way by number; null: there is none. */
  readonly picture: { readonly id: string; readonly isOwn: boolean } | null;
  /** What those are called who made it, changed it last, and cancelled it; null: nobody did, or the citizen. */
  readonly recorders: Readonly<Record<"made" | "changed" | "cancelled", string | null>>;
  /** Codes of this visit, and the day's others of the same person here. */
  readonly codes: readonly (VisitCode & { readonly isOfVisit: boolean })[];
}

/**
 * One visit of the staff's own facility, its person among it; the look is written with `purpose` and shown to the
 * person. Refuses what is not there, or of another facility, as not found.
 */
export async function seeVisit(
  ports: Ports,
  actor: Staff,
  input: { readonly visitId: string; readonly purpose: string },
): Promise<Result<SeenVisit, { readonly kind: "visit_not_found" }>> {
  if (!isUuid(input.visitId)) return refuse({ kind: "visit_not_found" });
  return ports.db.as(actor, async (tx) => {
    const kept = await findVisit(tx, actor.agencyId, input.visitId);
    if (!kept) return refuse({ kind: "visit_not_found" });
    const look = {
      what: "visit",
      purpose: input.purpose,
      subjectId: kept.id,
      personIds: [kept.personId],
    } as const;
    const person = (await listLookedAt(ports, tx, actor, look)).get(kept.personId);
    if (!person) throw new Error("a visit's person is not there");
    const picture = await findPictureOfVisit(tx, kept);
    const [ticked, codes] = [await listTicked(tx, kept), await listDayCodes(tx, kept)];
    const types = await findServiceTypes(tx, kept.day);
    const names = await nameRecorders(ports, tx, [kept.madeBy, kept.changedBy, kept.cancelledBy]);
    const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return ok({
      visit: kept,
      person: counterPerson(person),
      contact: openContact(ports, person.dataKey, kept),
      ticked,
      services: types.filter(({ code }) => ticked.includes(code)),
      picture: picture && { id: picture.id, isOwn: picture.madeBy === actor.staffId },
      recorders: {
        made: name(kept.madeBy),
        changed: name(kept.changedBy),
        cancelled: name(kept.cancelledBy),
      },
      codes: codes.map(({ visitId, ...code }) => ({ ...code, isOfVisit: visitId === kept.id })),
    });
  });
}

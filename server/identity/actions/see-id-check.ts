import { listStaffNames } from "../../agencies/store/staff-names.ts";
import type { Address } from "../../forms/typed-place.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { AddressAreas, Area } from "../../kernel/gazetteer.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { fullName } from "../full-name.ts";
import { hideLastFour, idPictureSlots } from "../id-check.ts";
import type { DecidedIdCheck, SeenIdCheck } from "../seen-id-check.ts";
import { findContactOfCheck, findIdCheck, type KeptIdCheck } from "../store/id-check.ts";
import { listPicturesOfCheck } from "../store/id-picture.ts";
import { listLookedAt } from "../store/looked-at.ts";

export type SeeIdCheckRefusal =
  /** None of that id waits at the officer's agency, nor did. */
  | { readonly kind: "id_check_not_found" }
  /** Decided: its person and pictures are told no more. */
  | { readonly kind: "id_check_decided"; readonly decided: DecidedIdCheck };

/**
 * One check for the officer who opens it: whom the form says it is, and the pictures by their slots. The opening is a look
 * that its person is shown. Refuses another agency's as not found, and a decided one saying by whom and when.
 */
export async function seeIdCheck(
  ports: Ports,
  actor: Staff,
  { checkId }: { readonly checkId: string },
): Promise<Result<SeenIdCheck, SeeIdCheckRefusal>> {
  if (!isUuid(checkId)) return refuse({ kind: "id_check_not_found" });
  return ports.db.as(actor, async (tx) => {
    const check = await findIdCheck(tx, actor.agencyId, checkId);
    if (!check) return refuse({ kind: "id_check_not_found" });
    const decided = await decidedOf(ports, tx, actor, check);
    if (decided) return refuse({ kind: "id_check_decided", decided });
    const seen = await readSeen(ports, tx, actor, check);
    return seen ? ok(seen) : refuse({ kind: "id_check_not_found" });
  });
}

async function readSeen(ports: Ports, tx: Tx, actor: Staff, check: KeptIdCheck): Promise<SeenIdCheck | null> {
  const look = {
    what: "id_check",
    purpose: "id_check",
    subjectId: check.id,
    personIds: [check.personId],
  } as const;
  const person = (await listLookedAt(ports, tx, actor, look)).get(check.personId);
  if (!person) return null;
  const pictures = await listPicturesOfCheck(tx, actor.agencyId, check.id);
  const contact = await findContactOfCheck(ports, tx, actor.agencyId, check.id, person);
  return {
    id: check.id,
    madeAt: check.madeAt,
    prefix: contact?.prefix ?? null,
    name: fullName(person),
    citizenId: hideLastFour(person.citizenId),
    birth: person.birth,
    address: contact && { ...contact.address, areas: await readAreas(ports, contact.address) },
    pictures: idPictureSlots.flatMap((slot) => pictures.find((each) => each.slot === slot) ?? []),
  };
}

async function readAreas({ gazetteer }: Ports, address: Address): Promise<AddressAreas> {
  const { province, district, subdistrict } = address;
  const of = <A extends Area>(areas: readonly A[], code: string) =>
    areas.find((area) => area.code === code) ?? null;
  return {
    province: of(await gazetteer.provinces(), province),
    district: of(await gazetteer.districts(province), district),
    subdistrict: of(await gazetteer.subdistricts(district), subdistrict),
  };
}

/** What became of a check; null: it waits. */
async function decidedOf(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { id, state, decidedAt, decidedBy }: KeptIdCheck,
): Promise<DecidedIdCheck | null> {
  if (state === "waiting" || !decidedAt) return null;
  const isOwn = decidedBy === actor.staffId;
  const names = await listStaffNames(ports, tx, decidedBy && !isOwn ? [decidedBy] : []);
  return { id, state, decidedAt, decidedBy: names.get(decidedBy ?? "") ?? null, isOwn };
}

import { findAgencyPlace, type AgencyPlace } from "../../agencies/store/office.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { LocalSetting } from "../../petitions/local-setting.ts";
import { findAgencyOfSlug, findLocalSetting } from "../../petitions/store/local-government.ts";
import type { Ports, Tx } from "../../ports.ts";
import { crossOutFor } from "../cross-out.ts";
import { fullName } from "../full-name.ts";
import { isNameDiffering, saidPlace, type IdPictureSlot } from "../id-check.ts";
import type { OwnIdCheck, OwnIdPicture } from "../own-id-check.ts";
import { findLatestIdCheck, type KeptIdCheck } from "../store/id-check.ts";
import { listIdPictures, type KeptIdPicture } from "../store/id-picture.ts";
import { findPerson } from "../store/person.ts";

/** What the pictures of a check are for, as the cross-out says it. */
export const idCheckPurpose = "การยืนยันตัวตน";

/** How far a citizen is with an agency's check; null: no local government stands at that slug. Runs as the citizen. */
export async function readOwnIdCheck(
  ports: Pick<Ports, "vault" | "keys" | "clock">,
  tx: Tx,
  actor: Citizen,
  slug: string,
): Promise<OwnIdCheck | null> {
  const agencyId = await findAgencyOfSlug(tx, slug);
  const place = agencyId && (await findAgencyPlace(tx, agencyId));
  const setting = agencyId && (await findLocalSetting(tx, agencyId));
  const person = await findPerson(ports, tx, actor.personId);
  if (!agencyId || !place || !setting || !person) return null;
  const of = { agencyId, personId: person.id };
  // The pictures first: were they sent between the two looks, the check says so, and none of them seems to be missing.
  const kept = await listIdPictures(tx, of);
  const check = await findLatestIdCheck(tx, agencyId, person.id);
  const said = check?.said ? ports.vault.open<string>(person.dataKey, saidPlace(check.id), check.said) : null;
  return {
    agency: agencyOf(agencyId, place, setting),
    assurance: person.assurance,
    state: check?.state ?? null,
    madeAt: check?.madeAt ?? null,
    decidedAt: check?.decidedAt ?? null,
    said,
    differingName: check?.state === "sent_back" && isNameDiffering(check.faults) ? fullName(person) : null,
    pictures: setting.idPictures.map((slot) => pictureOf(slot, check, kept)),
    words: crossOutFor(idCheckPurpose, place.nameTh, bangkokDay(ports.clock.now())),
  };
}

function agencyOf(id: string, { nameTh, nameEn }: AgencyPlace, setting: LocalSetting): OwnIdCheck["agency"] {
  const { slug, addressTh, phone } = setting;
  return { id, slug, nameTh, nameEn, addressTh, phone };
}

/** A new picture wins; one that was sent stays good unless an officer found fault with it. */
function pictureOf(
  slot: IdPictureSlot,
  check: KeptIdCheck | null,
  kept: readonly KeptIdPicture[],
): OwnIdPicture {
  const loose = kept.find((each) => each.slot === slot && each.checkId === null);
  if (loose) return { slot, pictureId: loose.id, isSent: false, faults: [] };
  const faults = (check?.faults ?? []).filter((each) => each.slot === slot).map(({ fault }) => fault);
  const sent = kept.find((each) => each.slot === slot && each.checkId === check?.id);
  const pictureId = faults.length === 0 ? (sent?.id ?? null) : null;
  return { slot, pictureId, isSent: pictureId !== null, faults };
}

import type postgres from "postgres";
import { petitionFile } from "../../db/schema/index.ts";
import { makeDraftHandOver } from "../../server/petitions/actions/make-draft-hand-over.ts";
import { openDraft } from "../../server/petitions/actions/open-draft.ts";
import { takeDraftHandOver } from "../../server/petitions/actions/take-draft-hand-over.ts";
import { bringPack } from "../../server/petitions/actions/bring-pack.ts";
import { keepReply, seeReplies } from "../../server/petitions/actions/keep-reply.ts";
import { saveView } from "../../server/petitions/actions/save-view.ts";
import { packFileFormat } from "../../server/petitions/pack-file.ts";
import { servicePacks } from "../../server/petitions/packs/index.ts";
import { attachmentKey, attachmentPlace } from "../../server/petitions/attachment.ts";
import type { Citizen, Staff } from "../../server/kernel/actor.ts";
import { layPetition } from "./lay-petitions.ts";
import { layPerson } from "./lay-visits.ts";
import type { Town } from "./municipality.ts";
import { granted } from "./people.ts";
import type { TestWorld } from "./ports.ts";

type Ports = TestWorld["ports"];

/** An object of a local government for each parameter of a console path; every room adds what its own paths name. */
export type TownObjects = Readonly<Record<string, string>>;

/** Lays one of everything that the console's paths name at a town; the views are of `officer`. */
export async function layTownObjects(
  ports: Ports,
  all: postgres.Sql,
  town: Town,
  officer: Staff,
): Promise<TownObjects> {
  const { agencyId } = town;
  const { serviceId, slug } = await town.serviceOf();
  const person = await layPerson(ports);
  const petitionId = await layPetition(ports, all, { agencyId, serviceId, personId: person.id });
  const view = { name: "ของฉัน", query: "view=mine", requestKey: ports.random.uuid() };
  await granted(saveView(ports, officer, view));
  const [saved] = await all`select id from petition_view where agency_id = ${agencyId}`;
  const reply = { replyId: null, title: "รับเรื่องแล้ว", body: "จะติดต่อกลับ", requestKey: ports.random.uuid() };
  await granted(keepReply(ports, town.localAdmin, reply));
  const [kept] = await seeReplies(ports, town.localAdmin);
  const file = JSON.stringify({ format: packFileFormat, pack: servicePacks[0] });
  const { importId } = await granted(bringPack(ports, town.localAdmin, { text: file }));
  return {
    serviceId,
    categoryId: town.categoryId,
    unitId: town.unitIds[0],
    memberId: town.other.staffId,
    replyId: kept?.id ?? "",
    importId,
    // Those that come with the product are everybody's; a document of the service there is none of.
    ...{ pack: "none", template: "none" },
    field: "place",
    petitionId,
    fileId: await layPetitionFile(ports, { agencyId, personId: person.id, petitionId }),
    viewId: String(saved?.["id"]),
    handOverId: await layDraftHandOver(ports, all, officer, person.id, { slug: town.slug, service: slug }),
    checkId: await layIdCheck(ports, all, agencyId, person.id),
    // Papers are laid by their own tests; here none is anybody's.
    documentId: ports.random.uuid(),
  };
}

/** A draft that a citizen handed over and `officer` took. */
async function layDraftHandOver(
  ports: Ports,
  all: postgres.Sql,
  officer: Staff,
  personId: string,
  of: { readonly slug: string; readonly service: string },
): Promise<string> {
  const user = { channel: "c", lineUserId: `U${personId.replaceAll("-", "")}` };
  const citizen: Citizen = { kind: "citizen", ...user, personId, unlocked: true };
  const { draftId } = await granted(openDraft(ports, citizen, of));
  await granted(makeDraftHandOver(ports, citizen, { draftId }));
  const [made] = await all`select number from draft_hand_over where draft_id = ${draftId}`;
  const numberText = String(made?.["number"]);
  return (await granted(takeDraftHandOver(ports, officer, { numberText }))).handOverId;
}

async function layPetitionFile(
  ports: Ports,
  of: { readonly agencyId: string; readonly personId: string; readonly petitionId: string },
): Promise<string> {
  const [id, dataKey] = [ports.random.uuid(), ports.vault.newDataKey()];
  const fileKey = attachmentKey(of.agencyId, id);
  const staff = {
    kind: "staff",
    staffId: ports.random.uuid(),
    agencyId: of.agencyId,
    level: "officer",
  } as const;
  const place = attachmentPlace(id);
  await ports.files.put(fileKey, ports.vault.sealBytes(dataKey, place, new Uint8Array([1])), "image/jpeg");
  const sealed = ports.vault.seal(dataKey, place, { name: "รูป.jpg" });
  const row = { ...of, id, mediaType: "image/jpeg", size: 1, dataKey, sealed, fileKey };
  await ports.db.as(staff, (tx) => tx.insert(petitionFile).values({ ...row, keptAt: ports.clock.now() }));
  return id;
}

async function layIdCheck(
  ports: Ports,
  all: postgres.Sql,
  agencyId: string,
  personId: string,
): Promise<string> {
  const id = ports.random.uuid();
  await all`insert into id_check (agency_id, id, person_id, state, made_at)
    values (${agencyId}, ${id}, ${personId}, 'waiting', ${ports.clock.now().toISOString()})`;
  return id;
}

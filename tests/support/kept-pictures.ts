import type postgres from "postgres";
import type { Staff } from "../../server/kernel/actor.ts";
import { keepPicture } from "../../server/visits/actions/keep-picture.ts";
import { saveDraft, type DraftInput } from "../../server/visits/actions/save-draft.ts";
import type { SavedDraft } from "../../server/visits/saved-draft.ts";
import type { TypedVisit } from "../../server/visits/visit-draft.ts";
import { asSuperuser } from "./citizens.ts";
import { drawnJpeg } from "./drawn-picture.ts";
import { generalCare, openFacility } from "./facilities.ts";
import { memoryFiles } from "./files.ts";
import type { LaidPerson } from "./lay-visits.ts";
import { granted } from "./people.ts";
import { testWorld, type TestWorld } from "./ports.ts";
import { openOffice } from "./staff.ts";
import { staffAt } from "./two-facilities.ts";

/** What is typed for a visit by number and picture. */
export const typedByPicture: TypedVisit = {
  mobile: "0997775858",
  telephones: "",
  time: "09:30",
  services: [generalCare],
  hn: "",
  an: "",
};

/** Two facilities in two regions with their offices, and pictures taken there. */
export interface PictureWorld {
  readonly world: TestWorld;
  readonly files: ReturnType<typeof memoryFiles>;
  readonly all: postgres.Sql;
  readonly clerk: Staff;
  readonly colleague: Staff;
  /** Of the facility of the other region. */
  readonly stranger: Staff;
  readonly registrar: Staff;
  readonly registrarElsewhere: Staff;
  /** Of the central office, above both regions'. */
  readonly centre: Staff;
  readonly jpeg: Uint8Array;
  /** Keeps a picture of somebody, the clerk's unless told otherwise. */
  kept(person: LaidPerson, by?: Staff): Promise<string>;
  /** Saves a draft by number and picture. */
  save(person: LaidPerson, pictureId: string | null): ReturnType<typeof saveDraft>;
  drafted(person: LaidPerson, pictureId: string): Promise<SavedDraft>;
  close(): Promise<void>;
}

/** Opens it. */
export async function pictureWorld(): Promise<PictureWorld> {
  const files = memoryFiles();
  const world = await testWorld({ files });
  const { ports } = world;
  const all = asSuperuser(world);
  const jpeg = await drawnJpeg();
  const staff = (agencyId: string, level: Staff["level"]) => staffAt(ports, agencyId, level);
  const centre = staff(await openOffice(ports, null), "national_admin");
  const registrar = staff(await openOffice(ports, 1), "registrar");
  const registrarElsewhere = staff(await openOffice(ports, 2), "registrar");
  const clerk = staff(await openFacility(ports, { region: 1 }), "clerk");
  const stranger = staff(await openFacility(ports, { hcode: "99902", region: 2 }), "clerk");
  const inputOf = (person: LaidPerson, pictureId: string | null): DraftInput => ({
    citizenId: person.citizenId,
    way: "picture",
    typed: typedByPicture,
    correlationId: null,
    rights: { mainRight: null, subRight: null },
    pictureId,
    day: null,
    requestKey: ports.random.uuid(),
  });
  const save = (person: LaidPerson, pictureId: string | null) =>
    saveDraft(ports, clerk, inputOf(person, pictureId));
  return {
    ...{ world, files, all, clerk, stranger, registrar, registrarElsewhere, centre, jpeg, save },
    colleague: staff(clerk.agencyId, "clerk"),
    kept: async (person, by = clerk) => {
      const { citizenId } = person;
      return (await granted(keepPicture(ports, by, { of: { citizenId }, bytes: jpeg }))).pictureId;
    },
    drafted: (person, pictureId) => granted(save(person, pictureId)),
    close: async () => {
      await all.end();
      await world.close();
    },
  };
}

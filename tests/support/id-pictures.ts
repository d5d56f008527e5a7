import type postgres from "postgres";
import { keepIdPicture } from "../../server/identity/actions/keep-id-picture.ts";
import { seeOwnIdCheck } from "../../server/identity/actions/see-own-id-check.ts";
import { sendIdCheck } from "../../server/identity/actions/send-id-check.ts";
import { idPictureSlots, type IdPictureSlot } from "../../server/identity/id-check.ts";
import { saveContact } from "../../server/identity/store/contact.ts";
import { termsVersions } from "../../server/identity/terms.ts";
import { findPerson, type KeptPerson } from "../../server/identity/store/person.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import type { Email } from "../../server/kernel/email.ts";
import type { PersonName } from "../../server/kernel/person-name.ts";
import { asSuperuser } from "./citizens.ts";
import { drawnJpeg } from "./drawn-picture.ts";
import { memoryFiles } from "./files.ts";
import { lightPinHash } from "./light-pin-hash.ts";
import { openTown, type Town } from "./municipality.ts";
import { granted, registered } from "./people.ts";
import { testWorld, type TestWorld } from "./ports.ts";

/** Two towns, and people whose ID pictures their officers look at. */
export interface IdPictureWorld {
  readonly world: TestWorld;
  readonly files: ReturnType<typeof memoryFiles>;
  readonly all: postgres.Sql;
  readonly town: Town;
  readonly elsewhere: Town;
  readonly jpeg: Uint8Array;
  /** Somebody registered, with a contact. */
  citizen(): Promise<Citizen>;
  /** Keeps a picture for each of these slots. */
  kept(citizen: Citizen, slots?: readonly IdPictureSlot[]): Promise<void>;
  /** Sends all of them; answers the check's id. */
  sent(citizen: Citizen): Promise<string>;
  own(citizen: Citizen): ReturnType<typeof ownOf>;
  personOf(citizen: Citizen): Promise<KeptPerson>;
  close(): Promise<void>;
}

const gate = { kind: "gate" } as const;

/** Opens it. */
export async function idPictureWorld(): Promise<IdPictureWorld> {
  const files = memoryFiles();
  const world = await testWorld({
    files,
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("unavailable") },
    pinHash: lightPinHash,
  });
  const { ports } = world;
  const all = asSuperuser(world);
  const [town, elsewhere] = [await openTown(ports), await openTown(ports)];
  const jpeg = await drawnJpeg();
  const personOf = async ({ personId }: Citizen) => {
    const person = await ports.db.as(gate, (tx) => findPerson(ports, tx, personId));
    if (!person) throw new Error("no such person");
    return person;
  };
  const kept = async (citizen: Citizen, slots: readonly IdPictureSlot[] = idPictureSlots) => {
    for (const slot of slots) {
      await granted(keepIdPicture(ports, citizen, { slug: town.slug, slot, bytes: jpeg }));
    }
  };
  return {
    ...{ world, files, all, town, elsewhere, jpeg, kept, personOf },
    own: (citizen) => ownOf(world, citizen, town.slug),
    citizen: async () => {
      const citizen = await registered(ports);
      await layContact(world, await personOf(citizen));
      return citizen;
    },
    sent: async (citizen) => {
      await kept(citizen);
      await granted(sendIdCheck(ports, citizen, town.slug));
      const [row] = await all<{ id: string }[]>`
        select id from id_check where person_id = ${citizen.personId} and state = 'waiting'`;
      if (!row) throw new Error("no check waits");
      return row.id;
    },
    close: async () => {
      await all.end();
      await world.close();
    },
  };
}

function ownOf({ ports }: TestWorld, citizen: Citizen, slug: string) {
  return granted(seeOwnIdCheck(ports, citizen, slug));
}

/** A contact as e-Service asks for it, its e-mail proven. */
export async function layContact({ ports }: Pick<TestWorld, "ports">, person: KeptPerson): Promise<void> {
  const now = ports.clock.now();
  await ports.db.as(gate, (tx) =>
    saveContact(ports, tx, person, {
      prefix: "นาง" as PersonName,
      email: `${person.id.slice(-12)}@example.org` as Email,
      address: { line: "9 หมู่ 1", subdistrict: "100101", district: "1001", province: "10", postcode: "10200" },
      pendingEmail: null,
      emailProvenAt: now,
      termsVersion: termsVersions[0].version,
      termsAcceptedAt: now,
      savedAt: now,
    }),
  );
}

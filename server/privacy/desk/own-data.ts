import { findContact } from "../../identity/store/contact.ts";
import { listByAsker, listForPerson } from "../../identity/store/delegation.ts";
import { findPerson } from "../../identity/store/person.ts";
import { findPhone } from "../../identity/store/phone.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { OwnData, OwnFacts, OwnFile } from "../own-data.ts";
import {
  listOwnAccount,
  listOwnConsents,
  listOwnDevices,
  listOwnLooks,
  listOwnRecord,
  told,
} from "../store/own-account.ts";
import { listOwnDocuments, listOwnIdChecks, listOwnProfilePicture } from "../store/own-papers.ts";
import { listOwnDrafts, listOwnPetitionFiles, listOwnPetitions } from "../store/own-petitions.ts";
import { listOwnVisitPictures, listOwnVisits } from "../store/own-visits.ts";

/** Reads all that is kept of a citizen, as that citizen: row-level security lets nothing of anybody else through. */
export async function readOwnData(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
): Promise<{ readonly own: OwnData; readonly files: readonly OwnFile[] }> {
  const { personId } = actor;
  const person = await findPerson(ports, tx, personId);
  if (!person) throw new Error("a citizen without a person");
  const papers = await listOwnDocuments(ports, tx, personId);
  const identity = await listOwnIdChecks(ports, tx, person);
  const { citizenId, firstName, lastName, birth, assurance } = person;
  const phone = await findPhone(ports, tx, person);
  const own: OwnData = {
    person: [told({ citizenId, firstName, lastName, birth, assurance, phone })],
    contact: await contactOf(ports, tx, person),
    account: await listOwnAccount(tx, personId),
    devices: await listOwnDevices(tx, actor),
    consents: await listOwnConsents(tx, personId),
    companions: await companionsOf(ports, tx, personId),
    visits: await listOwnVisits(ports, tx, person),
    petitions: await listOwnPetitions(ports, tx, personId),
    drafts: await listOwnDrafts(ports, tx, personId),
    documents: papers.documents,
    identityChecks: identity.checks,
    looks: await listOwnLooks(tx, personId),
    record: await listOwnRecord(tx, personId),
  };
  const sent = await listOwnPetitionFiles(ports, tx, personId);
  const taken = await listOwnVisitPictures(tx, person);
  const shown = await listOwnProfilePicture(tx, personId);
  return { own, files: [...shown, ...sent, ...papers.files, ...identity.files, ...taken] };
}

type Person = Parameters<typeof findContact>[2];

async function contactOf(ports: Ports, tx: Tx, person: Person): Promise<readonly OwnFacts[]> {
  const contact = await findContact(ports, tx, person);
  return contact === null ? [] : [told({ ...contact })];
}

/** What the citizen agreed with others, as far as each side may know of the other. */
async function companionsOf(ports: Ports, tx: Tx, personId: string): Promise<readonly OwnFacts[]> {
  const mine = await listByAsker(ports, tx, personId);
  const forMe = await listForPerson(ports, tx, personId);
  return [
    ...mine.map(({ relation, state, untilDay, askedAt, sides }) =>
      told({ actsFor: sides.forName, number: sides.forCitizenId, relation, state, untilDay, askedAt }),
    ),
    ...forMe.map(({ relation, state, untilDay, askedAt, sides }) =>
      told({ actsForMe: sides.askerName, relation, state, untilDay, askedAt }),
    ),
  ];
}

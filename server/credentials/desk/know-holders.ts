import type { Ports, Tx } from "../../ports.ts";
import { heading } from "../../visits/visit-list.ts";
import type { HolderListRow, ListedHolder } from "../holder-list.ts";
import type { KnownHolders, KnownSeat } from "../judge-holder-list.ts";
import type { SeatRight } from "../seat.ts";
import {
  listCodeBeginnings,
  listHoldersOfSeats,
  listKnownPeople,
  listOwnersOfEmails,
  listRightsOfPeople,
  listTowns,
} from "../store/known-holder.ts";
import { listTakenCodes } from "../store/seat.ts";

const asked = 500;

/** Reads what is known of all that a list names, some hundred rows a query. Runs as the gate, which sees all seats. */
export async function knowHolders(
  ports: Pick<Ports, "keys">,
  tx: Tx,
  rows: readonly HolderListRow[],
): Promise<KnownHolders> {
  const read = rows.flatMap((row) => (row.read ? [row.read] : []));
  const agencies = await knowAgencies(tx);
  const seats = await knowSeats(tx, read);
  const people = await knowPeople(ports, tx, read);
  return { ...agencies, ...people, seatOf: (code) => seats.get(code) ?? null };
}

async function knowAgencies(tx: Tx): Promise<Pick<KnownHolders, "agenciesOf" | "issuerOf">> {
  const named = new Map<string, Set<string>>();
  const add = (text: string, id: string) => {
    const key = heading(text);
    named.set(key, (named.get(key) ?? new Set()).add(id));
  };
  for (const { id, nameTh, nameEn } of await listTowns(tx)) {
    add(nameTh, id);
    add(nameEn, id);
  }
  const issuers = new Map<string, string>();
  for (const { agencyId, issuerId, beginning } of await listCodeBeginnings(tx)) {
    add(beginning, agencyId);
    issuers.set(agencyId, issuerId);
  }
  return {
    agenciesOf: (text) => [...(named.get(heading(text)) ?? [])],
    issuerOf: (agencyId) => issuers.get(agencyId) ?? null,
  };
}

async function knowSeats(tx: Tx, read: readonly ListedHolder[]): Promise<ReadonlyMap<string, KnownSeat>> {
  const seats = new Map<string, KnownSeat>();
  for (const some of chunks(read)) {
    const codes = some.map(({ userCode }) => userCode);
    const kept = await listTakenCodes(tx, codes);
    const ids = kept.map(({ id }) => id);
    const held = ids.length === 0 ? [] : await listHoldersOfSeats(tx, ids);
    for (const { id, agencyId, userCode } of kept) {
      const holderIds = held.filter(({ seatId }) => seatId === id).map(({ personId }) => personId);
      seats.set(userCode, { agencyId, holderIds });
    }
  }
  return seats;
}

async function knowPeople(
  ports: Pick<Ports, "keys">,
  tx: Tx,
  read: readonly ListedHolder[],
): Promise<Pick<KnownHolders, "personOf" | "rightsOf" | "ownerOf">> {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const people = new Map<string, string>();
  const owners = new Map<string, string>();
  const rights = new Map<string, SeatRight[]>();
  const index = (name: "citizen_id" | "email", text: string) => ports.keys.blindIndex(name, text);
  for (const some of chunks(read)) {
    const indexes = some.map(({ facts }) => index("citizen_id", facts.citizenId));
    const met = await listKnownPeople(tx, indexes);
    for (const { id, citizenIndex } of met) people.set(hex(citizenIndex), id);
    const ids = met.map(({ id }) => id);
    for (const { agencyId, personId, right } of ids.length === 0 ? [] : await listRightsOfPeople(tx, ids)) {
      const key = `${agencyId}/${personId}`;
      rights.set(key, [...(rights.get(key) ?? []), right]);
    }
    const emails = some.flatMap(({ facts }) => (facts.email === null ? [] : [index("email", facts.email)]));
    for (const { emailIndex, personId } of emails.length === 0 ? [] : await listOwnersOfEmails(tx, emails))
      owners.set(hex(emailIndex), personId);
  }
  return {
    personOf: (citizenId) => people.get(hex(index("citizen_id", citizenId))) ?? null,
    rightsOf: (agencyId, personId) => rights.get(`${agencyId}/${personId}`) ?? [],
    ownerOf: (email) => owners.get(hex(index("email", email))) ?? null,
  };
}

function* chunks<Each>(all: readonly Each[]): Generator<readonly Each[]> {
  for (let at = 0; at < all.length; at += asked) yield all.slice(at, at + asked);
}

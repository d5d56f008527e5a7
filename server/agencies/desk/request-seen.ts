import type { Ports, Tx } from "../../ports.ts";
import type { AccessRequestLine, AccessRequestSeen } from "../asked-access.ts";
import { isBlankJoiner } from "../access-form.ts";
import { listAskedPeople } from "../store/access-person.ts";
import type { KeptRequest } from "../store/access-request.ts";
import { listLetterPlaces } from "../store/letter-place.ts";

const nowhere = { nameTh: "", nameEn: "", hcode: "", region: null };

/** A request as both sides look at it: the letter, its people, what was decided. */
export async function requestSeen(ports: Ports, tx: Tx, kept: KeptRequest): Promise<AccessRequestSeen> {
  const { id, agencyId, state, typed, version, madeAt, sentAt, decidedAt, scanKey } = kept;
  const people = (await listAskedPeople(ports, tx, [kept])).get(id) ?? [];
  const agency = (await listLetterPlaces(tx, [agencyId])).get(agencyId) ?? nowhere;
  const hasScan = scanKey !== null;
  return { id, agencyId, state, typed, version, hasScan, madeAt, sentAt, decidedAt, agency, people };
}

/** Requests as lists show them; of a draft the people are those that were typed so far. */
export async function requestLines(
  ports: Ports,
  tx: Tx,
  requests: readonly KeptRequest[],
): Promise<readonly AccessRequestLine[]> {
  const people = await listAskedPeople(ports, tx, requests);
  const places = await listLetterPlaces(
    tx,
    requests.map(({ agencyId }) => agencyId),
  );
  return requests.map((kept) => {
    const { id, agencyId, state, typed, madeAt, sentAt } = kept;
    const asked = people.get(id) ?? [];
    return {
      id,
      state,
      number: typed.number,
      madeAt,
      sentAt,
      agency: places.get(agencyId) ?? nowhere,
      people: asked.length > 0 ? asked : draftedPeople(kept),
    };
  });
}

function draftedPeople({ typed }: KeptRequest): AccessRequestLine["people"] {
  return typed.joining
    .filter((joiner) => !isBlankJoiner(joiner))
    .map(({ firstName, lastName }) => ({
      change: "join",
      name: `${firstName} ${lastName}`.trim(),
      decision: "pending",
      reason: null,
    }));
}

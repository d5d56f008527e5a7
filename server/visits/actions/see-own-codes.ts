import { counterPerson, type CounterPerson } from "../../identity/counter-person.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { parseCitizenId, type CitizenIdRefusal } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { OwnCode } from "../own-code.ts";
import { parseServiceCode } from "../service-code.ts";
import type { ServiceType, ServiceTypeCode } from "../service-type.ts";
import { findCodeHere, findFacility, listOffers, listOwnCodes, type Facility } from "../store.ts";

type NotFound = { readonly kind: "code_not_found" };

/**
 * The codes of a person at the actor's own facility, latest first; of one day or one service where asked. The look is
 * written as soon as the number is somebody's. Refuses what is no citizen id; somebody without such a code here is
 * answered as if nobody had that number.
 */
export async function seeOwnCodes(
  ports: Ports,
  actor: Staff,
  input: {
    readonly citizenIdText: string;
    readonly purpose: string;
    readonly day?: BangkokDay;
    readonly service?: ServiceTypeCode;
    readonly limit: number;
  },
): Promise<Result<readonly OwnCode[], CitizenIdRefusal | NotFound>> {
  const citizenId = parseCitizenId(input.citizenIdText);
  if (!citizenId.ok) return citizenId;
  const { purpose, day, service, limit } = input;
  return ports.db.as(actor, async (tx) => {
    const look = { what: "api", purpose, personIds: [], citizenId: citizenId.value } as const;
    const [person] = (await listLookedAt(ports, tx, actor, look)).values();
    if (!person) return refuse({ kind: "code_not_found" });
    const asked = { personId: person.id, ...(day ? { day } : {}), ...(service ? { service } : {}) };
    const codes = await listOwnCodes(tx, actor.agencyId, asked, limit);
    return codes.length > 0 ? ok(codes) : refuse({ kind: "code_not_found" });
  });
}

/** One code of the own facility and whose it is; the look is written. Refuses another facility's as not found. */
export async function seeOwnCode(
  ports: Ports,
  actor: Staff,
  input: { readonly codeText: string; readonly purpose: string },
): Promise<Result<{ readonly code: OwnCode; readonly person: CounterPerson }, NotFound>> {
  const text = parseServiceCode(input.codeText);
  if (!text.ok) return refuse({ kind: "code_not_found" });
  return ports.db.as(actor, async (tx) => {
    const [code] = await listOwnCodes(tx, actor.agencyId, { code: text.value }, 1);
    if (!code) return refuse({ kind: "code_not_found" });
    const { personId, id: subjectId } = code;
    const look = { what: "api", purpose: input.purpose, subjectId, personIds: [personId] } as const;
    const person = (await listLookedAt(ports, tx, actor, look)).get(personId);
    if (!person) throw new Error("a code's person is not there");
    return ok({ code, person: counterPerson(person) });
  });
}

/** The id of a code of the own facility by its text, which tells nothing of its person. Refuses all others as not found. */
export async function findOwnCodeId(
  ports: Ports,
  actor: Staff,
  codeText: string,
): Promise<Result<{ readonly codeId: string }, NotFound>> {
  const text = parseServiceCode(codeText);
  if (!text.ok) return refuse({ kind: "code_not_found" });
  const found = await ports.db.as(actor, (tx) => findCodeHere(tx, actor.agencyId, text.value));
  return found ? ok({ codeId: found.id }) : refuse({ kind: "code_not_found" });
}

/** The actor's facility and what it offers today. */
export async function seeOwnFacility(
  ports: Ports,
  actor: Staff,
): Promise<{ readonly facility: Facility; readonly offers: readonly ServiceType[] }> {
  const today = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const facility = await findFacility(tx, actor.agencyId);
    if (!facility) throw new Error("a key belongs to no facility");
    return { facility, offers: await listOffers(tx, actor.agencyId, today) };
  });
}

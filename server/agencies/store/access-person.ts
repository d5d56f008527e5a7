import { asc, eq, inArray } from "drizzle-orm";
import { accessPerson, staff } from "../../../db/schema/index.ts";
import type { StaffLevel } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { Joiner } from "../access-form.ts";
import type { AccessChange, AccessDecision } from "../access-request.ts";
import type { AskedPerson } from "../asked-access.ts";
import { staffFullName, type StaffFacts } from "../staff.ts";
import type { KeptRequest } from "./access-request.ts";

const table = "access_person";

/** Keeps the people of a request as it is sent: who comes in the order of the letter, then who leaves. */
export async function insertPeople(
  ports: Pick<Ports, "vault" | "random">,
  tx: Tx,
  request: Pick<KeptRequest, "id" | "agencyId" | "registrarId" | "dataKey">,
  { joining, leaving }: { readonly joining: readonly Joiner[]; readonly leaving: readonly string[] },
): Promise<void> {
  const { id: requestId, agencyId, registrarId, dataKey } = request;
  // Ids made in one millisecond come in no order of their own.
  const ids = Array.from({ length: joining.length + leaving.length }, () => ports.random.uuid()).sort();
  const of = (at: number) => ({ id: ids[at] ?? "", agencyId, registrarId, requestId, decision: "pending" });
  const rows = [
    ...joining.map(({ level, facts }, at) => {
      const sealed = ports.vault.seal(dataKey, { table, rowId: of(at).id }, facts);
      return { ...of(at), change: "join", level, sealed };
    }),
    ...leaving.map((leavingId, at) => ({ ...of(joining.length + at), change: "leave", leavingId })),
  ];
  await tx.insert(accessPerson).values(rows);
}

/** The people of requests, by request, in the order of the letter. Of who leaves, the account says name and level. */
export async function listAskedPeople(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  requests: readonly Pick<KeptRequest, "id" | "dataKey">[],
): Promise<ReadonlyMap<string, readonly AskedPerson[]>> {
  const keys = new Map(requests.map(({ id, dataKey }) => [id, dataKey]));
  const people = new Map<string, AskedPerson[]>(requests.map(({ id }) => [id, []]));
  if (keys.size === 0) return people;
  const rows = await tx
    .select({ person: accessPerson, account: staff })
    .from(accessPerson)
    .leftJoin(staff, eq(staff.id, accessPerson.leavingId))
    .where(inArray(accessPerson.requestId, [...keys.keys()]))
    .orderBy(asc(accessPerson.id));
  for (const { person, account } of rows) {
    const dataKey = keys.get(person.requestId);
    const facts =
      person.sealed && dataKey
        ? ports.vault.open<StaffFacts>(dataKey, { table, rowId: person.id }, person.sealed)
        : null;
    const old = account
      ? ports.vault.open<StaffFacts>(account.dataKey, { table: "staff", rowId: account.id }, account.sealed)
      : null;
    const called = facts ?? old;
    people.get(person.requestId)?.push({
      id: person.id,
      change: person.change as AccessChange,
      name: called ? staffFullName(called) : "",
      level: (person.level ?? account?.level ?? "clerk") as StaffLevel,
      facts,
      leavingId: person.leavingId,
      decision: person.decision as AccessDecision,
      reason: person.reason,
      decidedAt: person.decidedAt,
    });
  }
  return people;
}

/** Writes what was decided of one person. */
export async function saveJudgement(
  tx: Tx,
  personId: string,
  change: Required<
    Pick<typeof accessPerson.$inferInsert, "decision" | "reason" | "decidedBy" | "decidedAt">
  > & {
    readonly staffId: string | null;
  },
): Promise<void> {
  await tx.update(accessPerson).set(change).where(eq(accessPerson.id, personId));
}

import { viewDelegation, type DelegationView } from "../../identity/delegation-view.ts";
import { fullName } from "../../identity/full-name.ts";
import { listByAsker } from "../../identity/store/delegation.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { maskCitizenId } from "../../kernel/citizen-id.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { IssuedCode } from "../issued-code.ts";
import { findTodaysCodes } from "../store.ts";

/** What a citizen finds at home. */
export interface Home {
  readonly name: string;
  readonly maskedCitizenId: string;
  /** Today's codes, latest first. */
  readonly codes: readonly IssuedCode[];
  /** The people the citizen acts for or asked to, latest first. */
  readonly people: readonly DelegationView[];
}

/** Who the citizen is, today's codes, and the people they act for: one transaction, one wait. */
export async function seeHome(ports: Ports, actor: Citizen): Promise<Home> {
  const { personId } = actor;
  const day = bangkokDay(ports.clock.now());
  const [person, codes, delegations] = await ports.db.as(actor, (tx) =>
    Promise.all([
      findPerson(ports, tx, personId),
      findTodaysCodes(tx, personId, day),
      listByAsker(ports, tx, personId),
    ]),
  );
  if (!person) throw new Error("a citizen's person is not there");
  return {
    name: fullName(person) ?? "",
    maskedCitizenId: maskCitizenId(person.citizenId),
    codes,
    people: delegations.flatMap((delegation) => viewDelegation(delegation, personId, day) ?? []),
  };
}

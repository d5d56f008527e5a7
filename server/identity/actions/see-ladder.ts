import type { Citizen } from "../../kernel/actor.ts";
import { listIdCheckers } from "../../petitions/store/local-government.ts";
import type { Ports } from "../../ports.ts";
import type { Names } from "../../visits/names.ts";
import type { AssuranceLevel } from "../assurance.ts";
import { findPerson } from "../store/person.ts";

/** Where somebody stands on the ladder, and who could look at their pictures. */
export interface Ladder {
  readonly assurance: AssuranceLevel;
  readonly offersThaId: boolean;
  /** Of those that look at pictures the one that was named, or, where few stand here, all of them. */
  readonly agencies: readonly (Names & { readonly slug: string })[];
}

/** More than fit on a page are not listed: a page of their own lets them be sought. */
const mostListed = 8;

/** The citizen's place on the ladder of assurance (N6). */
export function seeLadder(ports: Ports, actor: Citizen, slug: string | null): Promise<Ladder> {
  return ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    if (!person) throw new Error("a citizen without a person");
    const all = await listIdCheckers(tx, slug === null ? null : { slug }, mostListed + 1);
    return {
      assurance: person.assurance,
      offersThaId: ports.thaId.available,
      agencies: all.length > mostListed ? [] : all,
    };
  });
}

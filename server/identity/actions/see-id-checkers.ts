import type { Citizen } from "../../kernel/actor.ts";
import { townsFound, type Town } from "../../petitions/catalogue.ts";
import { listIdCheckers } from "../../petitions/store/local-government.ts";
import type { Ports } from "../../ports.ts";

/** More than there are local governments in the country. */
const all = 10_000;

/** The local governments whose officers look at ID pictures, those of the query where there is one. */
export async function seeIdCheckers(
  ports: Ports,
  actor: Citizen,
  { query }: { readonly query: string },
): Promise<readonly Town[]> {
  return townsFound(await ports.db.as(actor, (tx) => listIdCheckers(tx, null, all)), query);
}

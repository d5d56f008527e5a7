import type { Gate } from "../../kernel/actor.ts";
import { refuse, ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import {
  menusOf,
  servicesFound,
  townsFound,
  type ListedService,
  type Menu,
  type Town,
} from "../catalogue.ts";
import type { LocalSetting } from "../local-setting.ts";
import { findTown, listCategories, listOffered, listTowns } from "../store/catalogue.ts";
import { findLocalSetting } from "../store/local-government.ts";

/** Whoever reads what is public: no account is needed. */
const anybody: Gate = { kind: "gate" };

export type TownMissing = { readonly kind: "town_missing" };

/** The local governments with an e-Service, those of the query where there is one. */
export async function seeTowns(
  ports: Ports,
  { query }: { readonly query: string },
): Promise<readonly Town[]> {
  return townsFound(await ports.db.as(anybody, listTowns), query);
}

export interface SeenCatalogue {
  readonly town: Town;
  readonly setting: LocalSetting;
  readonly menus: readonly Menu[];
  /** What the query found; null: nothing was sought. */
  readonly found: readonly ListedService[] | null;
}

/** What a local government offers: its welcome, its menus, and what a query finds in them. */
export async function seeCatalogue(
  ports: Ports,
  { slug, query }: { readonly slug: string; readonly query: string },
): Promise<Result<SeenCatalogue, TownMissing>> {
  return ports.db.as(anybody, async (tx) => {
    const town = await findTown(tx, slug);
    const setting = town && (await findLocalSetting(tx, town.agencyId));
    if (!town || !setting) return refuse({ kind: "town_missing" });
    const services = await listOffered(tx, town.agencyId);
    const menus = menusOf(await listCategories(tx, town.agencyId), services);
    return ok({ town, setting, menus, found: query.trim() === "" ? null : servicesFound(services, query) });
  });
}

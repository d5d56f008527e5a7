import { record } from "../../audit/store.ts";
import { wordingOf } from "../../forms/typed-field.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { Category } from "../catalogue.ts";
import { listCategories } from "../store/catalogue.ts";
import {
  changeCategory,
  deleteCategory,
  findCategoryOf,
  insertCategory,
  isCategoryUsed,
} from "../store/category-making.ts";
import { lockCatalogue } from "../store/service-making.ts";

export type CategoryRefusal =
  | { readonly kind: "name_empty" }
  | { readonly kind: "name_taken" }
  | { readonly kind: "category_missing" }
  /** A sub-menu has no sub-menus of its own. */
  | { readonly kind: "category_deep" }
  /** Services or sub-menus stand in it. */
  | { readonly kind: "category_used" };

/**
 * Makes a category ("หมวด"), or a sub-menu of one, last among those beside it. Refuses an empty name, one that is there,
 * and a sub-menu of a sub-menu. The English name is the Thai one where none is given. The form twice makes one.
 */
export async function makeCategory(
  ports: Ports,
  actor: Staff,
  input: {
    readonly nameTh: string;
    readonly nameEn: string;
    readonly parentId: string;
    readonly requestKey: string;
  },
): Promise<Result<{ readonly categoryId: string }, CategoryRefusal>> {
  const name = wordingOf(input.nameTh, input.nameEn);
  if (name === null) return refuse({ kind: "name_empty" });
  const { agencyId } = actor;
  const { requestKey } = input;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const before = await findCategoryOf(tx, agencyId, requestKey);
    if (before !== null) return ok({ categoryId: before });
    const all = await listCategories(tx, agencyId);
    if (all.some(({ nameTh }) => nameTh === name.th)) return refuse({ kind: "name_taken" });
    const parentId = input.parentId === "" ? null : input.parentId;
    const parent = all.find(({ id }) => id === parentId);
    if (parentId !== null && !parent) return refuse({ kind: "category_missing" });
    if (parent && parent.parentId !== null) return refuse({ kind: "category_deep" });
    const id = ports.random.uuid();
    const names = { nameTh: name.th, nameEn: name.en ?? name.th };
    const isNew = await insertCategory(tx, { agencyId, id, parentId, ...names, requestKey });
    if (!isNew) return ok({ categoryId: (await findCategoryOf(tx, agencyId, requestKey)) ?? id });
    await record(ports, tx, { action: "service_category.made", actor, subjectId: id });
    return ok({ categoryId: id });
  });
}

/** Gives a category other names. Refuses an empty one, one that another has, and a category of nobody's. */
export async function renameCategory(
  ports: Ports,
  actor: Staff,
  input: { readonly categoryId: string; readonly nameTh: string; readonly nameEn: string },
): Promise<Result<undefined, CategoryRefusal>> {
  const { agencyId } = actor;
  const { categoryId } = input;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const all = await listCategories(tx, agencyId);
    if (!all.some(({ id }) => id === categoryId)) return refuse({ kind: "category_missing" });
    const name = wordingOf(input.nameTh, input.nameEn);
    if (name === null) return refuse({ kind: "name_empty" });
    if (all.some(({ id, nameTh }) => id !== categoryId && nameTh === name.th))
      return refuse({ kind: "name_taken" });
    await changeCategory(tx, agencyId, categoryId, { nameTh: name.th, nameEn: name.en ?? name.th });
    await record(ports, tx, { action: "service_category.renamed", actor, subjectId: categoryId });
    return ok();
  });
}

/** Moves a category one place up (-1) or down (+1) among those beside it; at an end it stays. Refuses nobody's. */
export async function moveCategory(
  ports: Ports,
  actor: Staff,
  { categoryId, by }: { readonly categoryId: string; readonly by: -1 | 1 },
): Promise<Result<undefined, CategoryRefusal>> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const all = await listCategories(tx, agencyId);
    const moved = all.find(({ id }) => id === categoryId);
    if (!moved) return refuse({ kind: "category_missing" });
    const order = movedBy(
      all.filter(({ parentId }) => parentId === moved.parentId),
      moved,
      by,
    );
    for (const [at, { id }] of order.entries()) await changeCategory(tx, agencyId, id, { position: at + 1 });
    await record(ports, tx, { action: "service_category.moved", actor, subjectId: categoryId });
    return ok();
  });
}

function movedBy(beside: readonly Category[], moved: Category, by: -1 | 1): readonly Category[] {
  const at = beside.indexOf(moved);
  const to = Math.min(Math.max(at + by, 0), beside.length - 1);
  const others = beside.filter((one) => one !== moved);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/** Drops a category that is empty. Refuses one with services or sub-menus in it, and nobody's. */
export async function dropCategory(
  ports: Ports,
  actor: Staff,
  { categoryId }: { readonly categoryId: string },
): Promise<Result<undefined, CategoryRefusal>> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    await lockCatalogue(tx, agencyId);
    const all = await listCategories(tx, agencyId);
    if (!all.some(({ id }) => id === categoryId)) return refuse({ kind: "category_missing" });
    if (await isCategoryUsed(tx, agencyId, categoryId)) return refuse({ kind: "category_used" });
    await deleteCategory(tx, agencyId, categoryId);
    await record(ports, tx, { action: "service_category.dropped", actor, subjectId: categoryId });
    return ok();
  });
}

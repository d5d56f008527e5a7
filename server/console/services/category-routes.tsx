import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import {
  dropCategory,
  makeCategory,
  moveCategory,
  renameCategory,
  type CategoryRefusal,
} from "../../petitions/actions/change-categories.ts";
import { seeServices } from "../../petitions/actions/see-services.ts";
import type { Result } from "../../kernel/result.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { home } from "./addresses.ts";
import { CategoriesPage, type TypedCategory } from "./categories-page.tsx";

/** The categories services stand in: made, renamed, moved, dropped. */
export const categoryPages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");
const nothing: TypedCategory = { nameTh: "", nameEn: "", parentId: "" };
const dones = ["made", "renamed", "moved", "dropped"] as const;
type Done = (typeof dones)[number];

categoryPages.get("/services/categories", mayMake, (c) => categories(c, nothing, []));

categoryPages.post("/services/categories", mayMake, async (c) => {
  const { text } = await readForm(c);
  const typed = { nameTh: text("nameTh"), nameEn: text("nameEn"), parentId: text("parentId") };
  const requestKey = readRequestKey(c.var.ports.random, text(requestKeyField));
  const made = await makeCategory(c.var.ports, staffOf(c), { ...typed, requestKey });
  if (made.ok) return c.redirect(`${home}/categories?done=made`, 303);
  return categories(c, typed, [{ field: "nameTh", sentence: sentenceOf(c, made.refusal) }]);
});

categoryPages.post("/services/categories/:categoryId/rename", mayMake, async (c) => {
  const { text } = await readForm(c);
  const input = { categoryId: c.req.param("categoryId"), nameTh: text("nameTh"), nameEn: text("nameEn") };
  return answer(c, await renameCategory(c.var.ports, staffOf(c), input), "renamed");
});

categoryPages.post("/services/categories/:categoryId/move", mayMake, async (c) => {
  const by = (await readForm(c)).text("by") === "1" ? 1 : -1;
  const input = { categoryId: c.req.param("categoryId"), by } as const;
  return answer(c, await moveCategory(c.var.ports, staffOf(c), input), "moved");
});

categoryPages.post("/services/categories/:categoryId/drop", mayMake, async (c) =>
  answer(
    c,
    await dropCategory(c.var.ports, staffOf(c), { categoryId: c.req.param("categoryId") }),
    "dropped",
  ),
);

function answer(c: AppContext, done: Result<undefined, CategoryRefusal>, what: Done) {
  if (done.ok) return c.redirect(`${home}/categories?done=${what}`, 303);
  if (done.refusal.kind === "category_missing") return notFoundPage(c);
  return categories(c, nothing, [{ sentence: sentenceOf(c, done.refusal) }]);
}

function sentenceOf(c: AppContext, { kind }: CategoryRefusal): string {
  return pageContext(c).words.services.categoriesPage.refusal[kind]();
}

async function categories(c: AppContext, typed: TypedCategory, faults: readonly SummaryItem[]) {
  const page = pageContext(c);
  const { categories: shown } = await seeServices(c.var.ports, staffOf(c));
  const done = dones.find((one) => one === c.req.query("done"));
  const told = done === undefined || faults.length > 0 ? null : page.words.services.categoriesPage.done[done];
  const requestKey = newRequestKey(c.var.ports.random);
  const props = { page, staff: sessionOf(c), categories: shown, typed, requestKey, told, faults };
  return sendPage(c, <CategoriesPage {...props} />, { status: faults.length > 0 ? 422 : 200 });
}

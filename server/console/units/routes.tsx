import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import {
  closeUnit,
  makeUnit,
  renameUnit,
  seeUnits,
  setUnitMembers,
  type UnitRefusal,
} from "../../petitions/actions/change-units.ts";
import type { Result } from "../../kernel/result.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { UnitPage, unitsHome, UnitsPage, type TypedUnit } from "./units-page.tsx";

/** The units of a local government, and who works in them (E5.6). */
export const unitPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_agency");
const dones = ["made", "renamed", "members", "closed", "opened"] as const;
type Done = (typeof dones)[number];

unitPages.get("/local/units", mayManage, (c) => units(c, { nameTh: "", nameEn: "" }, []));

unitPages.post("/local/units", mayManage, async (c) => {
  const typed = typedOf(await readForm(c));
  const made = await makeUnit(c.var.ports, staffOf(c), typed);
  if (made.ok) return c.redirect(`${unitsHome}/${made.value.unitId}?done=made`, 303);
  return units(c, typed, faultsOf(c, made.refusal));
});

unitPages.get("/local/units/:unitId", mayManage, (c) => unit(c, null, []));

unitPages.post("/local/units/:unitId", mayManage, async (c) => {
  const typed = typedOf(await readForm(c));
  const renamed = await renameUnit(c.var.ports, staffOf(c), { unitId: c.req.param("unitId"), ...typed });
  return answer(c, renamed, "renamed", typed);
});

unitPages.post("/local/units/:unitId/members", mayManage, async (c) => {
  const staffIds = (await readForm(c)).all("staffIds");
  const set = await setUnitMembers(c.var.ports, staffOf(c), { unitId: c.req.param("unitId"), staffIds });
  return answer(c, set, "members", null);
});

unitPages.post("/local/units/:unitId/close", mayManage, (c) => close(c, true));
unitPages.post("/local/units/:unitId/open", mayManage, (c) => close(c, false));

async function close(c: AppContext, closed: boolean) {
  const unitId = c.req.param("unitId") ?? "";
  const done = await closeUnit(c.var.ports, staffOf(c), { unitId, closed });
  return answer(c, done, closed ? "closed" : "opened", null);
}

function typedOf({ text }: { text(name: string): string }): TypedUnit {
  return { nameTh: text("nameTh"), nameEn: text("nameEn") };
}

function answer(c: AppContext, done: Result<undefined, UnitRefusal>, what: Done, typed: TypedUnit | null) {
  if (done.ok) return c.redirect(`${unitsHome}/${c.req.param("unitId")}?done=${what}`, 303);
  if (done.refusal.kind === "unit_missing") return notFoundPage(c);
  return unit(c, typed, faultsOf(c, done.refusal));
}

function faultsOf(c: AppContext, refusal: UnitRefusal): readonly SummaryItem[] {
  const sentence = sayRefusal(pageContext(c).words.services.units.refusal, refusal);
  return [refusal.kind.startsWith("name") ? { field: "nameTh", sentence } : { sentence }];
}

async function units(c: AppContext, typed: TypedUnit, faults: readonly SummaryItem[]) {
  const seen = await seeUnits(c.var.ports, staffOf(c));
  const props = { page: pageContext(c), staff: sessionOf(c), seen, typed, told: null, faults };
  return sendPage(c, <UnitsPage {...props} />, { status: faults.length > 0 ? 422 : 200 });
}

async function unit(c: AppContext, typed: TypedUnit | null, faults: readonly SummaryItem[]) {
  const seen = await seeUnits(c.var.ports, staffOf(c));
  const one = seen.units.find(({ id }) => id === c.req.param("unitId"));
  if (!one) return notFoundPage(c);
  const page = pageContext(c);
  const done = dones.find((each) => each === c.req.query("done"));
  const told = done === undefined || faults.length > 0 ? null : page.words.services.units.done[done];
  const props = { page, staff: sessionOf(c), seen, unit: one, typed: typed ?? one, told, faults };
  return sendPage(c, <UnitPage {...props} />, { status: faults.length > 0 ? 422 : 200 });
}

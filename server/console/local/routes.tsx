import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { idPictureSlots } from "../../identity/id-check.ts";
import { toAsciiDigits } from "../../kernel/digits.ts";
import { keepSeal, saveSetting, seeSeal, seeSetting } from "../../petitions/actions/save-setting.ts";
import type { LocalSetting } from "../../petitions/local-setting.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { LocalPage, type LocalTyped } from "./local-page.tsx";

/** What a local government sets for itself (E5.6), and its seal. */
export const localPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_agency");

localPages.get("/local", mayManage, (c) => {
  const done = c.req.query("done");
  return show(c, null, [], done === "saved" || done === "seal" ? done : null);
});

localPages.post("/local", mayManage, async (c) => {
  const form = await readForm(c);
  const typed = typedOf(form);
  const saved = await saveSetting(c.var.ports, staffOf(c), settingOf(typed));
  if (saved.ok) return c.redirect("/console/local?done=saved", 303);
  const { local } = pageContext(c).words;
  const isNumber = /^\d+$/.test(toAsciiDigits(typed.keepDays).trim());
  const sentence = isNumber ? sayRefusal(local.refusal, saved.refusal) : local.number;
  const field = saved.refusal.kind === "keep_days_range" ? "keepDays" : "idPictures";
  return show(c, typed, [{ field, sentence }], null);
});

localPages.post("/local/seal", mayManage, async (c) => {
  const file = (await readForm(c)).file("seal");
  const { local } = pageContext(c).words;
  if (file === null) return show(c, null, [{ field: "seal", sentence: local.sealMissing }], null);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await keepSeal(c.var.ports, staffOf(c), { bytes });
  if (kept.ok) return c.redirect("/console/local?done=seal", 303);
  return show(c, null, [{ field: "seal", sentence: sayRefusal(local.refusal, kept.refusal) }], null);
});

localPages.get("/local/seal.jpg", mayManage, async (c) => {
  const jpeg = await seeSeal(c.var.ports, staffOf(c));
  if (jpeg === null) return c.body(null, 204);
  return c.body(Uint8Array.from(jpeg), 200, { "content-type": "image/jpeg" });
});

function typedOf(form: FormFields): LocalTyped {
  const names = ["welcomeTh", "welcomeEn", "addressTh", "phone", "keepDays"] as const;
  const texts = Object.fromEntries(names.map((name) => [name, form.text(name)])) as Record<
    (typeof names)[number],
    string
  >;
  return { ...texts, idPictures: form.all("idPictures") };
}

function settingOf({ keepDays, idPictures, ...texts }: LocalTyped): Omit<LocalSetting, "slug"> {
  const days = toAsciiDigits(keepDays).trim();
  return {
    ...texts,
    keepDays: /^\d{1,6}$/.test(days) ? Number(days) : -1,
    idPictures: idPictureSlots.filter((slot) => idPictures.includes(slot)),
  };
}

async function show(
  c: AppContext,
  typed: LocalTyped | null,
  faults: readonly SummaryItem[],
  done: "saved" | "seal" | null,
): Promise<Response> {
  const seen = await seeSetting(c.var.ports, staffOf(c));
  if (!seen) return notFoundPage(c);
  const { setting, hasSeal } = seen;
  const shown = typed ?? { ...setting, keepDays: String(setting.keepDays) };
  const common = { page: pageContext(c), staff: sessionOf(c), typed: shown, hasSeal, faults, done };
  return sendPage(c, <LocalPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}

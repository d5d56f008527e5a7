import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm, type FormFields } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { idPictureSlots } from "../../identity/id-check.ts";
import { toAsciiDigits } from "../../kernel/digits.ts";
import { keepSeal, saveSetting, seeSeal, seeSetting } from "../../petitions/actions/save-setting.ts";
import { saveTerms, seeTerms } from "../../petitions/actions/save-terms.ts";
import type { LocalSetting } from "../../petitions/local-setting.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { LocalPage, localDones, type LocalDone, type LocalTyped } from "./local-page.tsx";
import type { TermsTyped } from "./terms-form.tsx";

/** What a local government sets for itself (E5.6), its seal, and its terms (E1.1). */
export const localPages = new Hono<AppEnv>();

const mayManage = requireRight("manage_agency");

localPages.get("/local", mayManage, (c) =>
  show(c, { done: localDones.find((one) => one === c.req.query("done")) ?? null }),
);

localPages.post("/local", mayManage, async (c) => {
  const form = await readForm(c);
  const typed = typedOf(form);
  const saved = await saveSetting(c.var.ports, staffOf(c), settingOf(typed));
  if (saved.ok) return c.redirect("/console/local?done=saved", 303);
  const { local } = pageContext(c).words;
  const isNumber = /^\d+$/.test(toAsciiDigits(typed.keepDays).trim());
  const sentence = isNumber ? sayRefusal(local.refusal, saved.refusal) : local.number;
  const field = saved.refusal.kind === "keep_days_range" ? "keepDays" : "idPictures";
  return show(c, { typed, faults: [{ field, sentence }] });
});

localPages.post("/local/seal", mayManage, async (c) => {
  const file = (await readForm(c)).file("seal");
  const { local } = pageContext(c).words;
  if (file === null) return show(c, { faults: [{ field: "seal", sentence: local.sealMissing }] });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await keepSeal(c.var.ports, staffOf(c), { bytes });
  if (kept.ok) return c.redirect("/console/local?done=seal", 303);
  return show(c, { faults: [{ field: "seal", sentence: sayRefusal(local.refusal, kept.refusal) }] });
});

localPages.post("/local/terms", mayManage, async (c) => {
  const { text } = await readForm(c);
  const typedTerms = { textTh: text("textTh"), textEn: text("textEn") };
  const saved = await saveTerms(c.var.ports, staffOf(c), typedTerms);
  if (saved.ok) return c.redirect("/console/local?done=terms", 303);
  const sentence = sayRefusal(pageContext(c).words.local.terms.refusal, saved.refusal);
  return show(c, { typedTerms, faults: [{ field: "textTh", sentence }] });
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

interface Shown {
  /** As they were typed; left out: as they are kept. */
  readonly typed?: LocalTyped;
  readonly typedTerms?: TermsTyped;
  readonly faults?: readonly SummaryItem[];
  readonly done?: LocalDone | null;
}

async function show(
  c: AppContext,
  { typed, typedTerms, faults = [], done = null }: Shown,
): Promise<Response> {
  const { ports } = c.var;
  const seen = await seeSetting(ports, staffOf(c));
  if (!seen) return notFoundPage(c);
  const { setting, hasSeal } = seen;
  const terms = await seeTerms(ports, staffOf(c));
  const common = {
    ...{ page: pageContext(c), staff: sessionOf(c), now: ports.clock.now(), hasSeal, terms, faults, done },
    typed: typed ?? { ...setting, keepDays: String(setting.keepDays) },
    typedTerms: typedTerms ?? { textTh: terms?.textTh ?? "", textEn: terms?.textEn ?? "" },
  };
  return sendPage(c, <LocalPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}

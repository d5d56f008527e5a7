import { Hono } from "hono";
import { saveCampaign, saveHelp, seeTokenSettings } from "../../../credentials/actions/token-settings.ts";
import {
  campaignDays,
  type CampaignDay,
  type CampaignFault,
  type TokenCampaign,
} from "../../../credentials/token-campaign.ts";
import { helpFields, noHelp, type TokenHelp } from "../../../credentials/token-help.ts";
import type { TypedDay } from "../../../forms/typed-day.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm, type FormFields } from "../../../http/form.ts";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { toBuddhistYear } from "../../../kernel/thai-date.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../../gates.ts";
import { settingsDones, settingsPath, TokenSettingsPage, type TypedCampaign } from "./settings-page.tsx";

/** The central office's own settings: whom people ask, and the days of the move from hardware keys. */
export const tokenSettingsPages = new Hono<AppEnv>();

const mayRegister = requireRight("register_tokens");
const path = "/tokens/settings";

tokenSettingsPages.get(path, mayRegister, (c) => show(c, {}));

tokenSettingsPages.post(`${path}/help`, mayRegister, async (c) => {
  const { text } = await readForm(c);
  const help = Object.fromEntries(helpFields.map((name) => [name, text(name)])) as unknown as TokenHelp;
  const saved = await saveHelp(c.var.ports, staffOf(c), help);
  if (saved.ok) return c.redirect(`${settingsPath}?done=help`, 303);
  const words = pageContext(c).words.credentials.contacts;
  const faults = saved.refusal.faults.map(({ field, kind }) => ({
    field,
    label: words.fields[field],
    sentence: words.faults[kind],
  }));
  return show(c, { help, faults });
});

tokenSettingsPages.post(`${path}/campaign`, mayRegister, async (c) => {
  const campaign = typedCampaign(await readForm(c));
  const saved = await saveCampaign(c.var.ports, staffOf(c), campaign);
  if (saved.ok) return c.redirect(`${settingsPath}?done=campaign`, 303);
  const page = pageContext(c);
  return show(c, { campaign, faults: saved.refusal.faults.map((fault) => campaignFault(page, fault)) });
});

function campaignFault({ words }: PageContext, { field, refusal }: CampaignFault): SummaryItem {
  const { days, dayBefore } = words.credentials.contacts;
  const sentence = refusal.kind === "day_before_last" ? dayBefore : sayRefusal(words.forms.refusal, refusal);
  return { field: `${field}Day`, label: days[field], sentence };
}

function typedCampaign({ text }: FormFields): TypedCampaign {
  const dayOf = (name: CampaignDay): TypedDay => ({
    day: text(`${name}Day`),
    month: text(`${name}Month`),
    year: text(`${name}Year`),
  });
  const days = Object.fromEntries(campaignDays.map((name) => [name, dayOf(name)]));
  return { ...(days as Record<CampaignDay, TypedDay>), remindDays: text("remindDays") };
}

/** The days as they are kept, in the parts of their fields. */
function keptCampaign(campaign: TokenCampaign | null): TypedCampaign {
  const dayOf = (name: CampaignDay): TypedDay => {
    const [year, month, day] = campaign?.[name].split("-") ?? [];
    if (!year || !month || !day) return { day: "", month: "", year: "" };
    return {
      day: String(Number(day)),
      month: String(Number(month)),
      year: String(toBuddhistYear(Number(year))),
    };
  };
  const days = Object.fromEntries(campaignDays.map((name) => [name, dayOf(name)]));
  return { ...(days as Record<CampaignDay, TypedDay>), remindDays: String(campaign?.remindDays ?? 7) };
}

interface Shown {
  readonly help?: TokenHelp;
  readonly campaign?: TypedCampaign;
  readonly faults?: readonly SummaryItem[];
}

async function show(c: AppContext, { help, campaign, faults = [] }: Shown): Promise<Response> {
  const kept = await seeTokenSettings(c.var.ports, staffOf(c));
  const shown = {
    ...{ page: pageContext(c), staff: sessionOf(c), faults },
    help: help ?? kept.help ?? noHelp,
    campaign: campaign ?? keptCampaign(kept.campaign),
    done: settingsDones.find((each) => each === c.req.query("done")) ?? null,
  };
  return sendPage(c, <TokenSettingsPage {...shown} />, { status: faults.length > 0 ? 422 : 200 });
}

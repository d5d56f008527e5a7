import { campaignDays, remindDayChoices, type CampaignDay } from "../../../credentials/token-campaign.ts";
import { helpFields, helpLimits, type HelpField, type TokenHelp } from "../../../credentials/token-help.ts";
import type { TypedDay } from "../../../forms/typed-day.ts";
import type { StaffSession } from "../../../http/env.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { DateField } from "../../../http/page/date-field.tsx";
import { ErrorSummary, type SummaryItem } from "../../../http/page/error-summary.tsx";
import { Field, type FieldProps } from "../../../http/page/field.tsx";
import { SelectField } from "../../../http/page/select-field.tsx";
import { ConsoleLayout } from "../../layout.tsx";

export const settingsPath = "/console/tokens/settings";

/** The days of the campaign as they are typed. */
export type TypedCampaign = Readonly<Record<CampaignDay, TypedDay>> & { readonly remindDays: string };

/** What was just kept. */
export const settingsDones = ["help", "campaign"] as const;
export type SettingsDone = (typeof settingsDones)[number];

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly help: TokenHelp;
  readonly campaign: TypedCampaign;
  readonly faults: readonly SummaryItem[];
  readonly done: SettingsDone | null;
}

/** Whom people ask (T9), and the days of the move from hardware keys (T1): data of the central office. */
export function TokenSettingsPage(props: Props) {
  const { page, staff, faults, done } = props;
  const words = page.words.credentials.contacts;
  const told = { help: words.savedHelp, campaign: words.savedCampaign };
  const wrong = faults.length > 0;
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenSettings" title={words.title} wrong={wrong}>
      <ErrorSummary page={page} items={faults} />
      {done === null ? null : <Banner tone="done" title={told[done]} live />}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="two-ways">
        <HelpForm {...props} />
        <CampaignForm {...props} />
      </div>
    </ConsoleLayout>
  );
}

const keyboards: Readonly<Record<HelpField, Pick<FieldProps, "type" | "inputmode">>> = {
  phone: { type: "tel", inputmode: "tel" },
  hours: {},
  lineId: {},
  email: { inputmode: "email" },
  chatUrl: {},
};

function HelpForm({ page, help, faults }: Props) {
  const words = page.words.credentials.contacts;
  return (
    <form class="card stack" method="post" action={`${settingsPath}/help`}>
      <h2>{words.contacts}</h2>
      <p class="hint">{words.optional}</p>
      {helpFields.map((name) => (
        <Field
          name={name}
          label={words.fields[name]}
          hint={words.hints[name]}
          error={faults.find(({ field }) => field === name)?.sentence}
          value={help[name]}
          maxlength={helpLimits[name]}
          {...keyboards[name]}
        />
      ))}
      <ButtonGroup>
        <Button>{words.save}</Button>
      </ButtonGroup>
    </form>
  );
}

function CampaignForm({ page, campaign, faults }: Props) {
  const words = page.words.credentials.contacts;
  const choices = remindDayChoices.map((days) => ({ value: String(days), label: words.remindChoice(days) }));
  return (
    <form class="card stack" method="post" action={`${settingsPath}/campaign`}>
      <h2>{words.campaign}</h2>
      {campaignDays.map((name) => (
        <DateField
          page={page}
          name={name}
          label={words.days[name]}
          whole
          error={faults.find(({ field }) => field === `${name}Day`)?.sentence}
          value={campaign[name]}
        />
      ))}
      <SelectField name="remindDays" label={words.remindDays} options={choices} value={campaign.remindDays} />
      <ButtonGroup>
        <Button kind="secondary">{words.saveCampaign}</Button>
      </ButtonGroup>
    </form>
  );
}

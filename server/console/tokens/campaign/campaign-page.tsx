import type { SeenCampaign } from "../../../credentials/actions/campaign.ts";
import { campaignLists, type CampaignList } from "../../../credentials/campaign.ts";
import { campaignReminders } from "../../../credentials/token-campaign.ts";
import type { StaffSession } from "../../../http/env.ts";
import { Banner, EmptyState } from "../../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { Field } from "../../../http/page/field.tsx";
import { PageTurns } from "../../../http/page/pagination.tsx";
import { SelectField } from "../../../http/page/select-field.tsx";
import { Table } from "../../../http/page/table.tsx";
import { formatLongDay } from "../../../kernel/thai-date.ts";
import { ConsoleLayout } from "../../layout.tsx";
import { settingsPath } from "../settings/settings-page.tsx";
import { Figures } from "./figures.tsx";
import { campaignAddress, campaignPath } from "./paths.ts";
import { campaignColumns } from "./rows.tsx";

/** What was done a moment ago. */
export const campaignDones = ["reminded", "saved"] as const;
export type CampaignDone = (typeof campaignDones)[number];

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenCampaign;
  readonly list: CampaignList;
  readonly search: string;
  readonly isFirst: boolean;
  readonly done: CampaignDone | null;
}

/** The move from hardware keys: its days, how far it is, who has not moved, reminders and old keys. */
export function CampaignPage(props: Props) {
  const { page, staff, seen, list, search, isFirst, done } = props;
  const words = page.words.credentials.campaign;
  const { holders } = seen;
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenCampaign" title={words.title}>
      {done === null ? null : <Banner tone="done" title={words[done]} live />}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Dates {...props} />
      <Figures page={page} figures={seen.figures} />
      <Reminders {...props} />
      <Filter {...props} />
      {holders.rows.length === 0 ? (
        <EmptyState title={words.empty} icon="check">
          {seen.figures.imported === 0 ? <p>{words.emptyNext}</p> : null}
        </EmptyState>
      ) : (
        <Table
          caption={words.lists[list]}
          rows={holders.rows}
          columns={campaignColumns(page, { list, search })}
        />
      )}
      <PageTurns
        page={page}
        turned={holders}
        isFirst={isFirst}
        placeText={String}
        href={(at) => campaignAddress(list, search, at)}
      />
      <div class="buttons">
        <ButtonLink
          kind="quiet"
          icon="download"
          href={campaignAddress(list, search, {}, `${campaignPath}/file.xlsx`)}
        >
          {words.download}
        </ButtonLink>
        <ButtonLink kind="quiet" href="/console/tokens/import">
          {words.import}
        </ButtonLink>
      </div>
    </ConsoleLayout>
  );
}

function Dates({ page, seen: { campaign } }: Props) {
  const words = page.words.credentials.campaign;
  if (campaign === null)
    return (
      <p>
        {words.noDates}{" "}
        <a class="tap" href={settingsPath}>
          {words.setDates}
        </a>
      </p>
    );
  const day = (name: "readyBy" | "switchFrom" | "switchUntil" | "returnBy") =>
    formatLongDay(campaign[name], page.language);
  return (
    <dl class="campaign-dates">
      <div>
        <dt>{words.dates.ready}</dt>
        <dd>{day("readyBy")}</dd>
      </div>
      <div>
        <dt>{words.dates.switch}</dt>
        <dd>{words.between(day("switchFrom"), day("switchUntil"))}</dd>
      </div>
      <div>
        <dt>{words.dates.back}</dt>
        <dd>{day("returnBy")}</dd>
      </div>
    </dl>
  );
}

function Reminders({ page, seen: { figures } }: Props) {
  const words = page.words.credentials.campaign;
  if (figures.imported === 0) return null;
  return (
    <form class="stack" method="post" action={`${campaignPath}/remind`}>
      <div class="buttons">
        {campaignReminders.map((about) => (
          <Button kind="secondary" name="about" value={about}>
            {words.remind[about]}
          </Button>
        ))}
      </div>
      <p class="hint">{words.remindHint}</p>
    </form>
  );
}

function Filter({ page, list, search }: Props) {
  const words = page.words.credentials.campaign;
  const options = campaignLists.map((value) => ({ value, label: words.lists[value] }));
  return (
    <form class="filters" method="get" action={campaignPath} role="search">
      <SelectField name="list" label={words.listLabel} options={options} value={list} />
      <Field name="search" label={words.search} type="search" value={search} maxlength={100} />
      <Button kind="secondary">{words.show}</Button>
    </form>
  );
}

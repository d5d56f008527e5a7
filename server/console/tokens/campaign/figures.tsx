import type { CampaignFigures } from "../../../credentials/campaign.ts";
import type { PageContext } from "../../../http/page/context.ts";

/** The figures of a campaign, each with its name. */
export function Figures({ page, figures }: { page: PageContext; figures: CampaignFigures }) {
  const words = page.words.credentials.campaign;
  const names = Object.keys(words.figures) as (keyof CampaignFigures)[];
  return (
    <dl class="campaign-figures">
      {names.map((name) => (
        <div>
          <dt>{words.figures[name]}</dt>
          <dd>{figures[name].toLocaleString("en")}</dd>
        </div>
      ))}
    </dl>
  );
}

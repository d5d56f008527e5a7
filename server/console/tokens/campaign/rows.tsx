import type { CampaignAsked } from "../../../credentials/actions/campaign.ts";
import type { CampaignHolder } from "../../../credentials/campaign.ts";
import { Button } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { StatusTag } from "../../../http/page/status-tag.tsx";
import type { Column } from "../../../http/page/table.tsx";
import { WholeName } from "../../../http/page/whole-name.tsx";
import type { Language } from "../../../kernel/language.ts";
import { bangkokDay, formatDay, parseBangkokDay } from "../../../kernel/thai-date.ts";
import { nameIn } from "../../../visits/names.ts";
import { campaignPath } from "./paths.ts";

type Words = PageContext["words"]["credentials"]["campaign"];

/** The columns of a list of the campaign; the tick comes back to the same list. */
export function campaignColumns(page: PageContext, asked: CampaignAsked): readonly Column<CampaignHolder>[] {
  const words = page.words.credentials.campaign;
  return [
    { title: words.agency, cell: (holder) => agencyOf(holder, page.language), sorted: "ascending" },
    { title: words.userCode, cell: ({ userCode }) => <span class="figures">{userCode}</span> },
    { title: words.name, cell: ({ name }) => <WholeName>{name}</WholeName> },
    { title: words.device, cell: (holder) => deviceSaid(words, holder) },
    {
      title: words.stands,
      cell: (holder) => (
        <StatusTag tone={holder.isMoved ? "done" : "waiting"}>{standsSaid(words, holder)}</StatusTag>
      ),
    },
    {
      title: words.remindedOn,
      cell: ({ remindedOn }) => <WholeName>{daySaid(words, remindedOn, page.language)}</WholeName>,
    },
    { title: words.returned, cell: (holder) => <Tick page={page} holder={holder} asked={asked} /> },
  ];
}

/** The same as texts, for a file. */
export function campaignCells(page: PageContext, holder: CampaignHolder): readonly string[] {
  const words = page.words.credentials.campaign;
  return [
    agencyOf(holder, page.language),
    holder.userCode,
    holder.name,
    deviceSaid(words, holder),
    standsSaid(words, holder),
    daySaid(words, holder.remindedOn, page.language),
    returnedSaid(words, holder, page.language),
  ];
}

function agencyOf({ agencyTh, agencyEn }: CampaignHolder, language: Language): string {
  return nameIn({ nameTh: agencyTh, nameEn: agencyEn }, language);
}

function deviceSaid(words: Words, { device }: CampaignHolder): string {
  return device.kind === "password" ? words.password : (device.serial ?? words.none);
}

function standsSaid(words: Words, { isMoved, registration }: CampaignHolder): string {
  if (isMoved) return words.moved;
  return registration === null ? words.notBegun : words.registration[registration];
}

function daySaid(words: Words, text: string | null, language: Language): string {
  const day = parseBangkokDay(text ?? "");
  return day.ok ? formatDay(day.value, language) : words.none;
}

function returnedSaid(words: Words, { returnedAt }: CampaignHolder, language: Language): string {
  return returnedAt === null ? words.none : words.returnedOn(formatDay(bangkokDay(returnedAt), language));
}

function Tick(props: { page: PageContext; holder: CampaignHolder; asked: CampaignAsked }) {
  const { page, holder, asked } = props;
  const words = page.words.credentials.campaign;
  if (holder.device.kind === "password") return <>{words.none}</>;
  const isBack = holder.returnedAt !== null;
  const path = `${campaignPath}/${holder.holdingId}/${isBack ? "not-returned" : "returned"}`;
  const name = isBack ? words.untickOf(holder.userCode) : words.tickOf(holder.userCode);
  return (
    <form method="post" action={path} aria-label={name}>
      <input type="hidden" name="list" value={asked.list} />
      <input type="hidden" name="search" value={asked.search} />
      {isBack ? <span>{returnedSaid(words, holder, page.language)}</span> : null}
      <Button kind={isBack ? "quiet" : "secondary"}>{isBack ? words.untick : words.tick}</Button>
    </form>
  );
}

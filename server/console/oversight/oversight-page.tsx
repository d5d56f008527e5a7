import type { SeenOversight } from "../../credentials/actions/see-oversight.ts";
import { seatFindings, type OverseenPlace, type SeatFinding } from "../../credentials/oversight.ts";
import type { StaffSession } from "../../http/env.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PageTurns } from "../../http/page/pagination.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { PrintedHead } from "./printed-head.tsx";
import { overseenText } from "./oversight-place.ts";
import { sayFinding, sayHolder, sayOrder, sayPassword, saySince, shownTime } from "./place-cells.ts";

export const oversightPath = "/console/oversight";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenOversight;
  readonly finding: SeatFinding | null;
  readonly isFirst: boolean;
  readonly at: Date;
}

/** Who holds which seat since when, and what is amiss (T8). Nothing on it changes anything. */
export function OversightPage({ page, staff, seen, finding, isFirst, at: now }: Props) {
  const words = page.words.oversight;
  const { places } = seen;
  const asked: Readonly<Record<string, string>> = finding === null ? {} : { finding };
  const href = (path: string, more: Readonly<Record<string, string>>) =>
    `${path}?${new URLSearchParams({ ...asked, ...more }).toString()}`;
  return (
    <ConsoleLayout page={page} staff={staff} current="oversight" title={words.title}>
      <PrintedHead page={page} staff={staff} at={now} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Found page={page} seen={seen} />
      <Filter page={page} seen={seen} finding={finding} />
      <div class="printed-wide">
        {places.rows.length === 0 ? (
          <EmptyState title={finding === null ? words.emptyAll : words.empty} icon="shield">
            {finding === null ? null : <p>{words.emptyNext}</p>}
          </EmptyState>
        ) : (
          <Table caption={words.caption} rows={places.rows} columns={columnsOf(page)} />
        )}
      </div>
      <PageTurns
        page={page}
        turned={places}
        isFirst={isFirst}
        placeText={overseenText}
        href={(at) => href(oversightPath, at)}
      />
      <ButtonGroup>
        <ButtonLink kind="secondary" href={`${oversightPath}/story`}>
          {words.story.open}
        </ButtonLink>
        <ButtonLink kind="quiet" href={href(`${oversightPath}/file`, { kind: "xlsx" })}>
          {words.xlsx}
        </ButtonLink>
        <ButtonLink kind="quiet" href={href(`${oversightPath}/file`, { kind: "csv" })}>
          {words.csv}
        </ButtonLink>
      </ButtonGroup>
      <p>
        <a href="/audit/checkpoint">{words.checkpoint.link}</a>
      </p>
    </ConsoleLayout>
  );
}

/** How many places have each finding that was found; each leads to its list. */
function Found({ page, seen }: Pick<Props, "page" | "seen">) {
  const words = page.words.oversight;
  const found = seatFindings.filter((name) => seen.counts[name] > 0);
  if (found.length === 0) return null;
  return (
    <dl class="campaign-figures" aria-label={words.figures}>
      {found.map((name) => (
        <div>
          <dt>{words.findings[name]}</dt>
          <dd>
            <a
              class="tap"
              href={`${oversightPath}?finding=${name}`}
              aria-label={`${words.findings[name]} ${seen.counts[name]}`}
            >
              {seen.counts[name].toLocaleString("en")}
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Filter({ page, seen, finding }: Pick<Props, "page" | "seen" | "finding">) {
  const words = page.words.oversight;
  const options = seatFindings.map((value) => ({
    value,
    label: `${words.findings[value]} (${seen.counts[value]})`,
  }));
  return (
    <form class="filters" method="get" action={oversightPath} role="search">
      <SelectField
        name="finding"
        label={words.findingsLabel}
        options={[{ value: "", label: words.all }, ...options]}
        value={finding ?? ""}
      />
      <Button kind="secondary">{words.show}</Button>
    </form>
  );
}

function columnsOf(page: PageContext): readonly Column<OverseenPlace>[] {
  const { words: all, language } = page;
  const words = all.oversight;
  const time = shownTime(language);
  return [
    { title: words.userCode, cell: (place) => <Code place={place} page={page} />, sorted: "ascending" },
    { title: words.right, cell: ({ right }) => all.credentials.rights[right] },
    { title: words.holder, cell: (place) => <WholeName>{sayHolder(page, place)}</WholeName> },
    { title: words.since, cell: ({ holding }) => saySince(words, holding, time) },
    { title: words.order, cell: ({ holding }) => sayOrder(words, holding, time) },
    {
      title: words.passwordSetAt,
      cell: ({ holding }) => sayPassword(words, holding, time) ?? words.none,
    },
    {
      title: words.notAfter,
      cell: ({ holding }) => (holding?.notAfter ? time.moment(holding.notAfter) : words.none),
    },
    { title: words.finding, cell: (place) => <Findings page={page} place={place} /> },
  ];
}

function Code({ place, page }: { place: OverseenPlace; page: PageContext }) {
  const { seatId, userCode, agencyTh, agencyEn } = place;
  return (
    <span class="two-lines">
      <a class="figures" href={`${oversightPath}/story?seat=${seatId}`}>
        {userCode}
      </a>
      <small>{nameIn({ nameTh: agencyTh, nameEn: agencyEn }, page.language)}</small>
    </span>
  );
}

/** What is not yet amiss and will be. */
const soon: readonly SeatFinding[] = ["certificate_ending", "letter_waiting"];

function Findings({ page, place }: { page: PageContext; place: OverseenPlace }) {
  const words = page.words.oversight;
  const { findings, holding } = place;
  if (findings.length === 0) return <StatusTag tone="done">{words.fine}</StatusTag>;
  return (
    <span class="two-lines findings">
      {findings.map((finding) => (
        <StatusTag tone={soon.includes(finding) ? "waiting" : "refused"}>
          {sayFinding(words, finding, holding)}
        </StatusTag>
      ))}
    </span>
  );
}

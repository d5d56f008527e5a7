import type { SeatStoryLine, StoryAt } from "../../credentials/oversight.ts";
import type { StaffSession } from "../../http/env.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PageTurns } from "../../http/page/pagination.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { sayMoment } from "./place-cells.ts";
import { PrintedHead } from "./printed-head.tsx";
import { storyText } from "./oversight-place.ts";
import { oversightPath } from "./oversight-page.tsx";
import { sayDetail } from "./story-cells.ts";

const path = `${oversightPath}/story`;

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly lines: TurnedPage<SeatStoryLine, StoryAt>;
  readonly seatId: string | null;
  readonly isFirst: boolean;
  readonly at: Date;
}

/** What happened to one seat or to all of them, latest first (T8). */
export function StoryPage({ page, staff, lines, seatId, isFirst, at: now }: Props) {
  const words = page.words.oversight;
  const { story } = words;
  const seat: Readonly<Record<string, string>> = seatId === null ? {} : { seat: seatId };
  const href = (to: string, more: Readonly<Record<string, string>>) =>
    `${to}?${new URLSearchParams({ ...seat, ...more }).toString()}`;
  const [first] = lines.rows;
  const title = seatId !== null && first ? story.ofSeat(first.userCode) : story.title;
  return (
    <ConsoleLayout page={page} staff={staff} current="oversight" title={title} back={oversightPath}>
      <PrintedHead page={page} staff={staff} at={now} />
      <h1>{title}</h1>
      <p class="lead">{story.lead}</p>
      <div class="printed-wide">
        {first === undefined ? (
          <EmptyState title={story.empty} icon="shield" />
        ) : (
          <Table caption={story.caption} rows={lines.rows} columns={columnsOf(page)} />
        )}
      </div>
      <PageTurns
        page={page}
        turned={lines}
        isFirst={isFirst}
        placeText={storyText}
        href={(at) => href(path, at)}
      />
      <ButtonGroup>
        <ButtonLink kind="quiet" href={href(`${path}/file`, { kind: "xlsx" })}>
          {words.xlsx}
        </ButtonLink>
        <ButtonLink kind="quiet" href={href(`${path}/file`, { kind: "csv" })}>
          {words.csv}
        </ButtonLink>
      </ButtonGroup>
    </ConsoleLayout>
  );
}

function columnsOf({ words: all, language }: PageContext): readonly Column<SeatStoryLine>[] {
  const words = all.oversight;
  const { story } = words;
  return [
    { title: story.at, cell: ({ at }) => sayMoment(at, language), sorted: "descending" },
    { title: story.event, cell: ({ event }) => story.events[event] },
    { title: words.userCode, cell: (line) => <Where line={line} name={agencyOf(line)} /> },
    {
      title: words.holder,
      cell: ({ name, part }) => <WholeName>{`${name} (${all.credentials.parts[part]})`}</WholeName>,
    },
    { title: story.detail, cell: (line) => sayDetail(all, line, language) || words.none },
    { title: story.by, cell: ({ by }) => (by === null ? words.none : <WholeName>{by}</WholeName>) },
  ];
  function agencyOf({ agencyTh, agencyEn }: SeatStoryLine): string {
    return nameIn({ nameTh: agencyTh, nameEn: agencyEn }, language);
  }
}

function Where({ line, name }: { line: SeatStoryLine; name: string }) {
  return (
    <span class="two-lines">
      <span class="figures">{line.userCode}</span>
      <small>{name}</small>
    </span>
  );
}

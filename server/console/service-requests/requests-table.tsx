import type { PageContext } from "../../http/page/context.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { PageTurns } from "../../http/page/pagination.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { formatDay, formatMoment, parseBangkokDay } from "../../kernel/thai-date.ts";
import { makeRequestPlace, type RequestLine, type RequestPlace } from "../../credentials/request-line.ts";
import { caseNumber } from "../../credentials/service-request.ts";
import { nameIn } from "../../visits/names.ts";
import { sayRequestState, toneOfState } from "../../http/say-request.ts";

interface Props {
  readonly page: PageContext;
  readonly turned: TurnedPage<RequestLine, RequestPlace>;
  readonly isFirst: boolean;
  /** Below which the page of each lies. */
  readonly path: string;
  /** Of which seat each is: for heads (`seat`), and with its agency for the central office; left out: of one's own. */
  readonly of?: "seat" | "agency";
}

/** Requests for service, those that wait first. */
export function RequestsTable({ page, turned, isFirst, path, of }: Props) {
  const words = page.words.credentials.requests;
  const { rows } = turned;
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={words.empty} icon="shield" />
      ) : (
        <Table caption={words.caption} rows={rows} columns={columnsOf(page, path, of)} />
      )}
      <PageTurns
        page={page}
        turned={turned}
        isFirst={isFirst}
        placeText={makeRequestPlace}
        href={(at) => `${path}?${new URLSearchParams(at).toString()}`}
      />
    </>
  );
}

function columnsOf(page: PageContext, path: string, of: Props["of"]): readonly Column<RequestLine>[] {
  const { words: all, language } = page;
  const words = all.credentials.requests;
  return [
    {
      title: words.number,
      cell: ({ id, number }) => (
        <a class="figures" href={`${path}/${id}`}>
          {number === "" ? words.states.unsigned : number}
        </a>
      ),
    },
    { title: words.asked, cell: (line) => `${caseNumber(line.case)}. ${words.cases[line.case]}` },
    ...(of === undefined ? [] : [seatColumn(page, of)]),
    {
      title: words.sentAt,
      cell: ({ sentAt }) => <span class="nowrap">{formatMoment(sentAt, language)}</span>,
    },
    { title: words.due, cell: (line) => <span class="nowrap">{sayDue(line, page)}</span> },
    { title: words.state, cell: (line) => <State line={line} page={page} /> },
  ];
}

/** The user code, and below it the part in the seat or, for the central office, the agency. */
function seatColumn({ words, language }: PageContext, of: "seat" | "agency"): Column<RequestLine> {
  const { notices, parts } = words.credentials;
  return {
    title: notices.facts.userCode,
    cell: ({ userCode, part, agencyTh, agencyEn }) => (
      <span class="two-lines">
        <span class="figures">{userCode}</span>
        <small>
          {of === "seat" ? parts[part] : nameIn({ nameTh: agencyTh, nameEn: agencyEn }, language)}
        </small>
      </span>
    ),
  };
}

function sayDue({ dueDay, state }: RequestLine, { language }: PageContext): string {
  const day = dueDay !== null && state === "sent" ? parseBangkokDay(dueDay) : null;
  return day?.ok ? formatDay(day.value, language) : "–";
}

function State({ line, page }: { line: RequestLine; page: PageContext }) {
  const words = page.words.credentials.requests;
  return <StatusTag tone={toneOfState[line.state]}>{sayRequestState(words, line)}</StatusTag>;
}

import type { AccessQueue } from "../../agencies/actions/see-access-queue.ts";
import type { AccessRequestLine } from "../../agencies/asked-access.ts";
import type { StaffSession } from "../../http/env.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { requestTones } from "../people/tones.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly queue: AccessQueue;
}

/** What waits for this office, the oldest first, and what was decided lately. */
export function QueuePage({ page, staff, queue }: Props) {
  const words = page.words.agencies.access;
  return (
    <ConsoleLayout page={page} staff={staff} current="access" title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ButtonGroup>
        <ButtonLink icon="people" href="/console/access/people">
          {words.under.title}
        </ButtonLink>
      </ButtonGroup>
      {queue.waiting.length === 0 ? (
        <EmptyState title={words.empty} icon="people">
          <p>{words.emptyNext}</p>
        </EmptyState>
      ) : (
        <Table caption={words.waiting} rows={queue.waiting} columns={columnsOf(page, "waiting")} />
      )}
      {queue.over.length === 0 ? null : (
        <Table caption={words.over} rows={queue.over} columns={columnsOf(page, "over")} />
      )}
    </ConsoleLayout>
  );
}

function columnsOf(page: PageContext, which: "waiting" | "over"): readonly Column<AccessRequestLine>[] {
  const words = page.words.agencies.access;
  const people = page.words.agencies.people;
  const left: Column<AccessRequestLine> = {
    title: words.left,
    cell: (line) => line.people.filter(({ decision }) => decision === "pending").length,
    figures: true,
  };
  const state: Column<AccessRequestLine> = {
    title: words.state,
    cell: (line) => <StatusTag tone={requestTones[line.state]}>{people.requestStates[line.state]}</StatusTag>,
  };
  return [
    {
      title: words.agency,
      cell: ({ agency }) => <WholeName>{nameIn(agency, page.language)}</WholeName>,
    },
    { title: words.number, cell: ({ number }) => number },
    { title: words.sent, cell: ({ sentAt }) => (sentAt ? formatMoment(sentAt, page.language) : "–") },
    { title: words.people, cell: (line) => line.people.length, figures: true },
    which === "waiting" ? left : state,
    {
      title: words.actions,
      cell: ({ id }) => (
        <ButtonLink href={`/console/access/${id}`}>
          {which === "waiting" ? words.open : words.view}
        </ButtonLink>
      ),
    },
  ];
}

import type { Member } from "../../agencies/member.ts";
import type { AccessRequestLine } from "../../agencies/asked-access.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { ConsoleLayout } from "../layout.tsx";
import { AskedNames } from "./asked-names.tsx";
import { MembersTable } from "./members-table.tsx";
import { requestTones } from "./tones.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly now: Date;
  readonly members: readonly Member[];
  readonly requests: readonly AccessRequestLine[];
  readonly done: "ended" | "withdrawn" | null;
}

/** An agency's people, how long their rights last, and what was asked for them (F1). */
export function PeoplePage({ page, staff, now, members, requests, done }: Props) {
  const words = page.words.agencies.people;
  return (
    <ConsoleLayout page={page} staff={staff} current="people" title={words.title}>
      {done === "ended" ? <Banner tone="done" title={words.ended} live /> : null}
      {done === "withdrawn" ? <Banner tone="done" title={words.request.withdrawn} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" icon="person" href="/console/people/requests/new">
          {words.newRequest}
        </ButtonLink>
      </ButtonGroup>
      <p class="hint">{words.newRequestLead}</p>
      <MembersTable {...{ page, staff, now, members, path: "/console/people" }} caption={words.members} />
      <Requests {...{ page, requests }} />
    </ConsoleLayout>
  );
}

function Requests({ page, requests }: Pick<Props, "page" | "requests">) {
  const words = page.words.agencies.people;
  if (requests.length === 0) {
    return (
      <section class="stack">
        <h2>{words.requests}</h2>
        <p class="lead">{words.noRequests}</p>
      </section>
    );
  }
  return (
    <Table
      caption={words.requests}
      rows={requests}
      columns={[
        { title: words.number, cell: ({ number }) => number || words.noNumber },
        {
          title: words.state,
          cell: ({ state }) => <StatusTag tone={requestTones[state]}>{words.requestStates[state]}</StatusTag>,
        },
        {
          title: words.sent,
          cell: ({ sentAt }) => (sentAt ? formatMoment(sentAt, page.language) : "–"),
        },
        { title: words.people, cell: ({ people }) => <AskedNames page={page} people={people} /> },
        {
          title: words.actions,
          cell: ({ id }) => <ButtonLink href={`/console/people/requests/${id}`}>{words.open}</ButtonLink>,
        },
      ]}
    />
  );
}

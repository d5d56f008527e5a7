import type { OwnRequest } from "../../agencies/actions/see-access-request.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { ConsoleLayout } from "../layout.tsx";
import { DraftSteps } from "./draft-steps.tsx";
import { decisionTones, requestTones } from "./tones.ts";

export interface RequestPageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly own: OwnRequest;
  readonly faults: readonly SummaryItem[];
  readonly done: "saved" | "scan" | "sent" | null;
}

/** A request of one's own agency: what is left to do, or what became of it. */
export function RequestPage({ page, staff, own, faults, done }: RequestPageProps) {
  const words = page.words.agencies.people;
  const { request } = own;
  const canBeTakenBack =
    request.state === "draft" ||
    (request.state === "sent" && request.people.every(({ decision }) => decision === "pending"));
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="people"
      title={words.form.title}
      back="/console/people"
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <Done page={page} done={done} />
      <h1>{words.form.title}</h1>
      <Facts
        rows={[
          [words.number, request.typed.number || words.noNumber],
          [
            words.state,
            <StatusTag tone={requestTones[request.state]}>{words.requestStates[request.state]}</StatusTag>,
          ],
          [words.made, formatMoment(request.madeAt, page.language)],
          ...(request.sentAt ? [[words.sent, formatMoment(request.sentAt, page.language)] as const] : []),
        ]}
      />
      {request.state === "draft" ? (
        <DraftSteps page={page} own={own} faults={faults} />
      ) : (
        <Asked {...{ page, own }} />
      )}
      {canBeTakenBack ? (
        <ButtonGroup>
          <ButtonLink kind="quiet" href={`/console/people/requests/${request.id}/withdraw`}>
            {request.state === "draft" ? words.request.throwAway : words.request.withdraw}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
    </ConsoleLayout>
  );
}

function Done({ page, done }: Pick<RequestPageProps, "page" | "done">) {
  const words = page.words.agencies.people.request;
  switch (done) {
    case null:
      return null;
    case "saved":
      return <Banner tone="done" title={words.savedNow} live />;
    case "scan":
      return <Banner tone="done" title={words.scanNow} live />;
    case "sent":
      return (
        <Banner tone="done" title={words.sentNow} live>
          {words.sentNext}
        </Banner>
      );
  }
}

function Asked({ page, own }: Pick<RequestPageProps, "page" | "own">) {
  const words = page.words.agencies.people;
  const { request } = own;
  return (
    <>
      {request.people.length === 0 ? null : (
        <Table
          caption={words.people}
          rows={request.people}
          columns={[
            { title: words.name, cell: ({ name }) => name },
            { title: words.change, cell: ({ change }) => words.changes[change] },
            { title: words.level, cell: ({ level }) => page.words.console.level[level] },
            {
              title: words.state,
              cell: ({ change, decision }) => (
                <StatusTag tone={decisionTones[decision]}>
                  {(change === "join" ? words.decisions : words.leaveDecisions)[decision]}
                </StatusTag>
              ),
            },
            { title: words.reason, cell: ({ reason }) => reason ?? "–" },
          ]}
        />
      )}
      {request.hasScan ? (
        <ButtonGroup>
          <ButtonLink icon="download" href={`/console/people/requests/${request.id}/scan`}>
            {words.request.scanOpen}
          </ButtonLink>
        </ButtonGroup>
      ) : null}
    </>
  );
}

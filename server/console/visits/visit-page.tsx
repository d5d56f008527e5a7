import { mayStaff } from "../../agencies/role.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { fullName } from "../../identity/full-name.ts";
import { formatBirthDate } from "../../kernel/birth-date.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import { formatPhone } from "../../kernel/phone.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { SeenVisit } from "../../visits/actions/see-visit.ts";
import { nameIn } from "../../visits/names.ts";
import {
  formatServiceCode,
  visibleStatus,
  whoMayMove,
  type ServiceCodeStatus,
} from "../../visits/service-code.ts";
import type { VisitStatus } from "../../visits/visit.ts";
import type { findTh } from "../../words/find/th.ts";
import { ConsoleLayout } from "../layout.tsx";

export type VisitDone = keyof (typeof findTh)["done"];

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenVisit;
  readonly now: Date;
  readonly faults: readonly SummaryItem[];
  readonly done: VisitDone | null;
}

const toneOfVisit: Record<VisitStatus, Tone> = { draft: "waiting", confirmed: "done", cancelled: "refused" };
const toneOfCode: Record<ServiceCodeStatus, Tone> = {
  issued: "done",
  used: "plain",
  closed: "plain",
  cancelled: "refused",
  expired: "waiting",
};

/** One visit of the facility: who, how proven, its codes and what may still be done (F4.1, F6). */
export function VisitPage({ page, staff, seen, now, faults, done }: Props) {
  const words = page.words.find;
  const { visit } = seen;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="visits"
      title={words.visitTitle}
      back="/console/visits"
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      {done === null ? null : <Banner tone="done" title={words.done[done]} live />}
      <h1>{fullName(seen.person) ?? formatCitizenId(seen.person.citizenId)}</h1>
      <p>
        <StatusTag tone={toneOfVisit[visit.status]}>{page.words.counter.visitStatus[visit.status]}</StatusTag>
      </p>
      <div class="panels">
        <section class="card stack">
          <h2>{page.words.counter.person}</h2>
          <Facts rows={personFacts(page, seen)} />
        </section>
        <section class="card stack">
          <h2>{page.words.counter.visit}</h2>
          <Facts rows={visitFacts(page, seen)} />
        </section>
      </div>
      {visit.status === "draft" ? (
        <ButtonGroup>
          <ButtonLink kind="primary" href={`/console/counter/${visit.id}`}>
            {words.edit}
          </ButtonLink>
          <ButtonLink kind="danger" href={`/console/visits/${visit.id}/cancel?version=${visit.version}`}>
            {words.cancelDraft}
          </ButtonLink>
        </ButtonGroup>
      ) : visit.status === "confirmed" ? (
        <Codes page={page} staff={staff} seen={seen} now={now} />
      ) : null}
    </ConsoleLayout>
  );
}

type FactRow = readonly [name: string, value: string];

/** The row of a fact that is known. */
function row(name: string, value: string | null): readonly FactRow[] {
  return value ? [[name, value]] : [];
}

function personFacts(page: PageContext, { person, contact }: SeenVisit): readonly FactRow[] {
  const { counter, find } = page.words;
  const telephones = contact && [formatPhone(contact.mobile), ...contact.telephones].join(", ");
  return [
    [counter.citizenId, formatCitizenId(person.citizenId)],
    [counter.birth, person.birth ? formatBirthDate(person.birth, page.language) : counter.birthUnknown],
    ...row(find.contact, telephones),
    ...row(counter.right, contact?.mainRight ?? null),
  ];
}

function visitFacts(
  page: PageContext,
  { visit, picture, recorders, services, codes }: SeenVisit,
): readonly FactRow[] {
  const { counter, find } = page.words;
  const moment = (at: Date | null, by: string | null = null) =>
    at && [formatMoment(at, page.language), by].filter(Boolean).join(" · ");
  const isOpen = visit.status === "draft";
  const wanted = codes.some(({ isOfVisit }) => isOfVisit) ? [] : services;
  return [
    [counter.day, formatDay(visit.day, page.language)],
    ...row(counter.services, wanted.map((each) => nameIn(each, page.language)).join(", ")),
    [counter.proof, counter.way[visit.way]],
    ...row(counter.picture, picture && counter.pictureKept),
    ...row(counter.hn, visit.hn),
    ...row(counter.an, visit.an),
    ...row(find.madeAt, moment(visit.madeAt, recorders.made)),
    ...row(find.changedAt, isOpen ? moment(visit.changedAt, recorders.changed) : null),
    ...row(find.confirmedAt, moment(visit.confirmedAt, recorders.changed)),
    ...row(find.cancelledBy, moment(visit.cancelledAt, recorders.cancelled)),
  ];
}

function Codes({ page, staff, seen, now }: Pick<Props, "page" | "staff" | "seen" | "now">) {
  const words = page.words.find;
  return (
    <Table
      caption={words.codes}
      rows={seen.codes}
      columns={[
        { title: page.words.counter.service, cell: (code) => nameIn(code.service, page.language) },
        {
          title: page.words.counter.code,
          cell: (code) => <strong class="nowrap">{formatServiceCode(code.code)}</strong>,
        },
        {
          title: page.words.counter.status,
          cell: (code) => {
            const status = visibleStatus(code, now);
            return <StatusTag tone={toneOfCode[status]}>{page.words.counter.codeStatus[status]}</StatusTag>;
          },
        },
        {
          title: words.closingCode,
          cell: (code) => (
            <span class="nowrap">{code.closingCode === null ? "" : formatServiceCode(code.closingCode)}</span>
          ),
        },
        {
          title: words.actions,
          cell: (code) => (
            <CodeMoves
              page={page}
              staff={staff}
              visitId={seen.visit.id}
              codeId={code.id}
              status={visibleStatus(code, now)}
            />
          ),
        },
      ]}
    />
  );
}

function CodeMoves(props: {
  page: PageContext;
  staff: StaffSession;
  visitId: string;
  codeId: string;
  status: ServiceCodeStatus;
}) {
  const { page, staff, visitId, codeId, status } = props;
  const words = page.words.find;
  const path = `/console/visits/${visitId}/codes/${codeId}`;
  const mayCancel =
    mayStaff(staff.level, "cancel_code") && whoMayMove(status, "cancelled").includes("facility_admin");
  return (
    <form class="row-moves" method="post" action={path}>
      {status === "issued" ? (
        <Button kind="secondary" name="move" value="use">
          {words.use}
        </Button>
      ) : null}
      {status === "issued" || status === "used" ? (
        <Button kind="secondary" name="move" value="close">
          {words.close}
        </Button>
      ) : null}
      {mayCancel ? (
        <ButtonLink kind="danger" href={`${path}/cancel`}>
          {words.cancelCode}
        </ButtonLink>
      ) : null}
    </form>
  );
}

import type { SeenCase, SeenCases } from "../../audit/actions/see-cases.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { PageTurns } from "../../http/page/pagination.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { casePlaceText } from "./case-place.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenCases;
  readonly isFirst: boolean;
  readonly faults: readonly SummaryItem[];
  readonly done: boolean;
}

/** What citizens said of looks at their data, and the answers (N8). */
export function CasesPage({ page, staff, seen, isFirst, faults, done }: Props) {
  const words = page.words.looks.cases;
  return (
    <ConsoleLayout page={page} staff={staff} current="looks" title={words.title} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      {done ? <Banner tone="done" title={words.done} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {seen.cases.length === 0 ? <EmptyState title={words.empty} icon="shield" /> : null}
      {seen.cases.map((each) => (
        <CaseCard page={page} each={each} />
      ))}
      <PageTurns
        page={page}
        turned={seen}
        isFirst={isFirst}
        placeText={casePlaceText}
        href={(at) => `/console/looks?${new URLSearchParams(at).toString()}`}
      />
    </ConsoleLayout>
  );
}

function CaseCard({ page, each }: { page: PageContext; each: SeenCase }) {
  const { looks } = page.words;
  const words = looks.cases;
  const moment = (at: Date) => formatMoment(at, page.language);
  return (
    <form class="card stack" method="post" action={`/console/looks/${each.id}`}>
      <p>
        <StatusTag tone={each.state === "answered" ? "done" : "waiting"}>
          {each.state === "answered" ? looks.answered : looks.waiting}
        </StatusTag>
      </p>
      <Facts
        rows={[
          [words.agency, nameIn({ nameTh: each.agencyTh, nameEn: each.agencyEn }, page.language)],
          [words.said, each.words.said],
          [words.madeAt, moment(each.madeAt)],
          ...(each.lookedAt ? [[words.lookedAt, moment(each.lookedAt)] as const] : []),
          ...(each.what ? [[words.what, looks.what[each.what]] as const] : []),
          ...(each.purpose ? [[looks.reason, looks.purposes[each.purpose] ?? each.purpose] as const] : []),
          ...(each.words.answer ? [[looks.answer, each.words.answer] as const] : []),
        ]}
      />
      {each.state === "answered" || !each.isOwn ? null : (
        <>
          <Field name={`answer-${each.id}`} label={words.answerLabel} maxlength={1000} />
          <Button kind="secondary">{words.send}</Button>
        </>
      )}
    </form>
  );
}

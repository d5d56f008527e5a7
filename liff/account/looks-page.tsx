import type { ToldLook, ToldLooks } from "../../server/audit/actions/see-looks.ts";
import { lookedTogether } from "../../server/audit/look-together.ts";
import { Banner, EmptyState } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PageTurns } from "../../server/http/page/pagination.tsx";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import { makeMomentPlace } from "../../server/kernel/moment-place.ts";
import { formatMoment } from "../../server/kernel/thai-date.ts";

interface Props {
  readonly page: PageContext;
  readonly seen: ToldLooks;
  readonly sent: boolean;
  readonly isFirst: boolean;
}

/** "ใครดูข้อมูลของฉัน" (N8): which agency, when, what and what for; and a way to say that it was not right. */
export function LooksPage({ page, seen, sent, isFirst }: Props) {
  const words = page.words.looks;
  return (
    <Layout page={page} title={words.title} back="/liff/account">
      <h1>{words.title}</h1>
      {sent ? <Banner tone="done" title={words.sent} live /> : null}
      <p class="lead">{words.lead}</p>
      {seen.looks.length === 0 ? <EmptyState title={words.empty} icon="person" /> : null}
      {lookedTogether(seen.looks).map(([look, ...others]) =>
        look === undefined ? null : <LookCard page={page} look={look} times={others.length + 1} />,
      )}
      <PageTurns
        page={page}
        turned={seen}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `/liff/account/looks?${new URLSearchParams(at).toString()}`}
      />
    </Layout>
  );
}

/** One look, or several of one officer that were one: the latest of them is the one that is reported. */
function LookCard({ page, look, times }: { page: PageContext; look: ToldLook; times: number }) {
  const words = page.words.looks;
  return (
    <Card title={page.language === "th" ? look.agencyTh : look.agencyEn}>
      <p class="lead">
        {formatMoment(look.at, page.language)}
        {times > 1 ? ` · ${words.times(times)}` : null}
      </p>
      <Facts rows={[[words.what[look.what], words.purposes[look.purpose] ?? look.purpose]]} />
      {look.isBulk ? <p class="hint">{words.bulk}</p> : null}
      {look.caseState === null ? null : (
        <>
          <StatusTag tone={look.caseState === "answered" ? "done" : "waiting"}>
            {look.caseState === "answered" ? words.answered : words.waiting}
          </StatusTag>
          <Facts
            rows={[
              [words.youSaid, look.words?.said ?? ""],
              ...(look.words?.answer ? [[words.answer, look.words.answer] as const] : []),
            ]}
          />
        </>
      )}
      {look.isBulk || look.caseState !== null ? null : (
        <a class="tap" href={`/liff/account/looks/${look.id}/wrong`}>
          {words.wrong}
        </a>
      )}
    </Card>
  );
}

/** The citizen's own words about one look. */
export function WrongPage(props: {
  page: PageContext;
  lookId: string;
  text: string;
  faults: readonly SummaryItem[];
}) {
  const { page, lookId, text, faults } = props;
  const words = page.words.looks.report;
  return (
    <Layout page={page} title={words.title} back="/liff/account/looks" wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action={`/liff/account/looks/${lookId}/wrong`}>
        <Field
          name="text"
          label={words.label}
          hint={words.hint}
          error={faults.find(({ field }) => field === "text")?.sentence}
          value={text}
          maxlength={1000}
        />
        <ButtonGroup>
          <Button>{words.send}</Button>
          <ButtonLink href="/liff/account/looks">{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

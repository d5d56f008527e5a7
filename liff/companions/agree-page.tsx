import type { Child } from "hono/jsx";
import { Banner, type BannerTone } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import type { AskedCompanion } from "../../server/identity/actions/see-delegation.ts";
import { formatDay } from "../../server/kernel/thai-date.ts";
import { EndForm } from "./list-page.tsx";
import { delegationFacts } from "./parts.tsx";

export interface AgreePageProps {
  readonly page: PageContext;
  readonly asked: AskedCompanion;
  readonly refusals: readonly SummaryItem[];
}

/** What the represented person sees of one delegation: the question, and afterwards what they answered. */
export function AgreePage(props: AgreePageProps) {
  const { page, asked } = props;
  const { view } = asked;
  const { agree: words } = page.words.companions;
  const name = view.name ?? "";
  switch (view.state) {
    case "asked":
    case "waiting_clerk":
      return <QuestionPage {...props} name={name} />;
    case "agreed": {
      const until = formatDay(view.untilDay, page.language);
      return (
        <Answered {...props} tone="done" title={words.agreedTitle} lead={words.agreedLead(name, until)}>
          <EndForm view={view}>{words.stop}</EndForm>
        </Answered>
      );
    }
    case "refused":
      return <Answered {...props} tone="info" title={words.refusedTitle} lead={words.refusedLead(name)} />;
    case "ended":
      return <Answered {...props} tone="info" title={words.endedTitle} lead={words.endedLead(name)} />;
    case "expired":
      return <Answered {...props} tone="info" title={words.expiredTitle} lead={words.expiredLead} />;
  }
}

function QuestionPage({ page, asked, refusals, name }: AgreePageProps & { name: string }) {
  const { agree: words } = page.words.companions;
  const { view, serviceTypes } = asked;
  const title = words.title(name);
  return (
    <Layout page={page} title={title} back="/liff/companions" wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{title}</h1>
      <p>{words.lead}</p>
      {view.state === "waiting_clerk" ? <Banner tone="waiting" title={words.vouched} /> : null}
      <Card>
        <Facts rows={delegationFacts(page, view, serviceTypes)} />
      </Card>
      <p class="lead">{words.unsure}</p>
      <form method="post" action={`/liff/agree/${view.id}`}>
        <ButtonGroup>
          <Button name="answer" value="agreed">
            {words.yes}
          </Button>
          <Button name="answer" value="refused" kind="secondary">
            {words.no}
          </Button>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

interface AnsweredProps extends AgreePageProps {
  readonly tone: BannerTone;
  readonly title: string;
  readonly lead: string;
  readonly children?: Child;
}

function Answered({ page, asked, tone, title, lead, children }: AnsweredProps) {
  const { over } = page.words.companions;
  return (
    <Layout page={page} title={title} back="/liff/companions">
      <h1>{title}</h1>
      <Banner tone={tone} title={lead} live />
      <Card>
        <Facts rows={delegationFacts(page, asked.view, asked.serviceTypes)} />
      </Card>
      {children}
      <ButtonLink href="/liff/companions#others">{over.back}</ButtonLink>
    </Layout>
  );
}

import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { OtpField } from "../../server/http/page/secret-field.tsx";
import type { AskedCompanion } from "../../server/identity/actions/see-delegation.ts";
import { formatDay, formatMoment } from "../../server/kernel/thai-date.ts";
import { EndForm } from "./list-page.tsx";
import { delegationFacts, StateTag } from "./parts.tsx";

export interface AskedPageProps {
  readonly page: PageContext;
  readonly asked: AskedCompanion;
  readonly now: Date;
  readonly canSendSms: boolean;
  readonly refusals: readonly SummaryItem[];
  /** A new OTP was just sent. */
  readonly isResent: boolean;
}

/** What the asker sees of one delegation, from the question to its end. */
export function AskedPage(props: AskedPageProps) {
  switch (props.asked.view.state) {
    case "asked":
      return <WaitPage {...props} />;
    case "waiting_clerk":
      return <ClerkPage {...props} />;
    case "agreed":
      return <AgreedPage {...props} />;
    case "refused":
    case "ended":
    case "expired":
      return <OverPage {...props} />;
  }
}

/** The question is out: the code they read, or their own yes in LINE, whichever comes first. */
function WaitPage(props: AskedPageProps) {
  const { page, asked, refusals, isResent } = props;
  const { view, serviceTypes } = asked;
  const { wait: words, list, done } = page.words.companions;
  return (
    <Layout
      page={page}
      title={words.title}
      back="/liff/companions"
      wrong={refusals.length > 0}
      scripts={["companion-wait.js"]}
      data={{
        "data-page": `/liff/companions/${view.id}`,
        "data-watch": `/liff/companions/${view.id}/state`,
        "data-state": view.state,
      }}
    >
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      {isResent ? <Banner tone="done" title={done.resent} live /> : null}
      <SpokenCode {...props} />
      <p>{words.line}</p>
      <ButtonLink href={`/liff/companions/${view.id}`}>{words.check}</ButtonLink>
      <Card>
        <Facts rows={delegationFacts(page, view, serviceTypes)} />
      </Card>
      <p class="lead">{words.until(formatMoment(view.answerUntil, page.language))}</p>
      <p class="lead">{words.wrongPhone}</p>
      <EndForm view={view}>{list.cancel}</EndForm>
    </Layout>
  );
}

/** The code that was sent to the other person's phone, typed by the asker as it is read out. */
function SpokenCode({ page, asked, now, canSendSms, refusals }: AskedPageProps) {
  const { view, otp } = asked;
  const words = page.words.companions.wait;
  if (!canSendSms) return <p>{words.leadNoSms}</p>;
  const isLive = otp !== null && now < otp.expiresAt;
  return (
    <>
      <p>{isLive ? words.lead(view.maskedPhone) : words.leadOld(view.maskedPhone)}</p>
      {isLive ? (
        <form class="stack" method="post" action={`/liff/companions/${view.id}/otp`} novalidate>
          <OtpField
            name="otp"
            label={words.code}
            hint={words.reference(otp.reference)}
            error={refusals.find((refusal) => refusal.field === "otp")?.sentence}
          />
          <Button>{words.confirm}</Button>
        </form>
      ) : null}
      <form method="post" action={`/liff/companions/${view.id}/resend`}>
        <Button kind={isLive ? "quiet" : "primary"}>{words.resend}</Button>
      </form>
    </>
  );
}

function ClerkPage({ page, asked }: AskedPageProps) {
  const { clerk: words, list } = page.words.companions;
  const { view, serviceTypes } = asked;
  return (
    <Layout page={page} title={words.title} back="/liff/companions">
      <h1>{words.title}</h1>
      <Banner tone="waiting" title={words.lead}>
        {words.next}
      </Banner>
      <Card>
        <Facts rows={delegationFacts(page, view, serviceTypes)} />
      </Card>
      <EndForm view={view}>{list.cancel}</EndForm>
    </Layout>
  );
}

function AgreedPage({ page, asked }: AskedPageProps) {
  const { agreed: words, list } = page.words.companions;
  const { view, serviceTypes } = asked;
  return (
    <Layout page={page} title={words.title} back="/liff/companions">
      <h1>{words.title}</h1>
      <Banner tone="done" title={view.name ?? view.maskedCitizenId} live>
        {words.lead(formatDay(view.untilDay, page.language))}
      </Banner>
      <ButtonGroup>
        <ButtonLink kind="primary" icon="qr" href={`/liff/for/${view.id}`}>
          {words.ask}
        </ButtonLink>
      </ButtonGroup>
      <Card>
        <Facts rows={delegationFacts(page, view, serviceTypes)} />
      </Card>
      <EndForm view={view}>{list.end}</EndForm>
    </Layout>
  );
}

const overs = {
  refused: ["refused", "refusedNext"],
  ended: ["ended", "endedNext"],
  expired: ["expired", "expiredNext"],
} as const;

function OverPage({ page, asked }: AskedPageProps) {
  const words = page.words.companions.over;
  const { view, serviceTypes } = asked;
  const [title, next] = overs[view.state as keyof typeof overs];
  return (
    <Layout page={page} title={words[title]} back="/liff/companions">
      <h1>{words[title]}</h1>
      <p>{words[next]}</p>
      <Card>
        <div>
          <StateTag page={page} state={view.state} />
        </div>
        <Facts rows={delegationFacts(page, view, serviceTypes)} />
      </Card>
      <ButtonGroup>
        <ButtonLink kind="primary" href="/liff/companions/new">
          {words.again}
        </ButtonLink>
        <ButtonLink href="/liff/companions">{words.back}</ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}

import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Card } from "../../server/http/page/card.tsx";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { StepProgress } from "../../server/http/page/step-progress.tsx";
import type { ConsentVersionName } from "../../server/identity/consent-versions.ts";
import { registrationSteps } from "../../server/identity/registration.ts";
import { HandOverLink } from "../hand-over/link.tsx";
import { SmsOff } from "../otp/sms-off.tsx";
import type { StepProps } from "./step-form.tsx";

/** The text in force, and the two answers, of equal weight to reach. */
export function ConsentPage(props: StepProps & { readonly version: ConsentVersionName }) {
  const { page, query, refusals, version, canSendSms } = props;
  const words = page.words.identity.consent;
  return (
    <Layout page={page} title={words.title} wrong={refusals.length > 0}>
      <StepProgress page={page} step={1} of={registrationSteps.length} />
      <ErrorSummary page={page} items={refusals} />
      {canSendSms ? null : <SmsOff page={page} />}
      <h1>{words.heading}</h1>
      <Card>
        {page.words.consent[version].map(({ title, text }) => (
          <div>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
        <small>{words.version(version)}</small>
      </Card>
      <form method="post" action={`/liff/register/consent${query}`}>
        <input type="hidden" name="version" value={version} />
        <ButtonGroup>
          <Button name="answer" value="given">
            {words.accept}
          </Button>
          <Button name="answer" value="refused" kind="secondary">
            {words.decline}
          </Button>
        </ButtonGroup>
      </form>
      <HandOverLink page={page} query={query} />
    </Layout>
  );
}

/** The kind end after a no. */
export function DeclinedPage({ page, query }: { page: PageContext; query: string }) {
  const words = page.words.identity.declined;
  return (
    <Layout page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <p>{words.next}</p>
      <ButtonLink href={`/liff/register${query}`}>{words.again}</ButtonLink>
      <HandOverLink page={page} query={query} />
    </Layout>
  );
}

import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";

/** Why nothing was confirmed, and the ways on. */
export function ThaIdFailedPage(props: {
  readonly page: PageContext;
  readonly sentence: string;
  readonly mayTryAgain: boolean;
}) {
  const { page, sentence, mayTryAgain } = props;
  const words = page.words.assurance;
  return (
    <Layout page={page} title={words.failed} look={false} wrong>
      <h1>{words.failed}</h1>
      <Banner tone="refused" title={sentence} live />
      <ButtonGroup>
        {mayTryAgain ? (
          <ButtonLink kind="primary" href="/liff/thaid/start">
            {words.again}
          </ButtonLink>
        ) : null}
        <ButtonLink kind="secondary" href="/liff/assurance">
          {words.other}
        </ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}

/** Proven, in another browser than the one that began: the code that carries it back. Names nobody. */
export function ThaIdElsewherePage({
  page,
  code,
  liffId,
}: {
  readonly page: PageContext;
  readonly code: string;
  readonly liffId: string;
}) {
  const words = page.words.assurance.elsewhere;
  return (
    <Layout page={page} title={words.title} look={false}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p class="thaid-code figures">{`${code.slice(0, 3)} ${code.slice(3)}`}</p>
      <Banner tone="waiting" title={words.warn} />
      <ButtonGroup>
        <ButtonLink kind="line" href={`https://liff.line.me/${liffId}/thaid`}>
          {words.open}
        </ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}

/** Where that code is typed: in the session that began. */
export function ThaIdCodePage({
  page,
  refusals,
}: {
  readonly page: PageContext;
  readonly refusals: readonly SummaryItem[];
}) {
  const words = page.words.assurance.code;
  return (
    <Layout page={page} title={words.title} back="/liff/assurance" wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action="/liff/thaid" novalidate>
        <Field
          name="code"
          label={words.label}
          error={refusals.find(({ field }) => field === "code")?.sentence}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={7}
          figures
        />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
      {refusals.length === 0 ? null : (
        <ButtonLink kind="quiet" href="/liff/thaid/start">
          {page.words.assurance.thaid}
        </ButtonLink>
      )}
    </Layout>
  );
}

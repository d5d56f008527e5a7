import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import type { DocumentCodeRefusal } from "../../server/petitions/document-code.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";

/** Where a code is typed; with what is wrong about the one that was. */
export function CheckPage(props: {
  readonly page: PageContext;
  readonly typed: string;
  readonly fault: DocumentCodeRefusal | null;
}) {
  const { page, typed, fault } = props;
  const words = page.words.papers.check;
  const sentence = fault === null ? undefined : sayRefusal(words.refusal, fault);
  return (
    <Layout page={page} title={words.title} look={false} wrong={fault !== null}>
      <ErrorSummary page={page} items={sentence === undefined ? [] : [{ field: "code", sentence }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="get" action="/check">
        <Field
          name="code"
          label={words.code}
          hint={words.codeHint}
          error={sentence}
          value={typed}
          maxlength={40}
          figures
          lang="en"
        />
        <Button icon="shield">{words.send}</Button>
      </form>
      <p>{words.noCode}</p>
      <ButtonLink kind="quiet" href="/liff/e-service">
        {words.towns}
      </ButtonLink>
    </Layout>
  );
}

/** A code that is well formed and belongs to no document of ours. */
export function UnknownPage({ page, typed }: { readonly page: PageContext; readonly typed: string }) {
  const words = page.words.papers.check;
  return (
    <Layout page={page} title={words.unknownTitle} look={false}>
      <h1 class="visually-hidden">{words.title}</h1>
      <Banner tone="refused" title={words.unknownTitle}>
        {words.unknownBody}
      </Banner>
      <p class="figures" lang="en">
        {typed.slice(0, 20)}
      </p>
      <ButtonLink kind="primary" href="/check">
        {words.again}
      </ButtonLink>
    </Layout>
  );
}

/** Too many questions from one address. */
export function ManyPage({ page }: { readonly page: PageContext }) {
  const words = page.words.papers.check;
  return (
    <Layout page={page} title={words.manyTitle} look={false}>
      <h1>{words.manyTitle}</h1>
      <p class="lead">{words.manyBody}</p>
      <ButtonLink kind="primary" href="/check">
        {words.again}
      </ButtonLink>
    </Layout>
  );
}

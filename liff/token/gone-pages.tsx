import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { tokenPath } from "./parts.tsx";

/** Requests for service and lost phones take user code and password: the key is what is missing. */
const requestPath = "/seat/sign-in?next=%2Fseat%2Frequests%2Fnew%3Fcase%3Dphone_changed";
const lostPath = "/seat/sign-in?next=%2Fseat%2Flost";

/** The key is not on this phone any more (flows T6, case 2). */
export function GonePage({ page }: { readonly page: PageContext }) {
  const words = page.words.credentials.phone.gone;
  return (
    <Layout page={page} title={words.title} wrong>
      <h1>{words.title}</h1>
      <Banner tone="refused" title={words.lead} />
      <NextSteps title={words.stepsTitle} steps={words.steps} />
      <ButtonGroup>
        <ButtonLink href={requestPath}>{words.request}</ButtonLink>
        <ButtonLink href={tokenPath}>{words.back}</ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}

/** Ten wrong PINs ended the key: what happened, what is safe, and the way on. */
export function ClosedPage({ page }: { readonly page: PageContext }) {
  const { closed: words, gone } = page.words.credentials.phone;
  return (
    <Layout page={page} title={words.title} wrong>
      <h1>{words.title}</h1>
      <Banner tone="refused" title={words.lead} live>
        {words.safe}
      </Banner>
      <NextSteps title={words.stepsTitle} steps={words.steps} />
      <ButtonGroup>
        <ButtonLink kind="primary" href={requestPath}>
          {words.request}
        </ButtonLink>
        <ButtonLink kind="danger" href={lostPath}>
          {words.lost}
        </ButtonLink>
        <ButtonLink href={tokenPath}>{gone.back}</ButtonLink>
      </ButtonGroup>
    </Layout>
  );
}

function NextSteps({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ol class="key-steps">
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </>
  );
}

import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import type { StepUp } from "../../server/identity/step-up.ts";
import { StepUpField } from "../account/step-up-field.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { requestKeyField } from "../../server/http/request-key.ts";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import type { CopySeen } from "../../server/privacy/actions/see-copy.ts";

interface Props {
  readonly page: PageContext;
  readonly by: StepUp;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** What the file holds, and the PIN once more before it may be taken. */
export function AskCopyPage({ page, by, faults, requestKey }: Props) {
  const words = page.words.privacy;
  return (
    <Layout page={page} title={words.copyTitle} back="/liff/privacy" wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <h1>{words.copyTitle}</h1>
      <p>{words.ask.holds}</p>
      <p>{words.ask.careful}</p>
      <form class="stack" method="post" action="/liff/privacy/copy" novalidate>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <StepUpField page={page} by={by} error={faults.find(({ field }) => field === "proof")?.sentence} />
        <ButtonGroup>
          <Button>{words.ask.submit}</Button>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

/** The download, until when it works and how often. */
export function CopyReadyPage({ page, copy }: { page: PageContext; copy: CopySeen }) {
  const words = page.words.privacy;
  const { ready } = words;
  return (
    <Layout page={page} title={ready.title} back="/liff/privacy">
      <h1>{ready.title}</h1>
      <Banner tone="done" title={ready.until(formatMoment(copy.diesAt, page.language))}>
        {copy.left > 0 ? ready.left(copy.left) : ready.used}
      </Banner>
      {copy.left > 0 ? (
        <form class="stack" method="post" action={`/liff/privacy/copies/${copy.id}/file`}>
          <ButtonGroup>
            <Button>{ready.download}</Button>
          </ButtonGroup>
        </form>
      ) : null}
      <p class="hint">{ready.hint}</p>
      <p class="hint">{words.ask.careful}</p>
    </Layout>
  );
}

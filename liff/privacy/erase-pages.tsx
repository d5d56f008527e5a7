import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { StepUp } from "../../server/identity/step-up.ts";
import { StepUpField } from "../account/step-up-field.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { formatDay } from "../../server/kernel/thai-date.ts";
import type { ErasureSeen, HeldHere } from "../../server/privacy/actions/see-erasure.ts";

interface Props {
  readonly page: PageContext;
  readonly by: StepUp;
  readonly seen: ErasureSeen;
  readonly faults: readonly SummaryItem[];
}

/** The last question: what goes at once, what stays and why, and the PIN once more. */
export function ErasePage({ page, by, seen, faults }: Props) {
  const words = page.words.privacy;
  const { erase } = words;
  return (
    <Layout page={page} title={words.eraseTitle} back="/liff/privacy" wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <h1>{words.eraseTitle}</h1>
      <p class="lead">{erase.lead}</p>
      <Card title={erase.atOnce}>
        <ul class="points">
          {[
            ...erase.atOnceItems,
            ...(seen.keepsContact ? [] : [erase.contactToo]),
            ...(seen.free > 0 ? [erase.petitionsToo(seen.free)] : []),
          ].map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </Card>
      <Card title={erase.stays}>
        <Stays page={page} seen={seen} />
      </Card>
      <p>{erase.record}</p>
      <form class="stack" method="post" action="/liff/privacy/erase" novalidate>
        <StepUpField page={page} by={by} error={faults.find(({ field }) => field === "proof")?.sentence} />
        <ButtonGroup>
          <Button kind="danger">{erase.submit}</Button>
          <ButtonLink href="/liff/account">{erase.keep}</ButtonLink>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

function Stays({ page, seen }: Pick<Props, "page" | "seen">) {
  const { erase } = page.words.privacy;
  const { held, visitsUntil, keepsContact } = seen;
  if (held.length === 0 && visitsUntil === null && !keepsContact) return <p>{erase.nothingStays}</p>;
  const runs = held.some(({ why }) => why === "running");
  return (
    <>
      <ul class="points">
        {held.map((petition) => (
          <li>{heldSaid(page, petition)}</li>
        ))}
        {keepsContact ? <li>{erase.contactStays}</li> : null}
        {visitsUntil === null ? null : <li>{erase.visits(formatDay(visitsUntil, page.language))}</li>}
        <li>{erase.name}</li>
      </ul>
      {runs ? <p class="hint">{erase.withdraw}</p> : null}
    </>
  );
}

function heldSaid(page: PageContext, { number, serviceTh, serviceEn, why, until }: HeldHere): string {
  const { erase } = page.words.privacy;
  const service = page.language === "th" ? serviceTh : serviceEn;
  const end = until === null ? "" : ` ${erase.until(formatDay(until, page.language))}`;
  return `${number} ${service}: ${erase.why[why]}${end}`;
}

/** After it: nobody is signed in any more, so the page says everything by itself. */
export function ErasedPage({ page, allGone }: { page: PageContext; allGone: boolean }) {
  const { erase } = page.words.privacy;
  return (
    <Layout page={page} title={erase.doneTitle} look={false}>
      <h1>{erase.doneTitle}</h1>
      <Banner tone="done" title={allGone ? erase.doneAll : erase.doneRest}>
        {allGone ? erase.back : erase.doneResult}
      </Banner>
      {allGone ? null : <p>{erase.back}</p>}
    </Layout>
  );
}

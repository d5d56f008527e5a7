import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import { ConfirmPanel } from "../../server/http/page/confirm-panel.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import type { ConsentView } from "../../server/identity/actions/see-consent.ts";
import type { ConsentVersionName } from "../../server/identity/consent-versions.ts";
import { formatDay, formatMoment } from "../../server/kernel/thai-date.ts";

interface Props {
  readonly page: PageContext;
  readonly consent: ConsentView;
  readonly refusals: readonly SummaryItem[];
}

/** What was answered to the consent text, the text in force, and the way to take it back or give it again. */
export function ConsentPage({ page, consent, refusals }: Props) {
  const words = page.words.account.consent;
  const { last, agreedOther, inForce } = consent;
  const isGiven = last?.answer === "given";
  const isSame = isGiven && last.version === inForce.version;
  return (
    <Layout page={page} title={words.title} back="/liff/account" wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      <Banner tone={isGiven ? "done" : "waiting"} title={answerText(page, consent)}>
        {leadOf(page, consent)}
      </Banner>
      <p>{words.inForce(inForce.version, formatDay(inForce.inForceFrom, page.language))}</p>
      <ConsentText page={page} version={inForce.version} title={words.read} isOpen={!isSame} />
      {agreedOther ? (
        <ConsentText page={page} version={agreedOther} title={words.readAgreed(agreedOther)} isOpen={false} />
      ) : null}
      {isSame ? null : <GiveForm page={page} version={inForce.version} />}
      {isGiven ? (
        <ButtonLink kind="quiet" href="/liff/account/consent/withdraw">
          {words.withdraw}
        </ButtonLink>
      ) : null}
    </Layout>
  );
}

/** What follows from the answer; who was never asked misses nothing of e-Service. */
function leadOf(page: PageContext, { last, inForce }: ConsentView): string {
  const words = page.words.account.consent;
  if (last === null) return words.neverLead;
  if (last.answer !== "given") return words.giveLead;
  return last.version === inForce.version ? words.same : words.differs;
}

function answerText(page: PageContext, { last }: ConsentView): string {
  const words = page.words.account.consent;
  if (last === null) return words.none;
  const at = formatMoment(last.answeredAt, page.language);
  switch (last.answer) {
    case "given":
      return words.given(at, last.version);
    case "withdrawn":
      return words.withdrawn(at);
    case "refused":
      return words.refused(at);
  }
}

interface TextProps {
  readonly page: PageContext;
  readonly version: ConsentVersionName;
  readonly title: string;
  readonly isOpen: boolean;
}

function ConsentText({ page, version, title, isOpen }: TextProps) {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <Card>
        {page.words.consent[version].map((part) => (
          <section>
            <h2>{part.title}</h2>
            <p>{part.text}</p>
          </section>
        ))}
      </Card>
    </details>
  );
}

function GiveForm({ page, version }: { page: PageContext; version: string }) {
  return (
    <form method="post" action="/liff/account/consent">
      <input type="hidden" name="version" value={version} />
      <ButtonGroup>
        <Button>{page.words.account.consent.give}</Button>
      </ButtonGroup>
    </form>
  );
}

/** The last question before consent is taken back: everything that follows from it, and the way back. */
export function WithdrawPage({ page, refusals }: Omit<Props, "consent">) {
  const words = page.words.account.withdraw;
  const { codes, sessions, kept, back } = words.effects;
  return (
    <Layout page={page} title={words.title} back="/liff/account/consent" wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <ConfirmPanel
        title={words.title}
        action="/liff/account/consent/withdraw"
        yes={words.confirm}
        no={words.keep}
        noHref="/liff/account"
      >
        <p>{words.lead}</p>
        <ul class="points">
          {[codes, sessions, kept, back].map((effect) => (
            <li>{effect}</li>
          ))}
        </ul>
      </ConfirmPanel>
    </Layout>
  );
}

/** After the withdrawal: nobody is signed in any more, so the page says everything by itself. */
export function WithdrawnPage({ page }: { page: PageContext }) {
  const words = page.words.account.withdrawn;
  return (
    <Layout page={page} title={words.title} look={false}>
      <h1>{words.title}</h1>
      <Banner tone="info" title={words.lead}>
        {words.back}
      </Banner>
    </Layout>
  );
}

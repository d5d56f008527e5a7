import type { SeenCodeAsk } from "../../../credentials/actions/see-code-asks.ts";
import { reasonLimit } from "../../../credentials/registration-decision.ts";
import type { StaffSession } from "../../../http/env.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../../http/page/error-summary.tsx";
import { Field } from "../../../http/page/field.tsx";
import { TextArea } from "../../../http/page/text-area.tsx";
import { ConsoleLayout } from "../../layout.tsx";
import { AskFacts } from "../../seats/code-asks/ask-facts.tsx";
import { officeAskAddress, officeAsksPath } from "../../seats/code-asks/paths.ts";
import { officeOrderAddress, officeSeatAddress } from "../addresses.ts";

/** The answer as it was posted. */
export interface TypedAnswer {
  readonly code: string;
  readonly reason: string;
}

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenCodeAsk;
  readonly typed: TypedAnswer;
  readonly faults: readonly SummaryItem[];
}

/** One user code that is asked for: whom for, the code that is issued, or why none is. */
export function CodeAskPage({ page, staff, seen, typed, faults }: Props) {
  const words = page.words.credentials.codeAsks;
  const { ask, seat } = seen;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="tokenCodeAsks"
      title={words.one}
      back={officeAsksPath}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      {seat ? (
        <Banner tone="done" title={words.issuedAs(seat.userCode)}>
          {ask.facts.holder.email === null ? words.makeLetter : words.issuedLink}
        </Banner>
      ) : null}
      {ask.state === "refused" ? (
        <Banner tone="info" title={words.refusedWith(ask.facts.reason ?? "")} />
      ) : null}
      <h1>{words.one}</h1>
      <AskFacts page={page} seen={seen} orderAddress={officeOrderAddress} />
      {seat ? <ButtonLink href={officeSeatAddress(seat.id)}>{words.toSeat}</ButtonLink> : null}
      {ask.state === "waiting" ? <Answer page={page} seen={seen} typed={typed} faults={faults} /> : null}
    </ConsoleLayout>
  );
}

function Answer({ page, seen, typed, faults }: Omit<Props, "staff">) {
  const words = page.words.credentials.codeAsks;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  const isToLink = seen.ask.facts.holder.email !== null;
  return (
    <form class="card stack" method="post" action={officeAskAddress(seen.ask.id)} novalidate>
      <h2>{words.answer}</h2>
      <Field
        name="code"
        label={words.code}
        hint={seen.proposed === null ? words.codeHint : words.codeProposed}
        error={errorOf("code")}
        value={typed.code}
        maxlength={40}
        figures
        lang="en"
      />
      <p class="hint">{isToLink ? words.issueLink : words.issueLetter}</p>
      <ButtonGroup>
        <Button name="verdict" value="issue">
          {words.issue}
        </Button>
      </ButtonGroup>
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        value={typed.reason}
        maxlength={reasonLimit}
        error={errorOf("reason")}
      />
      <ButtonGroup>
        <Button kind="danger" name="verdict" value="refuse">
          {words.refuse}
        </Button>
      </ButtonGroup>
    </form>
  );
}

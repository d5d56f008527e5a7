import { reasonLimit, refusalReasons } from "../../../credentials/registration-decision.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { ChoiceGroup } from "../../../http/page/choice-group.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { TextArea } from "../../../http/page/text-area.tsx";

/** The decision as it was posted. */
export interface TypedDecision {
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly own: string;
}

interface Props {
  readonly page: PageContext;
  readonly id: string;
  readonly typed: TypedDecision;
  readonly faults: readonly SummaryItem[];
  /** Who else approves; null: whoever looks may. */
  readonly othersApprove: readonly string[] | null;
}

/** Approve, or refuse with what is to be corrected: reasons that are often given, and one's own words. */
export function DecideForm({ page, id, typed, faults, othersApprove }: Props) {
  const words = page.words.credentials.queue.one;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  return (
    <form class="card stack" method="post" action={`/console/tokens/registrations/${id}`} novalidate>
      <h2>{words.decision}</h2>
      {othersApprove === null ? (
        <>
          <p class="hint">{words.approveHint}</p>
          <ButtonGroup>
            <Button name="verdict" value="approve">
              {words.approve}
            </Button>
          </ButtonGroup>
        </>
      ) : (
        <Banner tone="info" title={words.openedLetter}>
          {words.othersApprove(othersApprove)}
        </Banner>
      )}
      <ChoiceGroup
        name="reason"
        legend={words.reason}
        type="checkbox"
        hint={words.reasonHint}
        error={errorOf("reason")}
        chosen={typed.reasons}
        choices={refusalReasons.map((value) => ({ value, label: words.reasons[value] }))}
      />
      <TextArea
        name="own"
        label={words.own}
        value={typed.own}
        maxlength={reasonLimit}
        error={errorOf("own")}
      />
      <ButtonGroup>
        <Button kind="danger" name="verdict" value="refuse">
          {words.refuse}
        </Button>
        <ButtonLink href="/console/tokens/registrations">{words.back}</ButtonLink>
      </ButtonGroup>
    </form>
  );
}

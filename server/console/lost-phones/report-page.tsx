import type { TypedLoss } from "../../credentials/typed-loss.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { ConsoleLayout } from "../layout.tsx";
import { LossFields, WhoseFields } from "../../http/page/loss-fields.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { lostPhonesPath } from "./lost-phones-page.tsx";
import { whoseValue, type WhosePhone } from "./whose-phone.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** Whom the head may choose from; none: code and part are typed. */
  readonly whose: readonly WhosePhone[];
  readonly typed: TypedLoss;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** Staff report a phone that somebody of a seat lost: the one button stops everything of it. */
export function ReportLostPage(props: Props) {
  const { page, staff, whose, typed, requestKey } = props;
  const faults = whose.length === 0 ? props.faults : props.faults.map((item) => atChoice(props, item));
  const words = page.words.credentials.lost;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="lostPhones"
      title={words.report}
      back={lostPhonesPath}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.report}</h1>
      <p class="lead">{words.lead}</p>
      <Banner tone="info" title={words.safe}>
        <p>{words.liability}</p>
      </Banner>
      <form class="stack" method="post" action={`${lostPhonesPath}/new`} novalidate>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        {whose.length === 0 ? (
          <WhoseFields page={page} typed={typed} faults={faults} />
        ) : (
          <WhoseChoice {...props} faults={faults} />
        )}
        <LossFields page={page} typed={typed} faults={faults} />
        <ButtonGroup>
          <Button kind="danger">{words.reportNow}</Button>
          <ButtonLink href={lostPhonesPath}>{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

/** What is wrong with the code stands at the choice, and speaks of choosing. */
function atChoice({ page, typed }: Props, item: SummaryItem): SummaryItem {
  if (item.field !== "userCode") return item;
  const { whoseEmpty } = page.words.credentials.lost;
  return { field: "whose", sentence: typed.userCode === "" ? whoseEmpty : item.sentence };
}

/** One card for each person in a seat of the agency; a code that was typed wrong cannot happen. */
function WhoseChoice({ page, whose, typed, faults }: Props) {
  const words = page.words.credentials.lost;
  const error = faults.find(({ field }) => field === "whose")?.sentence;
  const chosen = [whoseValue(typed.userCode, typed.part)];
  return (
    <ChoiceGroup
      name="whose"
      legend={words.whose}
      type="radio"
      chosen={chosen}
      choices={whose}
      error={error}
    />
  );
}

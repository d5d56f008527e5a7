import type { StaffSession } from "../../http/env.ts";
import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { DateField } from "../../http/page/date-field.tsx";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { WaitingDelay } from "../../petitions/delay.ts";
import { ConsoleLayout } from "../layout.tsx";

/** What stands in the form, as it was typed. */
export type DelayTyped = Readonly<Record<"reason" | "newDayDay" | "newDayMonth" | "newDayYear", string>>;

export const emptyDelay: DelayTyped = { reason: "", newDayDay: "", newDayMonth: "", newDayYear: "" };

interface Common {
  readonly page: PageContext;
  readonly staff: StaffSession;
}

/** Letters that wait, the longest overdue first. */
export function DelaysPage(
  props: Common & { readonly delays: readonly WaitingDelay[]; readonly done: boolean },
) {
  const { page, staff, delays, done } = props;
  const words = page.words.papers.delay;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="documents"
      title={words.title}
      back="/console/documents"
    >
      {done ? <Banner tone="done" title={words.sent} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {delays.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyNext}</p>
        </EmptyState>
      ) : (
        <Table
          caption={words.title}
          rows={delays}
          columns={[
            {
              title: words.number,
              cell: ({ petitionId, petitionNumber }) => (
                <a href={`/console/petitions/${petitionId}`}>{petitionNumber}</a>
              ),
            },
            { title: words.due, cell: ({ dueDay }) => formatDay(dueDay, page.language) },
            { title: words.letter, cell: ({ letter }) => letter, figures: true },
            { title: words.draftedAt, cell: ({ draftedAt }) => formatMoment(draftedAt, page.language) },
            {
              title: words.actions,
              cell: ({ petitionId }) => (
                <ButtonLink href={`/console/documents/delays/${petitionId}`}>{words.open}</ButtonLink>
              ),
            },
          ]}
        />
      )}
    </ConsoleLayout>
  );
}

interface DelayProps extends Common {
  readonly delay: WaitingDelay;
  readonly typed: DelayTyped;
  readonly faults: readonly SummaryItem[];
}

/** One letter: why, and until when now. */
export function DelayPage({ page, staff, delay, typed, faults }: DelayProps) {
  const words = page.words.papers.delay;
  const here = "/console/documents/delays";
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="documents"
      title={words.title}
      back={here}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <Facts
        rows={[
          [words.number, delay.petitionNumber],
          [words.due, formatDay(delay.dueDay, page.language)],
          [words.letter, String(delay.letter)],
        ]}
      />
      <form class="stack" method="post" action={`${here}/${delay.petitionId}`}>
        <Field
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          error={faultAt("reason")}
          value={typed.reason}
          maxlength={400}
        />
        <DateField
          page={page}
          name="newDay"
          label={words.newDay}
          whole
          error={faultAt("newDayDay")}
          value={{ day: typed.newDayDay, month: typed.newDayMonth, year: typed.newDayYear }}
        />
        <p class="hint">{words.sendLead}</p>
        <ButtonGroup>
          <Button>{words.send}</Button>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

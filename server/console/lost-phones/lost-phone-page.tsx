import { mayStaff } from "../../agencies/role.ts";
import type { OpenedLostPhone } from "../../credentials/actions/see-lost-phones.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { DateField } from "../../http/page/date-field.tsx";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { lostPhonesPath } from "./lost-phones-page.tsx";
import { letterTone, sayLetter } from "./say-letter.ts";

/** What stands in the letter's form, as it was typed. */
export type TypedLetter = Readonly<Record<"number" | "datedDay" | "datedMonth" | "datedYear", string>>;

export const emptyLetter: TypedLetter = { number: "", datedDay: "", datedMonth: "", datedYear: "" };

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: OpenedLostPhone;
  readonly typed: TypedLetter;
  readonly faults: readonly SummaryItem[];
  /** What was just done: reported, or the letter written down. */
  readonly done: "reported" | "letter" | null;
}

/** One lost phone: what was stopped, and the official letter that must follow (T7). */
export function LostPhonePage(props: Props) {
  const { page, staff, seen, faults, done } = props;
  const words = page.words.credentials.lost;
  const title = `${words.title}: ${seen.userCode}`;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="lostPhones"
      title={title}
      back={lostPhonesPath}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      {done === "reported" ? <Banner tone="done" title={words.done} live /> : null}
      {done === "letter" ? <Banner tone="done" title={words.letterSaved} live /> : null}
      <h1>{title}</h1>
      <Facts rows={factsOf(page, seen)} />
      <p>{words.next}</p>
      <Letter {...props} />
    </ConsoleLayout>
  );
}

function factsOf({ words: all, language }: PageContext, seen: OpenedLostPhone) {
  const words = all.credentials.lost;
  const { keys, sessions, challenges } = seen.stopped;
  const { said, phone } = seen.words;
  return [
    [words.holder, `${seen.name} (${all.credentials.parts[seen.part]})`],
    [words.agency, nameIn({ nameTh: seen.agencyTh, nameEn: seen.agencyEn }, language)],
    [words.lostOn, formatDay(seen.lostOn, language)],
    [words.stoppedAt, formatMoment(seen.stoppedAt, language)],
    [words.stopped, words.stoppedCounts(keys, sessions, challenges)],
    [words.reporter, [words.reporters[seen.reporter], seen.reportedBy ?? ""].filter(Boolean).join(" · ")],
    ...(said === "" ? [] : [[words.said, said] as const]),
    ...(phone === "" ? [] : [[words.callAt, phone] as const]),
  ] as const;
}

function Letter({ page, staff, seen, typed, faults }: Props) {
  const words = page.words.credentials.lost;
  const { letter } = seen;
  const errorAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  const { datedDay: day, datedMonth: month, datedYear: year } = typed;
  return (
    <section class="card stack">
      <h2>{words.letterTitle}</h2>
      <p>
        <StatusTag tone={letterTone(letter)}>{sayLetter(page.words, letter, page.language)}</StatusTag>
      </p>
      <p>{words.letterLead}</p>
      <ButtonGroup>
        <ButtonLink icon="print" href={`${lostPhonesPath}/${seen.id}/letter.pdf`} target="_blank">
          {words.letterPrint}
        </ButtonLink>
      </ButtonGroup>
      {letter.kind === "sent" || !mayStaff(staff.level, "name_holders") ? null : (
        <form class="stack" method="post" action={`${lostPhonesPath}/${seen.id}`} novalidate>
          <Field
            name="number"
            label={words.letterNumber}
            error={errorAt("number")}
            value={typed.number}
            maxlength={80}
          />
          <DateField
            page={page}
            name="dated"
            label={words.letterDated}
            error={errorAt("datedDay")}
            whole
            value={{ day, month, year }}
          />
          <ButtonGroup>
            <Button>{words.letterSave}</Button>
          </ButtonGroup>
        </form>
      )}
    </section>
  );
}

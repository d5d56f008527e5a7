import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import type { PictureSearchField, TypedPictureSearch } from "../../visits/picture-search.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly typed: TypedPictureSearch;
  readonly faults: readonly SummaryItem[];
}

/** What a registrar gives to open a picture: day, facility and code of the visit, and why. */
export function PictureSearchPage({ page, staff, typed, faults }: Props) {
  const words = page.words.pictures;
  const field = (name: PictureSearchField) => ({
    name,
    label: words[name],
    value: typed[name],
    error: faults.find((fault) => fault.field === name)?.sentence,
  });
  return (
    <ConsoleLayout page={page} staff={staff} current="pictures" title={words.title} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="card stack" method="post" action="/console/pictures">
        <div class="field-pair">
          <Field {...field("day")} hint={words.dayHint} maxlength={40} />
          <Field {...field("hcode")} hint={words.hcodeHint} maxlength={10} inputmode="numeric" figures />
        </div>
        <Field {...field("code")} hint={words.codeHint} maxlength={30} figures />
        <Field {...field("reason")} hint={words.reasonHint} maxlength={300} />
        <ButtonGroup>
          <Button icon="picture">{words.open}</Button>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

import { FormFields } from "../../server/http/form-page/form-fields.tsx";
import type { FormView } from "../../server/http/form-page/form-view.ts";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { ConfirmPanel } from "../../server/http/page/confirm-panel.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { FileField } from "../../server/http/page/file-field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { TextArea } from "../../server/http/page/text-area.tsx";
import { formatDay } from "../../server/kernel/thai-date.ts";
import type { FollowedPetition } from "../../server/petitions/followed-petition.ts";
import { petitionPath } from "./paths.ts";

interface Props {
  readonly page: PageContext;
  readonly petition: FollowedPetition;
  readonly refusals: readonly SummaryItem[];
}

/** The last question before a petition is withdrawn. */
export function WithdrawPage({ page, petition, refusals }: Props) {
  const { withdraw: words } = page.words.follow;
  return (
    <Layout page={page} title={words.open} back={petitionPath(petition)} wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <ConfirmPanel
        title={words.title(petition.number)}
        action={`${petitionPath(petition)}/withdraw`}
        yes={words.yes}
        no={words.no}
        noHref={petitionPath(petition)}
        hidden={{ seen: String(petition.version) }}
      >
        <p>{words.lead}</p>
        <TextArea name="text" label={words.why} value="" maxlength={1000} />
      </ConfirmPanel>
    </Layout>
  );
}

/** "ยังไม่เรียบร้อย": what is still to be done, with a photo where there is one (N10). */
export function ReopenPage({ page, petition, refusals, text }: Props & { text: string }) {
  const { test: words } = page.words.follow;
  const errorAt = (field: string) => refusals.find((one) => one.field === field)?.sentence;
  return (
    <Layout page={page} title={words.pageTitle} back={petitionPath(petition)} wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.pageTitle}</h1>
      <p class="lead">{words.pageLead}</p>
      <form
        class="stack"
        method="post"
        enctype="multipart/form-data"
        action={`${petitionPath(petition)}/reopen`}
      >
        <input type="hidden" name="seen" value={String(petition.version)} />
        <TextArea
          name="text"
          label={words.words}
          value={text}
          error={errorAt("text")}
          maxlength={2000}
          rows={5}
        />
        <FileField
          name="photo"
          label={words.photo}
          hint={words.photoRule}
          error={errorAt("photo")}
          accept="image/jpeg,image/png"
        />
        <ButtonGroup>
          <Button>{words.send}</Button>
          <ButtonLink kind="quiet" href={petitionPath(petition)}>
            {words.back}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

/** What an officer asks to be corrected, with only those fields open; everything else stays as it was filed. */
export function CorrectPage({
  page,
  petition,
  refusals,
  view,
  note,
}: Props & { view: FormView; note: string }) {
  const { correction: words } = page.words.follow;
  const { text, untilDay } = petition.correction ?? {};
  const until = untilDay === undefined ? null : words.until(formatDay(untilDay, page.language));
  return (
    <Layout page={page} title={words.pageTitle} back={petitionPath(petition)} wrong={refusals.length > 0}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.pageTitle}</h1>
      <Banner tone="waiting" title={text ?? words.title}>
        {until}
      </Banner>
      <p class="lead">{view.form.fields.length === 0 ? words.none : words.lead}</p>
      <form
        class="stack"
        method="post"
        enctype="multipart/form-data"
        action={`${petitionPath(petition)}/correct`}
      >
        <input type="hidden" name="seen" value={String(petition.version)} />
        <FormFields view={view} />
        <TextArea name="officerNote" label={words.note} value={note} maxlength={2000} />
        <ButtonGroup>
          <Button>{words.send}</Button>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

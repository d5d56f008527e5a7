import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, LinkRow } from "../../server/http/page/card.tsx";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { wordingIn } from "../../server/forms/wording.ts";
import { summaryOf, type FormView } from "../../server/http/form-page/form-view.ts";
import { EnterButton } from "../../server/http/form-page/enter-button.tsx";
import { FormFields } from "../../server/http/form-page/form-fields.tsx";
import { formatMoment, formatTime } from "../../server/kernel/thai-date.ts";
import type { SeenDraft } from "../../server/petitions/actions/see-draft.ts";
import { nameIn } from "../../server/visits/names.ts";
import { News } from "./news.tsx";

interface Props {
  readonly view: FormView;
  readonly seen: SeenDraft;
  /** The version this page is about to save over. */
  readonly version: number;
  /** What could not be kept, beside what the fields tell themselves. */
  readonly refusals?: readonly SummaryItem[];
  /** Set when another window saved meanwhile, at that moment. */
  readonly changedAt?: Date | null;
}

/** The form of a draft: it saves itself where scripts run, and by its buttons everywhere. */
export function FormPage({ view, seen, version, refusals = [], changedAt = null }: Props) {
  const { page } = view;
  const { language } = page;
  const { draft, town, definition } = seen;
  const words = page.words.eService.draft;
  const name = wordingIn(definition.name, language);
  const items = [...refusals, ...summaryOf(view)];
  const here = `/liff/drafts/${draft.id}`;
  return (
    <Layout
      page={page}
      title={name}
      back="/liff/e-service"
      wrong={items.length > 0}
      scripts={["petition-form.js"]}
      data={{ "data-language": language }}
    >
      <p class="lead">{words.lead(nameIn(town, language))}</p>
      <h1>{name}</h1>
      <ErrorSummary page={page} items={items} />
      {changedAt === null ? null : <Changed {...{ view, here, changedAt }} />}
      {draft.content.news === null ? null : <News page={page} form={view.form} news={draft.content.news} />}
      <form
        class="stack petition-form"
        method="post"
        action={here}
        enctype="multipart/form-data"
        novalidate
        data-form={JSON.stringify(definition.form)}
        data-save={`${here}/save`}
        data-uploads={`${here}/uploads`}
        data-drop={`${here}/drop`}
        data-saved={words.saved}
        data-saving={words.saving}
        data-not-saved={words.notSaved}
        data-locked={words.locked}
        data-large={words.large}
      >
        <input type="hidden" name="seen" value={String(version)} />
        <EnterButton label={page.words.forms.next} name="do" value="next" />
        <FormFields view={view} />
        <div class="unscripted">
          <Button kind="secondary" name="do" value="next">
            {page.words.forms.next}
          </Button>
          <p class="hint">{page.words.forms.nextHint}</p>
        </div>
        <p class="saved" role="status" data-state>
          {words.saved.replace("{time}", formatTime(draft.savedAt, language))}
        </p>
        <ButtonGroup>
          <Button name="do" value="check">
            {words.check}
          </Button>
          <Button kind="quiet" name="do" value="save">
            {words.save}
          </Button>
          <Button kind="quiet" icon="people" name="do" value="counter">
            {words.counter}
          </Button>
        </ButtonGroup>
      </form>
      <Card>
        <p>{words.later}</p>
        <LinkRow href={`${here}/discard`} icon="cross" title={words.discard} />
      </Card>
      <template id="draft-changed">
        <Changed {...{ view, here, changedAt: null }} />
      </template>
    </Layout>
  );
}

/** Another window or device saved: which of the two is to stand. Without a script the choice is in the form's buttons. */
function Changed({ view, here, changedAt }: { view: FormView; here: string; changedAt: Date | null }) {
  const words = view.page.words.eService.draft;
  const at = changedAt === null ? "{at}" : formatMoment(changedAt, view.page.language);
  return (
    <div class="changed" role="alert">
      <Banner tone="waiting" title={words.changedTitle}>
        {words.changedNext(at)}
      </Banner>
      <ButtonGroup>
        <ButtonLink href={here}>{words.takeTheirs}</ButtonLink>
        {changedAt === null ? (
          <Button kind="secondary" type="button" name="keep">
            {words.keepMine}
          </Button>
        ) : (
          <p class="hint">
            {words.keepMine}: {words.save}
          </p>
        )}
      </ButtonGroup>
    </div>
  );
}

import { EnterButton } from "../../http/form-page/enter-button.tsx";
import { FormFields } from "../../http/form-page/form-fields.tsx";
import { summaryOf, type FormView } from "../../http/form-page/form-view.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { serviceAddress } from "./addresses.ts";
import { Examples } from "./examples.tsx";
import { exampleTitle, KeepExample } from "./keep-example.tsx";
import { ServicePage, type ServicePageProps } from "./service-page.tsx";

interface Props extends ServicePageProps {
  readonly view: FormView;
  readonly now: Date;
  /** The answers were judged: they may be kept as an example. */
  readonly isJudged: boolean;
  /** They were, and may be filed. */
  readonly isGood: boolean;
  /** Hidden fields that were answered all the same, by their questions. */
  readonly dropped: readonly string[];
  /** What an example is to be called. */
  readonly title: string;
  /** Why it was not kept; null: nothing was refused. */
  readonly refused: string | null;
}

/** The form filled in as a citizen would; judged, and kept only as an example where somebody says so. */
export function TryPage(props: Props) {
  const { page, made, view, now, isGood, dropped, refused, faults = [] } = props;
  const words = page.words.services.rules.trial;
  const notKept = refused === null ? [] : [{ field: exampleTitle, sentence: refused }];
  return (
    <ServicePage
      {...props}
      tab="try"
      title={words.title}
      faults={[...faults, ...notKept, ...summaryOf(view)]}
      scripts={["petition-form.js"]}
    >
      {isGood ? (
        <Banner tone="done" title={words.good} live>
          {words.goodBody}
        </Banner>
      ) : null}
      {dropped.length > 0 ? <Banner tone="info" title={words.dropped(dropped.join(", "))} /> : null}
      <div class="builder">
        <section class="stack">
          <h2>{words.title}</h2>
          <p class="lead">{words.lead}</p>
          {made.definition.form.fields.length === 0 ? (
            <p class="lead">{words.noForm}</p>
          ) : (
            <Trial {...props} />
          )}
        </section>
        <Examples page={page} made={made} now={now} />
      </div>
    </ServicePage>
  );
}

function Trial({ page, made, view, isJudged, isGood, title, refused }: Props) {
  const words = page.words.services.rules.trial;
  const base = serviceAddress(made.id, "try");
  return (
    <form
      class="trial"
      method="post"
      action={base}
      id="trial"
      novalidate
      data-form={JSON.stringify(made.definition.form)}
    >
      <EnterButton label={words.check} />
      <div class="trial-frame">
        <FormFields view={view} />
        <p class="hint">{words.files}</p>
        <ButtonGroup>
          <Button>{words.check}</Button>
          <ButtonLink kind="quiet" href={base}>
            {words.again}
          </ButtonLink>
        </ButtonGroup>
        {isJudged ? <KeepExample {...{ page, made, title, isGood, refused }} /> : null}
      </div>
    </form>
  );
}

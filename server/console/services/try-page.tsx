import { wordingIn } from "../../forms/wording.ts";
import { FormFields } from "../../http/form-page/form-fields.tsx";
import { summaryOf, type FormView } from "../../http/form-page/form-view.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { judgeExample } from "../../petitions/pack-example.ts";
import { serviceAddress } from "./addresses.ts";
import { ServicePage, type ServicePageProps } from "./service-page.tsx";

interface Props extends ServicePageProps {
  readonly view: FormView;
  readonly now: Date;
  /** The answers were judged and may be filed. */
  readonly isGood: boolean;
  /** Hidden fields that were answered all the same, by their questions. */
  readonly dropped: readonly string[];
}

/** The form filled in as a citizen would; judged, and kept nowhere. */
export function TryPage({ view, now, isGood, dropped, ...props }: Props) {
  const { page, made } = props;
  const words = page.words.services.rules.trial;
  const base = serviceAddress(made.id, "try");
  return (
    <ServicePage
      {...props}
      tab="try"
      title={words.title}
      faults={summaryOf(view)}
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
            <form
              class="trial"
              method="post"
              action={base}
              id="trial"
              data-form={JSON.stringify(made.definition.form)}
            >
              <div class="trial-frame">
                <FormFields view={view} />
                <p class="hint">{words.files}</p>
                <ButtonGroup>
                  <Button>{words.check}</Button>
                  <ButtonLink kind="quiet" href={base}>
                    {words.again}
                  </ButtonLink>
                </ButtonGroup>
              </div>
            </form>
          )}
        </section>
        <Examples {...props} now={now} />
      </div>
    </ServicePage>
  );
}

function Examples({ page, made, now }: ServicePageProps & { now: Date }) {
  const words = page.words.services.rules.trial;
  if (made.examples.length === 0) return null;
  return (
    <aside class="stack" aria-label={words.examples}>
      <h2>{words.examples}</h2>
      {made.examples.map((example, at) => {
        const holds = judgeExample(made.definition.form, example, now);
        return (
          <div class="field-card">
            <div class="field-said">
              <strong>{wordingIn(example.title, page.language)}</strong>
              <span class="field-kind">
                {example.wrong.length === 0 ? words.exampleGood : words.exampleBad}
              </span>
              <StatusTag tone={holds ? "done" : "refused"}>{holds ? words.holds : words.fails}</StatusTag>
            </div>
            <a class="button secondary small" href={`${serviceAddress(made.id, "try")}?example=${at}`}>
              {words.use}
            </a>
          </div>
        );
      })}
    </aside>
  );
}

import { wordingIn } from "../../forms/wording.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { definitionFaults } from "../../petitions/definition-faults.ts";
import { serviceAddress } from "./addresses.ts";
import { Seen, ServicePage, type ServicePageProps } from "./service-page.tsx";

interface Props extends ServicePageProps {
  readonly removed: boolean;
}

/** What a service issues: its templates, and the way to write one. */
export function DocumentsPage({ removed, ...props }: Props) {
  const { page, made } = props;
  const words = page.words.services.rules.documents;
  const base = serviceAddress(made.id, "documents");
  const faults = definitionFaults(made.definition).filter(({ part }) => part === "documents");
  const { templates } = made.definition;
  return (
    <ServicePage {...props} tab="documents" title={words.title}>
      {removed && made.draft?.lastStep ? (
        <form class="undo" method="post" action={`${serviceAddress(made.id)}/undo`}>
          <Banner tone="info" title={words.removed} live />
          <Seen made={made} />
          <input type="hidden" name="to" value="documents" />
          <Button kind="secondary">{page.words.services.builder.undo(made.draft.lastStep)}</Button>
        </form>
      ) : null}
      <h2>{words.title}</h2>
      <p class="lead">{templates.length === 0 ? words.empty : words.lead}</p>
      <ul class="field-list">
        {templates.map((template) => (
          <li class="field-card">
            <div class="field-said">
              <strong>{wordingIn(template.title, page.language)}</strong>
              <span class="field-kind">{words.kindOf[template.kind]}</span>
              {faults.some(({ at }) => at === template.key) ? (
                <span class="refusal">{page.words.services.builder.fault.template_field}</span>
              ) : null}
            </div>
            <form class="field-moves" method="post" action={`${base}/${template.key}/remove`}>
              <Seen made={made} />
              <a class="button secondary small" href={`${base}/${template.key}`}>
                {made.draft === null ? page.words.services.packs.look : words.edit}
              </a>
              {made.draft === null ? null : (
                <button class="button quiet small" type="submit">
                  {words.remove}
                </button>
              )}
            </form>
          </li>
        ))}
      </ul>
      {made.draft === null ? null : (
        <ButtonGroup>
          <ButtonLink kind="primary" href={`${base}/new`}>
            {words.add}
          </ButtonLink>
        </ButtonGroup>
      )}
    </ServicePage>
  );
}

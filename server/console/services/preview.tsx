import { wordingIn } from "../../forms/wording.ts";
import { FormFields } from "../../http/form-page/form-fields.tsx";
import type { FormView } from "../../http/form-page/form-view.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { ServiceDefinition } from "../../petitions/service-definition.ts";

interface Props {
  readonly page: PageContext;
  readonly definition: ServiceDefinition;
  readonly view: FormView;
}

/** The form as citizens see it, in the frame of a phone; to be looked at, not to be filled. */
export function Preview({ page, definition, view }: Props) {
  const words = page.words.services.builder;
  const every = definition.form.fields.flatMap((field) => [
    field.key,
    ...(field.type === "group" ? field.fields.map(({ key }) => `${field.key}.0.${key}`) : []),
  ]);
  return (
    <aside class="phone" aria-label={words.preview}>
      <p class="phone-title">{words.preview}</p>
      <div class="phone-frame" inert>
        <div class="phone-page">
          <p class="phone-name">{wordingIn(definition.name, page.language)}</p>
          {every.length === 0 ? (
            <p class="lead">{words.previewEmpty}</p>
          ) : (
            <FormFields view={{ ...view, shown: new Set(every) }} />
          )}
        </div>
      </div>
      <p class="hint">{words.previewHint}</p>
    </aside>
  );
}

import { wordingIn } from "../../forms/wording.ts";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { exampleFaults } from "../../petitions/pack-example.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import type { PackExample } from "../../petitions/service-pack.ts";
import { serviceAddress } from "./addresses.ts";
import { sayPath } from "./say-path.ts";
import { Seen } from "./service-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly made: MadeService;
  readonly now: Date;
}

/** The examples of a service beside its trial: whether the form still judges each as it should, and where it does not. */
export function Examples({ page, made, now }: Props) {
  const words = page.words.services.rules.trial;
  return (
    <aside class="stack" id="examples" aria-label={words.examples}>
      <h2>{words.examples}</h2>
      {made.examples.length === 0 ? <p class="hint">{words.noExamples}</p> : null}
      {made.examples.map((example, at) => (
        <Example {...{ page, made, now, example, at }} />
      ))}
    </aside>
  );
}

function Example({ page, made, now, example, at }: Props & { example: PackExample; at: number }) {
  const words = page.words.services.rules.trial;
  const title = wordingIn(example.title, page.language);
  const { form } = made.definition;
  const faults = exampleFaults(form, example, now);
  const where = [...new Set(faults.map((path) => sayPath(page, form, path)))].join(", ");
  return (
    <article class="field-card">
      <div class="field-said">
        <strong>{title}</strong>
        <span class="field-kind">{example.wrong.length === 0 ? words.exampleGood : words.exampleBad}</span>
        <StatusTag tone={faults.length === 0 ? "done" : "refused"}>
          {faults.length === 0 ? words.holds : words.fails}
        </StatusTag>
        {faults.length === 0 ? null : <span class="refusal">{words.failsAt(where)}</span>}
      </div>
      <form class="field-moves" method="post" action={`${serviceAddress(made.id, "try")}/remove`}>
        <Seen made={made} />
        <input type="hidden" name="at" value={String(at)} />
        <a
          class="button secondary small"
          href={`${serviceAddress(made.id, "try")}?example=${at}`}
          aria-label={words.useOf(title)}
        >
          {words.use}
        </a>
        {made.draft === null ? null : (
          <button class="button quiet small" type="submit" aria-label={words.removeOf(title)}>
            {words.remove}
          </button>
        )}
      </form>
    </article>
  );
}

import { wordingIn } from "../../forms/wording.ts";
import type { Wording } from "../../forms/field.ts";
import type { FormView } from "../../http/form-page/form-view.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { PackDifference } from "../../petitions/pack-difference.ts";
import { unfitExamples } from "../../petitions/pack-example.ts";
import type { PackSeal } from "../../petitions/pack-file.ts";
import type { ServicePack } from "../../petitions/service-pack.ts";
import { ConsoleLayout } from "../layout.tsx";
import { Preview } from "../services/preview.tsx";
import { sayUnfit } from "../services/say-path.ts";
import { sayPack } from "./gallery-page.tsx";

export interface PackPageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly pack: ServicePack;
  readonly seal: PackSeal | null;
  readonly isBuiltIn: boolean;
  /** Where the form that takes it in is posted. */
  readonly action: string;
  readonly view: FormView;
  readonly now: Date;
  /** The agency's own service at the same slug; null: none. */
  readonly there: { readonly name: Wording; readonly difference: PackDifference } | null;
  readonly hasCategory: boolean;
  readonly requestKey: string;
  readonly faults: readonly SummaryItem[];
}

/** A pack before it is taken in: who made it, what it is, what it would change. */
export function PackPage(props: PackPageProps) {
  const { page, staff, pack, faults } = props;
  const words = page.words.services.packs;
  const name = wordingIn(pack.definition.name, page.language);
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="services"
      title={`${words.preview} · ${name}`}
      back="/console/packs"
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{name}</h1>
      <p class="lead">{wordingIn(pack.definition.summary, page.language)}</p>
      <div class="builder">
        <div class="stack">
          <Signer {...props} />
          <section class="card stack">
            <Facts rows={factsOf(props)} />
            {pack.notes.th === "" ? null : (
              <Banner tone="info" title={words.notes}>
                {wordingIn(pack.notes, page.language)}
              </Banner>
            )}
            <Examples {...props} />
          </section>
          <TakeForm {...props} />
        </div>
        <Preview page={page} definition={pack.definition} view={props.view} />
      </div>
    </ConsoleLayout>
  );
}

function Signer({ page, seal, isBuiltIn }: PackPageProps) {
  const words = page.words.services.packs.signer;
  if (isBuiltIn) return <Banner tone="done" title={words.builtIn} />;
  if (seal === null) return <Banner tone="waiting" title={words.unsigned} />;
  return (
    <>
      {seal.isKnown ? (
        <Banner tone="done" title={words.known(seal.name)} />
      ) : (
        <Banner tone="waiting" title={words.unknown(seal.name)}>
          {words.unknownHint}
        </Banner>
      )}
      <Facts rows={[[words.fingerprint, <code class="key-text">{seal.fingerprint}</code>]]} />
    </>
  );
}

function factsOf({ page, pack, hasCategory }: PackPageProps) {
  const words = page.words.services;
  const said = (one: Wording) => wordingIn(one, page.language);
  const category = said(pack.category);
  const { documents, law, fee } = pack.definition;
  return [
    [words.packs.form, sayPack(page, pack)],
    [words.packs.category, hasCategory ? category : words.packs.categoryNew(category)],
    [words.packs.unit, pack.unit ? said(pack.unit) : words.none],
    [words.packs.slug, <code class="key-text">{pack.slug}</code>],
    [words.about.documentsTh, documents.length === 0 ? words.none : documents.map(said).join(" · ")],
    [words.about.fee, fee.words ? said(fee.words) : words.about.feeKinds.free],
    [words.about.lawTh, law.length === 0 ? words.none : law.map(said).join(" · ")],
  ] as const;
}

function Examples({ page, pack, now }: PackPageProps) {
  const words = page.words.services.packs;
  if (pack.examples.length === 0) return null;
  const { form } = pack.definition;
  const unfit = unfitExamples(form, pack.examples, now);
  if (unfit.length === 0) return <Banner tone="done" title={words.examples(pack.examples.length)} />;
  return (
    <>
      <Banner tone="waiting" title={words.examplesFail(unfit.length)} />
      <ul class="faults">
        {unfit.map((example) => (
          <li>{sayUnfit(page, form, example)}</li>
        ))}
      </ul>
    </>
  );
}

function TakeForm(props: PackPageProps) {
  const { page, seal, isBuiltIn, action, there, requestKey, faults } = props;
  const words = page.words.services.packs;
  const mustAccept = !isBuiltIn && !seal?.isKnown;
  return (
    <form class="card stack" method="post" action={action}>
      <input type="hidden" name={requestKeyField} value={requestKey} />
      {there === null ? (
        <input type="hidden" name="as" value="service" />
      ) : (
        <>
          <Difference page={page} difference={there.difference} />
          <ChoiceGroup
            name="as"
            legend={words.take2}
            type="radio"
            chosen={["draft"]}
            choices={[
              { value: "draft", label: words.asDraft(wordingIn(there.name, page.language)) },
              { value: "service", label: words.asNew },
            ]}
          />
        </>
      )}
      {mustAccept ? (
        <label class="tick">
          <input type="checkbox" id="accepted" name="accepted" value="1" />
          <span>{words.signer.yes}</span>
        </label>
      ) : null}
      {faults.map(({ sentence }) => (
        <p class="refusal">{sentence}</p>
      ))}
      <ButtonGroup>
        <Button>{words.take}</Button>
        <ButtonLink href="/console/packs">{page.words.page.back}</ButtonLink>
      </ButtonGroup>
    </form>
  );
}

function Difference({ page, difference }: { page: PageContext; difference: PackDifference }) {
  const words = page.words.services.packs;
  const said = (list: readonly Wording[]) => list.map((one) => wordingIn(one, page.language)).join(", ");
  const lines = [
    ...(["added", "gone", "changed"] as const).flatMap((kind) =>
      difference[kind].length === 0 ? [] : [words.differsList[kind](said(difference[kind]))],
    ),
    ...(difference.otherDays ? [words.differsList.days] : []),
  ];
  return (
    <section>
      <h2>{words.differs}</h2>
      <ul class="faults">
        {(lines.length === 0 ? [words.differsList.same] : lines).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}

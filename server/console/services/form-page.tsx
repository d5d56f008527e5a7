import type { Field } from "../../forms/field.ts";
import { isRequired } from "../../forms/field.ts";
import { fieldOf } from "../../forms/form-edit.ts";
import { wordingIn } from "../../forms/wording.ts";
import type { FormView } from "../../http/form-page/form-view.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { definitionFaults, type DefinitionFault } from "../../petitions/definition-faults.ts";
import type { DefinitionStep } from "../../petitions/definition-step.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { unnamedLabels } from "../../words/services/unnamed.ts";
import { serviceAddress } from "./addresses.ts";
import { sayCondition } from "./condition-said.ts";
import { Preview } from "./preview.tsx";
import { Seen, ServicePage, type ServicePageProps } from "./service-page.tsx";
import { TypeCards } from "./type-cards.tsx";

interface Props extends ServicePageProps {
  readonly view: FormView;
  /** The group a question is being added to; empty: none. */
  readonly into: string;
  /** The cards of types stand open. */
  readonly isAdding: boolean;
  /** A question was removed a moment ago, and can be had back. */
  readonly removed: boolean;
  /** The question that was moved a moment ago, and which way: its button keeps the focus. */
  readonly moved: { readonly key: string; readonly by: string } | null;
}

/** The form builder: its questions in order, each with what can be done to it, and the form beside them. */
export function FormPage(props: Props) {
  const { page, made, view, into, isAdding, removed } = props;
  const words = page.words.services.builder;
  const group = fieldOf(made.definition.form, into);
  return (
    <ServicePage {...props} tab="form" title={page.words.services.tabs.form}>
      {removed && made.draft?.lastStep ? <Undo page={page} made={made} step={made.draft.lastStep} /> : null}
      <div class="builder">
        <section class="builder-list" aria-label={words.title}>
          <h2>{words.title}</h2>
          {made.definition.form.fields.length === 0 ? <p class="lead">{words.empty}</p> : null}
          <FieldList {...props} fields={made.definition.form.fields} prefix="" />
          {made.draft === null ? null : (
            <TypeCards
              page={page}
              made={made}
              into={group ? { key: group.key, label: wordingIn(group.label, page.language) } : null}
              isOpen={isAdding || made.definition.form.fields.length === 0}
            />
          )}
          {made.draft?.lastStep && !removed ? (
            <form method="post" action={`${serviceAddress(made.id)}/undo`}>
              <Seen made={made} />
              <Button kind="quiet">{words.undo(made.draft.lastStep)}</Button>
            </form>
          ) : null}
        </section>
        <Preview page={page} definition={made.definition} view={view} />
      </div>
    </ServicePage>
  );
}

function Undo({ page, made, step }: { page: PageContext; made: MadeService; step: DefinitionStep }) {
  const words = page.words.services.builder;
  return (
    <form class="undo" method="post" action={`${serviceAddress(made.id)}/undo`}>
      <Banner tone="info" title={words.removed} live>
        {words.undoHint}
      </Banner>
      <Seen made={made} />
      <Button kind="secondary">{words.undo(step)}</Button>
    </form>
  );
}

function FieldList({ fields, prefix, ...props }: Props & { fields: readonly Field[]; prefix: string }) {
  const faults = definitionFaults(props.made.definition, unnamedLabels).filter(({ part }) => part === "form");
  return (
    <ol class="field-list">
      {fields.map((field, at) => (
        <li class="field-card" id={`card-${field.key}`}>
          <FieldCard {...props} field={field} path={prefix + field.key} wrong={faults} />
          {props.made.draft === null ? null : (
            <FieldMoves {...props} field={field} isFirst={at === 0} isLast={at === fields.length - 1} />
          )}
          {field.type === "group" ? (
            <div class="field-inside">
              <FieldList {...props} fields={field.fields} prefix={`${field.key}.`} />
              {props.made.draft === null ? null : (
                <a href={`${serviceAddress(props.made.id, "form")}?into=${field.key}#add`}>
                  {props.page.words.services.builder.addInto(wordingIn(field.label, props.page.language))}
                </a>
              )}
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

interface CardProps extends Props {
  readonly field: Field;
}

function FieldCard(props: CardProps & { path: string; wrong: readonly DefinitionFault[] }) {
  const { page, made, field, path } = props;
  const words = page.words.services.builder;
  const condition = sayCondition(page, made.definition.form, field);
  const answered = field.type !== "heading" && field.type !== "help" && field.type !== "declaration";
  const wrong = props.wrong.filter(({ at }) => at === path);
  return (
    <div class="field-said">
      <strong>{wordingIn(field.label, page.language)}</strong>
      <span class="field-kind">
        {words.types[field.type].name}
        {answered ? ` · ${isRequired(field) ? words.required : words.optional}` : ""}
      </span>
      {condition === null ? null : (
        <span class="field-when">
          {words.shownWhen} {condition}
        </span>
      )}
      {wrong.map(({ kind }) => (
        <span class="refusal">{words.fault[kind]}</span>
      ))}
    </div>
  );
}

function FieldMoves({
  page,
  made,
  field,
  isFirst,
  isLast,
  moved,
}: CardProps & { isFirst: boolean; isLast: boolean }) {
  const words = page.words.services.builder;
  const label = wordingIn(field.label, page.language);
  const at = `${serviceAddress(made.id, "form")}/${field.key}`;
  const by = moved?.key === field.key ? moved.by : null;
  return (
    <form class="field-moves" method="post" action={`${at}/move`}>
      <Seen made={made} />
      <a class="button secondary small" href={at} aria-label={words.edit(label)}>
        {words.editShort}
      </a>
      <MoveButton value="-1" sign="↑" label={words.up(label)} off={isFirst} focus={by === "-1"} />
      <MoveButton value="1" sign="↓" label={words.down(label)} off={isLast} focus={by === "1"} />
      <button
        class="button quiet small"
        type="submit"
        formaction={`${at}/copy`}
        aria-label={words.copy(label)}
      >
        {words.copyShort}
      </button>
      <button
        class="button quiet small"
        type="submit"
        formaction={`${at}/remove`}
        aria-label={words.remove(label)}
      >
        {words.removeShort}
      </button>
    </form>
  );
}

function MoveButton(props: { value: string; sign: string; label: string; off: boolean; focus: boolean }) {
  const { value, sign, label, off, focus } = props;
  return (
    <button
      class="button secondary small sign"
      type="submit"
      name="by"
      value={value}
      aria-label={label}
      disabled={off}
      {...(focus && !off ? { autofocus: true } : {})}
    >
      {sign}
    </button>
  );
}

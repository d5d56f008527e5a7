import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { Category } from "../../petitions/catalogue.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { home } from "./addresses.ts";

export interface TypedCategory {
  readonly nameTh: string;
  readonly nameEn: string;
  readonly parentId: string;
}

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly categories: readonly Category[];
  readonly typed: TypedCategory;
  readonly requestKey: string;
  readonly told: string | null;
  readonly faults: readonly SummaryItem[];
}

/** The categories in their order, each with its sub-menus, and a form for one more. */
export function CategoriesPage(props: Props) {
  const { page, staff, categories, typed, requestKey, told, faults } = props;
  const words = page.words.services.categoriesPage;
  const tops = categories.filter(({ parentId }) => parentId === null);
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="services"
      title={words.title}
      back={home}
      wrong={faults.length > 0}
    >
      {told === null ? null : <Banner tone="done" title={told} live />}
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{categories.length === 0 ? words.empty : words.lead}</p>
      <Level page={page} categories={categories} parentId={null} />
      <form class="card stack" method="post" action={`${home}/categories`}>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <h2>{words.add}</h2>
        <Field
          name="nameTh"
          label={words.nameTh}
          value={typed.nameTh}
          error={faults.find(({ field }) => field === "nameTh")?.sentence}
          maxlength={100}
        />
        <Field name="nameEn" label={words.nameEn} value={typed.nameEn} maxlength={100} lang="en" />
        <SelectField
          name="parentId"
          label={words.parent}
          value={typed.parentId}
          options={[
            { value: "", label: words.top },
            ...tops.map((top) => ({ value: top.id, label: nameIn(top, page.language) })),
          ]}
        />
        <ButtonGroup>
          <Button>{words.add}</Button>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

interface LevelProps {
  readonly page: PageContext;
  readonly categories: readonly Category[];
  readonly parentId: string | null;
}

function Level({ page, categories, parentId }: LevelProps) {
  const beside = categories.filter((one) => one.parentId === parentId);
  if (beside.length === 0) return null;
  return (
    <ol class="field-list">
      {beside.map((category, at) => (
        <li class="field-card">
          <One page={page} category={category} isFirst={at === 0} isLast={at === beside.length - 1} />
          {parentId === null ? (
            <div class="field-inside">
              <Level page={page} categories={categories} parentId={category.id} />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function One(props: { page: PageContext; category: Category; isFirst: boolean; isLast: boolean }) {
  const { page, category, isFirst, isLast } = props;
  const words = page.words.services.categoriesPage;
  const name = nameIn(category, page.language);
  const at = `${home}/categories/${category.id}`;
  return (
    <>
      <details class="fold field-said">
        <summary>
          <strong>{name}</strong>
        </summary>
        <form class="stack" method="post" action={`${at}/rename`}>
          <Rename page={page} category={category} />
          <Button kind="secondary">{words.rename}</Button>
        </form>
      </details>
      <form class="field-moves" method="post" action={`${at}/move`}>
        <Move value="-1" sign="↑" label={words.up(name)} off={isFirst} />
        <Move value="1" sign="↓" label={words.down(name)} off={isLast} />
        <button
          class="button quiet small"
          type="submit"
          formaction={`${at}/drop`}
          aria-label={words.drop(name)}
        >
          {page.words.services.builder.removeShort}
        </button>
      </form>
    </>
  );
}

/** The inputs stand many times on the page: their labels are by their own ids. */
function Rename({ page, category }: { page: PageContext; category: Category }) {
  const words = page.words.services.categoriesPage;
  return (
    <>
      {(["nameTh", "nameEn"] as const).map((name) => (
        <div class="field">
          <label class="label" for={`${name}-${category.id}`}>
            {words[name]}
          </label>
          <input
            class="input"
            id={`${name}-${category.id}`}
            name={name}
            value={category[name]}
            maxlength={100}
            autocomplete="off"
          />
        </div>
      ))}
    </>
  );
}

function Move({ value, sign, label, off }: { value: string; sign: string; label: string; off: boolean }) {
  return (
    <button
      class="button secondary small sign"
      type="submit"
      name="by"
      value={value}
      aria-label={label}
      disabled={off}
    >
      {sign}
    </button>
  );
}

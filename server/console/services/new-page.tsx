import { wordingIn } from "../../forms/wording.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { SeenServices } from "../../petitions/actions/see-services.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { home } from "./addresses.ts";

export interface TypedService {
  readonly nameTh: string;
  readonly nameEn: string;
  readonly categoryId: string;
  readonly unitId: string;
  readonly copyOf: string;
}

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenServices;
  readonly typed: TypedService;
  readonly requestKey: string;
  readonly faults: readonly SummaryItem[];
}

/** What a new service is called, where it stands and what it begins with. */
export function NewServicePage({ page, staff, seen, typed, requestKey, faults }: Props) {
  const words = page.words.services.newPage;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  const named = (list: readonly { id: string; nameTh: string; nameEn: string }[]) =>
    list.map((one) => ({ value: one.id, label: nameIn(one, page.language) }));
  const copies = seen.services
    .filter(({ version }) => version !== null)
    .map(({ id, name }) => ({ value: id, label: words.copyFrom(wordingIn(name, page.language)) }));
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="services"
      title={words.title}
      back={home}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {seen.categories.length === 0 ? (
        <>
          <Banner tone="info" title={words.noCategories} />
          <ButtonGroup>
            <ButtonLink kind="primary" href={`${home}/categories`}>
              {words.makeCategory}
            </ButtonLink>
          </ButtonGroup>
        </>
      ) : (
        <form class="card stack" method="post" action={`${home}/new`}>
          <input type="hidden" name={requestKeyField} value={requestKey} />
          <Field
            name="nameTh"
            label={words.nameTh}
            hint={words.nameHint}
            error={faultAt("nameTh")}
            value={typed.nameTh}
            maxlength={200}
            autofocus={faults.length === 0}
          />
          <SelectField
            name="categoryId"
            label={words.category}
            error={faultAt("categoryId")}
            value={typed.categoryId}
            options={named(seen.categories)}
          />
          <SelectField
            name="unitId"
            label={words.unit}
            error={faultAt("unitId")}
            value={typed.unitId}
            options={[{ value: "", label: words.anyUnit }, ...named(seen.units)]}
          />
          <SelectField
            name="copyOf"
            label={words.copyOf}
            error={faultAt("copyOf")}
            value={typed.copyOf}
            options={[{ value: "", label: words.fromNothing }, ...copies]}
          />
          <Field name="nameEn" label={words.nameEn} value={typed.nameEn} maxlength={200} lang="en" />
          <ButtonGroup>
            <Button>{words.yes}</Button>
            <ButtonLink href={home}>{page.words.page.back}</ButtonLink>
          </ButtonGroup>
        </form>
      )}
    </ConsoleLayout>
  );
}

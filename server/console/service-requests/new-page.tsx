import { mayStaff } from "../../agencies/role.ts";
import { seatParts } from "../../credentials/holding.ts";
import { serviceCases } from "../../credentials/service-request.ts";
import type { TypedRequest } from "../../credentials/typed-request.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { FileField } from "../../http/page/file-field.tsx";
import { PasswordField } from "../../http/page/secret-field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { ConsoleLayout } from "../layout.tsx";
import { RequestFields } from "../../http/page/request-fields.tsx";
import { requestsPath } from "./list-page.tsx";

export interface Whom {
  readonly userCode: string;
  readonly part: string;
}

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly whom: Whom;
  readonly typed: TypedRequest;
  /** How the head wants to sign. */
  readonly way: string;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** A head asks for somebody in a seat and signs; the central office enters a form that was signed on paper. */
export function NewRequestPage({ page, staff, whom, typed, way, faults, requestKey }: Props) {
  const { requests: words, parts } = page.words.credentials;
  const isOffice = mayStaff(staff.level, "register_tokens");
  const title = isOffice ? words.newOffice : words.newHead;
  const errorAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="serviceRequests"
      title={title}
      back={requestsPath}
      wrong={faults.length > 0}
      scripts={["keep-typed.js"]}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{title}</h1>
      <form
        class="stack"
        method="post"
        action={`${requestsPath}/new`}
        data-keep={`request:${staff.staffId}`}
        enctype="multipart/form-data"
        novalidate
      >
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <Field
          name="userCode"
          label={words.form.userCode}
          error={errorAt("userCode")}
          value={whom.userCode}
          maxlength={40}
          figures
        />
        <SelectField
          name="part"
          label={words.form.part}
          options={seatParts.map((value) => ({ value, label: parts[value] }))}
          value={whom.part}
        />
        <RequestFields page={page} cases={serviceCases} typed={typed} faults={faults} />
        {isOffice ? (
          <FileField
            name="paper"
            label={words.form.paper}
            hint={words.form.paperHint}
            error={errorAt("paper")}
            accept="application/pdf,image/jpeg,image/png"
          />
        ) : (
          <HowHeadSigns page={page} way={way} error={errorAt("proof")} />
        )}
        <ButtonGroup>
          <Button>{isOffice ? words.form.enter : page.words.credentials.requestPages.how.next}</Button>
          <ButtonLink href={requestsPath}>{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

/** The second step at once, or by hand on the printed form. */
function HowHeadSigns({
  page,
  way,
  error,
}: Pick<Props, "page" | "way"> & { readonly error: string | undefined }) {
  const { requests: words, requestPages } = page.words.credentials;
  const { how } = requestPages;
  return (
    <section class="card stack">
      <ChoiceGroup
        name="way"
        legend={how.title}
        type="radio"
        choices={[
          { value: "second_step", label: how.secondStep, hint: how.passwordHint },
          { value: "paper", label: how.paper, hint: how.paperHint },
        ]}
        chosen={[way === "paper" ? "paper" : "second_step"]}
      />
      <PasswordField
        page={page}
        name="proof"
        label={words.form.proof}
        hint={`${how.proofOnly} ${words.form.proofHint}`}
        error={error}
        autocomplete="current-password"
      />
    </section>
  );
}

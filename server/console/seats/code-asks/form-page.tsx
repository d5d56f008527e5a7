import type { NamingOffer } from "../../../credentials/actions/see-naming.ts";
import { askedRights, type CodeAskField, type TypedCodeAsk } from "../../../credentials/code-ask.ts";
import { longestSerial } from "../../../credentials/old-device.ts";
import type { StaffSession } from "../../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../../http/page/button.tsx";
import { ChoiceGroup } from "../../../http/page/choice-group.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../../http/page/error-summary.tsx";
import { Field } from "../../../http/page/field.tsx";
import { SelectField } from "../../../http/page/select-field.tsx";
import { requestKeyField } from "../../../http/request-key.ts";
import { formatDay } from "../../../kernel/thai-date.ts";
import { ConsoleLayout } from "../../layout.tsx";
import { PersonFields } from "../person-fields.tsx";
import { ownAsksPath } from "./paths.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly orders: NamingOffer["orders"];
  readonly typed: TypedCodeAsk;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** The form by which a head asks for a user code for somebody with a hardware key. */
export function AskFormPage(props: Props) {
  const { page, staff, typed, faults, requestKey } = props;
  const { codeAsks: words, rights } = page.words.credentials;
  const faultAt = (field: CodeAskField) => faults.find((item) => item.field === field)?.sentence;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="seats"
      title={words.ask}
      back={ownAsksPath}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.ask}</h1>
      <p class="lead">{words.formLead}</p>
      <form class="stack" method="post" action={`${ownAsksPath}/new`} novalidate>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <ChoiceGroup
          name="right"
          legend={words.right}
          type="radio"
          error={faultAt("right")}
          chosen={[typed.right]}
          choices={askedRights.map((value) => ({ value, label: rights[value] }))}
        />
        <Field
          name="serial"
          label={words.serial}
          hint={words.serialHint}
          error={faultAt("serial")}
          value={typed.serial}
          maxlength={longestSerial * 2}
          lang="en"
          figures
        />
        <PersonFields page={page} typed={typed} faultAt={faultAt} />
        <OrderChoice {...props} error={faultAt("orderId")} />
        <ButtonGroup>
          <Button>{words.send}</Button>
          <ButtonLink kind="quiet" href={ownAsksPath}>
            {words.cancel}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

function OrderChoice({ page, orders, typed, error }: Props & { readonly error: string | undefined }) {
  const { codeAsks: words, naming } = page.words.credentials;
  return (
    <SelectField
      name="orderId"
      label={words.order}
      hint={words.orderHint}
      error={error}
      value={typed.orderId}
      options={[
        { value: "", label: words.orderLater },
        ...orders.map(({ id, number, dated }) => ({
          value: id,
          label: naming.keptOrder(number, formatDay(dated, page.language)),
        })),
      ]}
    />
  );
}

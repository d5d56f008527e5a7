import type { OwnOrderFile, OwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import type { TypedOrderMark } from "../../../credentials/order-mark.ts";
import { orderLimits } from "../../../credentials/seat-order.ts";
import { attachmentsMegabytes } from "../../../http/limit-body.ts";
import { ChangeOrderFile } from "../../../http/page/change-order-file.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { DateField } from "../../../http/page/date-field.tsx";
import { Field, RequiredStar } from "../../../http/page/field.tsx";
import { describedBy, Told } from "../../../http/page/told.tsx";

interface Props {
  readonly page: PageContext;
  readonly errorOf: (field: string) => string | undefined;
}

/** The files of the order: those that are there, each to be replaced or removed by whoever brought it, and more. */
export function OrderFiles({ page, own, errorOf }: Props & { readonly own: OwnRegistration }) {
  const all = page.words.credentials.registration;
  const words = all.identity;
  const { files } = own;
  const error = errorOf("files");
  const told = { name: "files", hint: words.filesHint(attachmentsMegabytes), error };
  return (
    <>
      {files.length === 0 ? null : <Attached page={page} files={files} errorOf={errorOf} />}
      {files.length < orderLimits.files ? (
        <div class={`field${error ? " refused" : ""}`}>
          <label class="label" for="files">
            {files.length > 0 ? words.filesMore : words.files}
            {files.length > 0 ? null : <RequiredStar said={all.required} />}
          </label>
          <Told {...told} />
          <input
            id="files"
            class="input"
            type="file"
            name="files"
            multiple
            accept=".pdf,.jpg,.jpeg,.png"
            {...describedBy(told)}
          />
        </div>
      ) : (
        <Told {...told} />
      )}
    </>
  );
}

function Attached({ page, files, errorOf }: Props & { readonly files: readonly OwnOrderFile[] }) {
  const words = page.words.credentials.registration.identity;
  return (
    <div class="seat-files">
      <p>
        <strong>{words.attached}</strong>
      </p>
      <ul>
        {files.map(({ id, name, isOwn }) => (
          <li>
            {name}
            {isOwn ? (
              <ChangeOrderFile page={page} fileId={id} name={name} error={errorOf(`instead-${id}`)} />
            ) : (
              <p class="hint">{words.headsFile}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Number and day of an order that the holder brings, as they stand on it. */
export function BroughtOrder({ page, mark, errorOf }: Props & { readonly mark: TypedOrderMark }) {
  const all = page.words.credentials.registration;
  const words = all.identity;
  return (
    <>
      <Field
        name="number"
        label={words.number}
        required={all.required}
        hint={words.numberHint}
        error={errorOf("number")}
        value={mark.number}
        maxlength={orderLimits.number}
      />
      <DateField
        page={page}
        name="dated"
        label={`${words.dated} *`}
        whole
        error={errorOf("datedDay")}
        value={mark.dated}
      />
    </>
  );
}

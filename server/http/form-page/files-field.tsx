import type { FileFormat } from "../../forms/field.ts";
import { textsAt } from "../../forms/typed-value.ts";
import { Told, describedBy } from "../page/told.tsx";
import type { FormView, ShownFile } from "./form-view.ts";
import { toldOf, type FieldOf, type InputProps } from "./field-told.ts";

/** The button that takes a file out; the value is the file's path and id: "papers:0198…". */
export const dropButton = "dropFile";

/** The file input of a field; what it holds comes beside the form's answers, as files. */
export function filesName(path: string): string {
  return `${path}.new`;
}

const mediaTypes: Readonly<Record<FileFormat, string>> = {
  jpg: "image/jpeg",
  png: "image/png",
  pdf: "application/pdf",
};
const pictures: readonly FileFormat[] = ["jpg", "png"];

/** Files or photos: those that are kept, each with its way out, and the input for more. */
export function FilesField(props: InputProps<FieldOf<"files" | "photo">>) {
  const { view, field, path } = props;
  const { name, label, hint, error } = toldOf(props);
  const words = view.page.words.forms.files;
  const accepts = field.type === "photo" ? pictures : field.accepts;
  const rule = words.rule(accepts.map((each) => each.toUpperCase()).join(", "), field.max);
  return (
    <div
      class={`field${error ? " refused" : ""}`}
      data-files={path}
      data-most={String(field.max)}
      data-sending={words.sending}
      data-waiting={words.waiting}
      data-done={words.done}
      data-failed={words.failed}
      data-full={words.full}
      data-again={words.again}
      data-drop={words.dropShort}
    >
      <span class="label" id={name} tabindex={-1}>
        {label}
      </span>
      <Told name={name} hint={hint} error={error} />
      <p class="hint" id={`${name}-rule`}>
        {rule}
        {field.isCrossedOut ? ` ${words.crossedOut}` : ""}
      </p>
      <ul class="files" aria-labelledby={name}>
        {textsAt(view.answers, path).map((id) => (
          <FileRow view={view} path={path} file={view.files.get(id) ?? null} id={id} />
        ))}
      </ul>
      <div class="file-way">
        <label class="button secondary" id={`${name}-add`} for={filesName(path)}>
          {field.type === "photo" ? words.shoot : words.add}
        </label>
        <input
          id={filesName(path)}
          class="input"
          type="file"
          // Where no script runs the label that looks like a button is not there, but the field's own is.
          aria-labelledby={`${name} ${name}-add`}
          name={filesName(path)}
          accept={accepts.map((each) => mediaTypes[each]).join(",")}
          multiple={field.max > 1}
          {...(field.type === "photo" ? { capture: "environment" as const } : {})}
          {...describedBy({ name: `${name}-rule`, error })}
        />
      </div>
      <p class="visually-hidden" role="status" data-files-state></p>
    </div>
  );
}

function FileRow({
  view,
  path,
  file,
  id,
}: {
  view: FormView;
  path: string;
  file: ShownFile | null;
  id: string;
}) {
  const words = view.page.words.forms;
  const name = file?.name ?? "–";
  return (
    <li class="file" data-picture={file?.mediaType.startsWith("image/")}>
      <input type="hidden" name={path} value={id} />
      <span class="file-name">
        {file?.href ? (
          <a href={file.href} target="_blank" rel="noopener">
            {name}
          </a>
        ) : (
          name
        )}
        {file ? (
          <small>{sizeText(file.size)}</small>
        ) : (
          <small>{words.refusal.file_id({ kind: "file_id" })}</small>
        )}
      </span>
      <button
        class="file-drop"
        type="submit"
        name={dropButton}
        value={`${path}:${id}`}
        aria-label={words.files.drop(name)}
      >
        {words.files.dropShort}
      </button>
    </li>
  );
}

/** "1.4 MB", "320 kB". */
export function sizeText(bytes: number): string {
  return bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

/** The keys of a page, folded away; "?" opens it where there is a script. */
export function KeysHelp({ title, rows }: { title: string; rows: readonly (readonly string[])[] }) {
  return (
    <details class="keys" id="keys">
      <summary>{title}</summary>
      <dl>
        {rows.map(([key = "", what = ""]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

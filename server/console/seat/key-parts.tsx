/** What is done one after the other. */
export function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol class="key-steps">
      {steps.map((step) => (
        <li>{step}</li>
      ))}
    </ol>
  );
}

/** What a page that waits for the phone tells its script: where to look, and what it shows now. */
export function watching(path: string, state: string): Readonly<Record<`data-${string}`, string>> {
  return { "data-page": path, "data-watch": `${path.split("?")[0] ?? path}/state`, "data-state": state };
}

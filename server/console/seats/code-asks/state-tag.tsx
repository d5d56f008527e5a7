import type { CodeAskState } from "../../../credentials/code-ask.ts";
import type { PageContext } from "../../../http/page/context.ts";
import { StatusTag } from "../../../http/page/status-tag.tsx";

const tones = { waiting: "waiting", issued: "done", refused: "refused" } as const;

/** How the asking for a user code stands. */
export function AskStateTag({ page, state }: { readonly page: PageContext; readonly state: CodeAskState }) {
  return <StatusTag tone={tones[state]}>{page.words.credentials.codeAsks.states[state]}</StatusTag>;
}

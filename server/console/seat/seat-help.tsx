import type { PageContext } from "../../http/page/context.ts";

/** "ติดต่อสอบถาม" (flows T9): whom to ask. */
export function SeatHelp({ page }: { page: PageContext }) {
  const { title, body } = page.words.credentials.signIn.help;
  return (
    <aside class="seat-help">
      <h2>{title}</h2>
      <p>{body}</p>
    </aside>
  );
}

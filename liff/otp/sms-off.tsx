import { Banner } from "../../server/http/page/banner.tsx";
import type { PageContext } from "../../server/http/page/context.ts";

/** Says before anything is typed that no SMS can be sent, so that a walk which needs one cannot end today. */
export function SmsOff({ page }: { page: PageContext }) {
  const { title, body } = page.words.identity.smsOff;
  return (
    <Banner tone="waiting" title={title}>
      {body}
    </Banner>
  );
}

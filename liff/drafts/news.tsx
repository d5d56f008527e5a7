import { wordingIn } from "../../server/forms/wording.ts";
import type { Form } from "../../server/forms/form.ts";
import { fieldAt } from "../../server/http/form-page/form-view.ts";
import { Banner } from "../../server/http/page/banner.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import type { DraftNews } from "../../server/petitions/draft.ts";

interface Props {
  readonly page: PageContext;
  readonly form: Form;
  readonly news: DraftNews;
}

/** The form got a new version while it was filled: what is to be looked at again, and what has no place any more. */
export function News({ page, form, news }: Props) {
  const words = page.words.eService.draft;
  const asked = news.askAgain.flatMap(({ path, reason }) => {
    const field = fieldAt(form.fields, path);
    return field
      ? [{ path, text: `${wordingIn(field.label, page.language)} (${words.askAgain[reason]})` }]
      : [];
  });
  return (
    <section class="news">
      <Banner tone="info" title={words.newsTitle}>
        {words.newsKept}
      </Banner>
      {asked.length === 0 ? null : (
        <>
          <h2>{words.newsAsk}</h2>
          <ul class="plain-list">
            {asked.map(({ path, text }) => (
              <li>
                <a href={`#${path}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {news.lost.length === 0 ? null : (
        <>
          <h2>{words.newsLost}</h2>
          <dl class="facts">
            {news.lost.map(({ label, said }) => (
              <div>
                <dt>{wordingIn(label, page.language)}</dt>
                <dd>{said}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

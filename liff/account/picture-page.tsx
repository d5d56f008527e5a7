import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { FileField } from "../../server/http/page/file-field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";

interface Props {
  readonly page: PageContext;
  /** The picture's id, which makes its address anew with every picture; null: there is none. */
  readonly pictureId: string | null;
  readonly refusals: readonly SummaryItem[];
}

/** The picture one shows of oneself: seen, chosen, changed, taken away. Nobody is asked for one. */
export function PicturePage({ page, pictureId, refusals }: Props) {
  const words = page.words.account.picture;
  return (
    <Layout
      page={page}
      title={words.title}
      back="/liff/account"
      wrong={refusals.length > 0}
      scripts={["profile-picture.js"]}
    >
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Card>
        {pictureId === null ? <p>{words.none}</p> : <Portrait page={page} pictureId={pictureId} />}
        <form class="stack" method="post" action="/liff/account/picture" enctype="multipart/form-data">
          <FileField
            name="picture"
            label={pictureId === null ? words.choose : words.other}
            hint={words.hint}
            accept="image/jpeg,image/png"
            error={refusals.find(({ field }) => field === "picture")?.sentence}
          />
          <ButtonGroup>
            <Button>{words.submit}</Button>
          </ButtonGroup>
        </form>
      </Card>
      {pictureId === null ? null : (
        <form method="post" action="/liff/account/picture/remove">
          <Button kind="quiet">{words.remove}</Button>
        </form>
      )}
    </Layout>
  );
}

/** The picture itself, round. */
export function Portrait({ page, pictureId }: { page: PageContext; pictureId: string }) {
  return (
    <img
      class="portrait"
      src={`/liff/account/picture/${pictureId}`}
      alt={page.words.account.picture.alt}
      width={96}
      height={96}
    />
  );
}

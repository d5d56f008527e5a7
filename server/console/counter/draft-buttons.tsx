import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";

/** Confirm, keep as a draft, or leave it for the next visitor. */
export function DraftButtons({ page }: { page: PageContext }) {
  const words = page.words.counter;
  return (
    <ButtonGroup>
      <Button name="then" value="confirm" icon="check">
        {words.confirm}
      </Button>
      <Button kind="secondary" name="then" value="draft">
        {words.saveDraft}
      </Button>
      <ButtonLink kind="quiet" href="/console/counter">
        {words.another}
      </ButtonLink>
    </ButtonGroup>
  );
}

/** The same for a draft that somebody else changed meanwhile: what is written over, and what is given up, is said. */
export function ConflictButtons({ page, visitId }: { page: PageContext; visitId: string }) {
  const words = page.words.counter;
  return (
    <ButtonGroup>
      <ButtonLink kind="primary" href={`/console/counter/${visitId}`}>
        {words.takeTheirs}
      </ButtonLink>
      <Button kind="danger" name="then" value="draft">
        {words.putMine}
      </Button>
      <Button kind="danger" name="then" value="confirm">
        {words.putMineConfirm}
      </Button>
    </ButtonGroup>
  );
}

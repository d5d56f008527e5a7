import { ButtonLink } from "./button.tsx";
import type { PageContext } from "./context.ts";

/** "ดูเพิ่ม": the next page by key; nothing when there is none. */
export function More({ page, href }: { page: PageContext; href: string | null }) {
  if (href === null) return null;
  return (
    <nav class="more">
      <ButtonLink href={href} kind="secondary">
        {page.words.page.more}
      </ButtonLink>
    </nav>
  );
}

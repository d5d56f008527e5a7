import { EmptyState } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts, LinkRow } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { wordingIn } from "../../server/forms/wording.ts";
import type { SeenCatalogue } from "../../server/petitions/actions/see-catalogue.ts";
import type { ListedService, Menu } from "../../server/petitions/catalogue.ts";
import { nameIn } from "../../server/visits/names.ts";
import { SearchForm } from "./towns-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly seen: SeenCatalogue;
  readonly query: string;
}

/** What a local government offers: its welcome, a search, and its categories with their sub-menus. */
export function CataloguePage({ page, seen, query }: Props) {
  const { town, setting, menus, found } = seen;
  const words = page.words.eService.catalogue;
  const name = nameIn(town, page.language);
  const own = page.language === "en" ? setting.welcomeEn : setting.welcomeTh;
  const base = `/liff/e-service/${town.slug}`;
  return (
    <Layout page={page} title={name} back="/liff/e-service">
      <h1>{name}</h1>
      <p class="lead">{own === "" ? words.welcome : own}</p>
      <SearchForm action={base} label={words.search} submit={words.go} query={query} />
      {found === null ? (
        <Menus page={page} base={base} menus={menus} />
      ) : (
        <Found page={page} base={base} found={found} />
      )}
      {setting.addressTh === "" && setting.phone === "" ? null : (
        <Card title={words.contact}>
          <Facts rows={[[name, `${setting.addressTh} ${setting.phone}`.trim()]]} />
        </Card>
      )}
      <Card title={words.forEverybody}>
        <LinkRow href="/check" title={words.check} detail={words.checkDetail} />
        <LinkRow href={`/licences/${town.slug}`} title={words.licences} detail={words.licencesDetail} />
        <LinkRow href={`/open/${town.slug}`} title={words.openData} detail={words.openDataDetail} />
      </Card>
    </Layout>
  );
}

function Found({ page, base, found }: { page: PageContext; base: string; found: readonly ListedService[] }) {
  const words = page.words.eService.catalogue;
  if (found.length === 0) {
    return (
      <EmptyState title={words.none}>
        <p>{words.noneNext}</p>
        <ButtonLink href={base}>{words.all}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <>
      <p role="status">{words.found(found.length)}</p>
      <Card>
        <Services page={page} base={base} services={found} />
      </Card>
      <ButtonLink href={base}>{words.all}</ButtonLink>
    </>
  );
}

function Menus({ page, base, menus }: { page: PageContext; base: string; menus: readonly Menu[] }) {
  const words = page.words.eService.catalogue;
  if (menus.length === 0) {
    return (
      <EmptyState title={words.empty}>
        <p>{words.emptyNext}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {menus.map((menu) => (
        <Card title={nameIn(menu, page.language)}>
          <Services page={page} base={base} services={menu.services} />
          <SubMenus page={page} base={base} menus={menu.menus} />
        </Card>
      ))}
    </>
  );
}

function SubMenus({ page, base, menus }: { page: PageContext; base: string; menus: readonly Menu[] }) {
  return (
    <>
      {menus.map((menu) => (
        <details class="sub-menu">
          <summary>{nameIn(menu, page.language)}</summary>
          <Services page={page} base={base} services={menu.services} />
          <SubMenus page={page} base={base} menus={menu.menus} />
        </details>
      ))}
    </>
  );
}

function Services(props: { page: PageContext; base: string; services: readonly ListedService[] }) {
  const { page, base, services } = props;
  return (
    <>
      {services.map(({ slug, name, summary }) => (
        <LinkRow
          href={`${base}/${slug}`}
          title={wordingIn(name, page.language)}
          detail={wordingIn(summary, page.language)}
        />
      ))}
    </>
  );
}

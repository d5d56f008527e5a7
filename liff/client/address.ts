interface Place {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly postcodes?: readonly string[];
}

/**
 * Fills the next list of an address as soon as the one above was chosen, and the postcode where there is but one. The
 * same choices stand on the page without it: a button there brings them.
 */
export function chainAddress(fieldset: HTMLElement): void {
  const name = fieldset.dataset["address"] ?? "";
  const input = (part: string) => document.getElementById(`${name}.${part}`);
  const [province, district, subdistrict] = ["province", "district", "subdistrict"].map(input);
  const postcode = input("postcode");
  if (!isSelect(province) || !isSelect(district) || !isSelect(subdistrict)) return;
  const postcodes = new Map<string, readonly string[]>();
  province.addEventListener("change", () => {
    refill(subdistrict, []);
    void load(province.value).then((places) => refill(district, places));
  });
  district.addEventListener("change", () => {
    void load(district.value).then((places) => {
      for (const { code, postcodes: own = [] } of places) postcodes.set(code, own);
      refill(subdistrict, places);
    });
  });
  subdistrict.addEventListener("change", () => {
    const [only, ...others] = postcodes.get(subdistrict.value) ?? [];
    if (postcode instanceof HTMLInputElement && only !== undefined && others.length === 0)
      postcode.value = only;
  });
}

/** The places in a province or a district; none when they do not come, so that the page's own way stays. */
async function load(code: string): Promise<readonly Place[]> {
  if (code === "") return [];
  const response = await fetch(`/places/${code}`).catch(() => null);
  return response?.ok ? ((await response.json()) as readonly Place[]) : [];
}

function refill(select: HTMLSelectElement, places: readonly Place[]): void {
  const [first] = select.options;
  const isThai = document.documentElement.lang !== "en";
  const options = places.map(({ code, nameTh, nameEn }) => new Option(isThai ? nameTh : nameEn, code));
  select.replaceChildren(...(first ? [first] : []), ...options);
  select.value = "";
}

function isSelect(element: Element | null | undefined): element is HTMLSelectElement {
  return element instanceof HTMLSelectElement;
}

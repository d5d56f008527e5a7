interface Place {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly postcodes?: readonly string[];
}

const lists = new Map<string, Promise<readonly Place[]>>();
const below: Readonly<Record<string, string>> = { province: "district", district: "subdistrict" };

/**
 * Fills the lists of an address from the choice before, and the postcode where there is but one; also below a choice that
 * was made before this came. The same choices stand on the page without it: a button there brings them.
 */
export function startAddresses(form: HTMLFormElement, changed: () => void): void {
  for (const select of form.querySelectorAll<HTMLSelectElement>("[data-address] select")) {
    const list = listBelow(select);
    if (select.value !== "" && list?.length === 1) void follow(select).then(changed);
  }
  form.addEventListener("change", (event) => {
    const select = event.target;
    if (!(select instanceof HTMLSelectElement) || !select.closest("[data-address]")) return;
    void follow(select).then(changed);
  });
}

async function follow(select: HTMLSelectElement): Promise<void> {
  const at = select.name.lastIndexOf(".");
  const [path, part] = [select.name.slice(0, at), select.name.slice(at + 1)];
  const next = below[part];
  if (next === undefined) return fillPostcode(path, select.value);
  for (let name: string | undefined = next; name !== undefined; name = below[name]) empty(path, name);
  const postcode = document.getElementById(`${path}.postcode`);
  if (postcode instanceof HTMLInputElement) postcode.value = "";
  const places = select.value === "" ? [] : await listOf(select.value);
  const list = selectOf(path, next);
  if (!list || select.value !== (selectOf(path, part)?.value ?? "")) return;
  const isEnglish = document.documentElement.lang === "en";
  for (const { code, nameTh, nameEn } of places) list.append(new Option(isEnglish ? nameEn : nameTh, code));
}

async function fillPostcode(path: string, code: string): Promise<void> {
  const places = code === "" ? [] : await listOf(code.slice(0, 4));
  const postcodes = places.find((place) => place.code === code)?.postcodes ?? [];
  const input = document.getElementById(`${path}.postcode`);
  if (input instanceof HTMLInputElement && postcodes[0] !== undefined && !postcodes.includes(input.value)) {
    input.value = postcodes.length === 1 ? postcodes[0] : "";
  }
}

function listBelow({ name }: HTMLSelectElement): HTMLSelectElement | null {
  const at = name.lastIndexOf(".");
  const next = below[name.slice(at + 1)];
  return next === undefined ? null : selectOf(name.slice(0, at), next);
}

const selectOf = (path: string, part: string) => {
  const found = document.getElementById(`${path}.${part}`);
  return found instanceof HTMLSelectElement ? found : null;
};

function empty(path: string, part: string): void {
  const list = selectOf(path, part);
  if (list) list.length = 1;
}

/** A list that did not come leaves the choice empty; choosing again asks again. */
function listOf(code: string): Promise<readonly Place[]> {
  const found =
    lists.get(code) ?? fetch(`/places/${code}`).then((answer) => answer.json() as Promise<Place[]>);
  lists.set(code, found);
  return found.catch(() => {
    lists.delete(code);
    return [];
  });
}

const bangkok: readonly [number, number] = [13.7563, 100.5018];
const places = 6;

/** Adds to a place what a script can: the phone's position, and a map that is loaded when it is asked for. */
export function startMaps(form: HTMLFormElement, changed: () => void): void {
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const field = button?.closest<HTMLElement>("[data-map]");
    if (!button || !field || button.type !== "button") return;
    if (button.name === "here") locate(field, changed);
    if (button.name === "map") {
      openMap(field, changed).then(
        () => button.remove(),
        () => say(field, "failed"),
      );
    }
  });
  if (!("geolocation" in navigator)) {
    for (const button of form.querySelectorAll("[data-map] button[name=here]")) button.remove();
  }
}

const inputOf = (field: HTMLElement, part: string) =>
  field.querySelector<HTMLInputElement>(`input[name="${CSS.escape(field.dataset["map"] ?? "")}.${part}"]`);

function put(field: HTMLElement, latitude: number, longitude: number, changed: () => void): void {
  for (const [part, value] of [
    ["latitude", latitude],
    ["longitude", longitude],
  ] as const) {
    const input = inputOf(field, part);
    if (input) input.value = value.toFixed(places);
  }
  field.dispatchEvent(new CustomEvent("placed", { detail: { latitude, longitude } }));
  changed();
}

function say(field: HTMLElement, words: string): void {
  const state = field.querySelector("[data-map-state]");
  if (state) state.textContent = field.dataset[words] ?? "";
}

function locate(field: HTMLElement, changed: () => void): void {
  say(field, "finding");
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      put(field, coords.latitude, coords.longitude, changed);
      say(field, "found");
    },
    () => say(field, "refused"),
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  );
}

async function openMap(field: HTMLElement, changed: () => void): Promise<void> {
  const box = field.querySelector<HTMLElement>(".map");
  if (!box) return;
  const [{ drawMap }] = await Promise.all([import("./leaflet-map.ts"), sheetOf(field)]);
  box.hidden = false;
  const [latitude, longitude] = [
    Number(inputOf(field, "latitude")?.value),
    Number(inputOf(field, "longitude")?.value),
  ];
  const isSet = Boolean(inputOf(field, "latitude")?.value) && !Number.isNaN(latitude + longitude);
  const map = drawMap(box, {
    tiles: field.dataset["tiles"] ?? "",
    label: field.dataset["label"] ?? "",
    at: isSet ? [latitude, longitude] : bangkok,
    isSet,
    placed: (north, east) => put(field, north, east, changed),
    failed: () => say(field, "failed"),
  });
  field.addEventListener("placed", (event) => {
    const { detail } = event as CustomEvent<{ latitude: number; longitude: number }>;
    map.show(detail.latitude, detail.longitude);
  });
  const state = field.querySelector("[data-map-state]");
  if (state) state.textContent = box.dataset["hint"] ?? "";
}

/** The map's own style sheet, fetched with it. */
function sheetOf(field: HTMLElement): Promise<void> {
  const href = field.dataset["sheet"] ?? "";
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return Promise.resolve();
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href });
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}

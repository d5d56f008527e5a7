/**
 * ID pictures on the phone: taken or chosen, made small, crossed out with words, covered where the person wants, shown as
 * they will be sent, and sent one by one with their progress. Without this the form sends the chosen file, and the server
 * alone crosses it out.
 */
import { openMasks } from "./id-check/masks.ts";
import { bringTypeface, makeJpeg, readPicture } from "./id-check/picture.ts";
import { sendPicture } from "./id-check/send.ts";

let typeface: Promise<void> | null = null;

for (const form of document.querySelectorAll("form")) {
  if (form.dataset["idSlot"]) start(form);
}

function start(form: HTMLFormElement): void {
  const part = (name: string) => form.querySelector<HTMLElement>(`[data-part="${name}"]`);
  const [field, moves, shown, frame, state, send] = ["field", "moves", "shown", "frame", "state", "send"].map(
    part,
  );
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  const canvas = form.querySelector("canvas");
  const progress = form.querySelector("progress");
  if (!field || !moves || !shown || !frame || !state || !send || !input || !canvas || !progress) return;
  const {
    words = "",
    typeface: address = "",
    sending = "",
    lost = "",
    kept = "",
    undrawable = "",
  } = form.dataset;
  typeface ??= bringTypeface(address).catch(() => undefined);
  const ready = typeface;
  let picture: ImageBitmap | null = null;
  const masks = openMasks(form, frame);

  const choose = (capture: string | null) => {
    if (capture === null) input.removeAttribute("capture");
    else input.setAttribute("capture", capture);
    input.click();
  };
  const face = form.dataset["idSlot"] === "card_with_face" ? "user" : "environment";
  moves.querySelector("[name=camera]")?.addEventListener("click", () => choose(face));
  moves.querySelector("[name=album]")?.addEventListener("click", () => choose(null));

  input.addEventListener("change", () => {
    void Promise.all([readPicture(input.files?.[0]), ready]).then(([read]) => {
      picture?.close();
      picture = read;
      state.textContent = read || !input.files?.[0] ? "" : undrawable;
      shown.hidden = read === null;
      send.hidden = read === null;
      if (read) void makeJpeg(read, { canvas, words, masks: [] });
    });
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const drawn = picture;
    if (!drawn) return;
    const failed = (sentence: string) => {
      progress.hidden = true;
      state.textContent = sentence;
      send.hidden = false;
    };
    // The picture is kept; only the page could not be brought up to date.
    const keptUnseen = () => {
      progress.hidden = true;
      state.textContent = kept;
    };
    state.textContent = sending;
    send.hidden = true;
    progress.hidden = false;
    const work = makeJpeg(drawn, { canvas: document.createElement("canvas"), words, masks: masks.places() });
    void work
      .then((jpeg) => sendPicture(form, input.name, jpeg, (share) => (progress.value = share * 100)))
      .then((refused) => (refused === null ? refresh(form).catch(keptUnseen) : failed(refused)))
      .catch(() => failed(lost));
  });

  field.classList.add("visually-hidden");
  input.tabIndex = -1;
  moves.hidden = false;
  send.hidden = true;
}

/** Shows the slot and the last step as they stand now; what is not sent yet in other slots stays. */
async function refresh(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of [form.dataset["idSlot"] ?? "", "id-check-send"]) {
    const fresh = now.getElementById(id);
    if (!fresh) return location.reload();
    document.getElementById(id)?.replaceWith(fresh);
    const inner = fresh.querySelector<HTMLFormElement>("form[data-id-slot]");
    if (inner) start(inner);
    if (inner) fresh.querySelector<HTMLElement>("h2")?.focus();
  }
}

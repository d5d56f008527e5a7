import { fileRow, keptRow, type FileRow } from "./file-row.ts";
import { previewKept, previewOf } from "./preview.ts";
import type { Saver } from "./saver.ts";
import { beginFile, endFile, NotTaken, postJson, sendPieces } from "./send-file.ts";
import { shrunk } from "./shrink.ts";
import { forget, remember, waitingOf } from "./waiting-files.ts";

/** Files of a form, sent in pieces as soon as they are chosen, one after the other. */
export interface Files {
  /** Ends when nothing is on its way. */
  settle(): Promise<void>;
}

export function startFiles(form: HTMLFormElement, saver: Saver): Files {
  const uploads = form.dataset["uploads"];
  let turn: Promise<void> = Promise.resolve();
  const queue = (work: () => Promise<void>) => (turn = turn.then(work, work));
  previewKept(form);
  if (uploads === undefined) return { settle: () => turn };

  const send = async (field: HTMLElement, row: FileRow, blob: Blob, known: string | null): Promise<void> => {
    const told = { progress: row.progress, waiting: row.waiting };
    const preview = await previewOf(blob);
    if (preview) row.show(preview);
    let id = known;
    try {
      await saver.settle();
      const path = () => field.dataset["files"] ?? "";
      id ??= await beginFile(uploads, { path: path(), name: row.name, size: blob.size }, told);
      const upload = `${uploads}/${id}`;
      await remember({ id, uploads, path: path(), name: row.name, blob, at: Date.now() });
      await sendPieces(upload, blob, told);
      await saver.inTurn(async () => {
        const file = await endFile(upload, path(), told);
        row.done(keptRow(field, file));
        return file.version;
      });
      await forget(id);
      saver.touched();
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      if (id !== null) await forget(id);
      row.failed(error.sentence ?? form.dataset["locked"] ?? "");
    }
  };

  form.addEventListener("change", (event) => {
    const input = event.target;
    const field = input instanceof HTMLInputElement && input.type === "file" ? fieldOf(input) : null;
    if (!field || !(input instanceof HTMLInputElement)) return;
    for (const old of field.querySelectorAll("li.not-sent")) old.remove();
    const chosen = [...(input.files ?? [])];
    input.value = "";
    for (const file of chosen) {
      const row = fileRow(field, file.name);
      if (!row) return;
      void queue(async () => send(field, row, await shrunk(file, input.accept), null));
    }
  });

  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.name !== "dropFile") return;
    event.preventDefault();
    const [path = "", fileId = ""] = button.value.split(":");
    const row = button.closest("li");
    const list = row?.parentElement;
    row?.remove();
    list?.closest<HTMLElement>("[data-files]")?.querySelector<HTMLElement>("input[type=file]")?.focus();
    void saver.inTurn(async () => {
      const answer = await postJson(form.dataset["drop"] ?? "", { path, fileId }).catch(() => null);
      return answer?.ok ? ((await answer.json()) as { version: number }).version : null;
    });
    saver.touched();
  });

  void waitingOf(uploads).then((waiting) => {
    for (const { id, path, name, blob } of waiting) {
      const field = form.querySelector<HTMLElement>(`[data-files="${CSS.escape(path)}"]`);
      const row = field && fileRow(field, name);
      if (field && row) void queue(() => send(field, row, blob, id));
      else void forget(id);
    }
  });
  return { settle: () => turn };
}

const fieldOf = (input: HTMLInputElement) => input.closest<HTMLElement>("[data-files]");

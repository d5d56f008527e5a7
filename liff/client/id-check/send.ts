/**
 * Sends a picture by itself, telling how far it is (0 to 1). Answers null when it was kept, else the sentence that says why
 * not; throws when nothing came back.
 */
export function sendPicture(
  form: HTMLFormElement,
  name: string,
  jpeg: Blob,
  tell: (share: number) => void,
): Promise<string | null> {
  const body = new FormData();
  body.append(name, jpeg, "picture.jpg");
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("accept", "application/json");
    request.timeout = 60_000;
    request.upload.addEventListener("progress", ({ loaded, total }) => tell(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      if (request.status === 200 && request.responseText.includes('"kept"')) return resolve(null);
      const said = readSentence(request.responseText);
      if (said === null) reject(new Error(`answered ${request.status}`));
      else resolve(said);
    });
    for (const end of ["error", "timeout", "abort"])
      request.addEventListener(end, () => reject(new Error(end)));
    request.send(body);
  });
}

function readSentence(text: string): string | null {
  try {
    const { sentence } = JSON.parse(text) as { readonly sentence?: unknown };
    return typeof sentence === "string" ? sentence : null;
  } catch {
    return null;
  }
}

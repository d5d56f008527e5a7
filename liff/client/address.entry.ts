import { startAddresses } from "./form/addresses.ts";

for (const form of document.forms) {
  if (form.querySelector("[data-address]")) startAddresses(form, () => undefined);
}

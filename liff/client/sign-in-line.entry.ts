import liff from "@line/liff/core";
import GetIDToken from "@line/liff/get-id-token";
import IsInClient from "@line/liff/is-in-client";
import IsLoggedIn from "@line/liff/is-logged-in";
import Login from "@line/liff/login";
import Logout from "@line/liff/logout";
import CloseWindow from "@line/liff/close-window";
import { enter } from "./entry.ts";

/** Signing in over LINE's own SDK, only the parts of it that are used. */
for (const module of [GetIDToken, IsInClient, IsLoggedIn, Login, Logout, CloseWindow]) liff.use(new module());

const sdk = liff as typeof liff & {
  getIDToken(): string | null;
  isInClient(): boolean;
  isLoggedIn(): boolean;
  login(): void;
  logout(): void;
  closeWindow(): void;
};

void enter({
  init: () => liff.init({ liffId: document.body.dataset["liffId"] ?? "" }),
  isInClient: () => sdk.isInClient(),
  isLoggedIn: () => sdk.isLoggedIn(),
  login: () => sdk.login(),
  logout: () => sdk.logout(),
  idToken: () => sdk.getIDToken(),
  closeWindow: () => sdk.closeWindow(),
});

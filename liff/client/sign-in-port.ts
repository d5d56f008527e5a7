/** Signing in from a LIFF page: what the entry page needs of LINE's SDK, or of a stand-in for it. */
export interface SignInPort {
  /** Starts the SDK. It does the `liff.state` redirect itself, and then never settles. */
  init(): Promise<void>;
  /** True inside LINE's own browser. */
  isInClient(): boolean;
  isLoggedIn(): boolean;
  /** Leaves the page for LINE's sign-in. */
  login(): void;
  logout(): void;
  /** The raw ID token; the server verifies it, nothing here reads it. */
  idToken(): string | null;
  closeWindow(): void;
}

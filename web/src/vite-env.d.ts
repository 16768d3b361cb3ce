/** What the app reads of the environment that it is built in. */
interface ImportMetaEnv {
  /** `true` signs in a fictitious employee, on the development server only. */
  readonly VITE_TEST_MODE?: string;
}

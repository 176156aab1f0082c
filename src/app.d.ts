declare global {
  /** Version from package.json. */
  const __APP_VERSION__: string;
  /** ISO date of the newest changelog entry: no honest clock is earlier. */
  const __RELEASED__: string;

  namespace App {
    interface Error {
      message: string;
      /** What "copy a report" copies: no personal data. */
      report?: string;
    }
  }
}

export {};

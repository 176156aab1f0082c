declare global {
  /** Version from package.json. */
  const __APP_VERSION__: string;
  /** ISO date of the newest changelog entry: no honest clock is earlier. */
  const __RELEASED__: string;
}

export {};

// A suite of others, run: what each case should be, what it was here, and why where the two differ on purpose.
export interface Case {
  readonly name: string;
  /** What the publisher says, in a word or two. */
  readonly expected: string;
  readonly got: string;
  /** Why something else than `expected` is right here. Only read where the two differ. */
  readonly why?: string | undefined;
}

export interface Suite {
  readonly format: string;
  readonly source: string;
  /** What one case is about. */
  readonly asks: string;
  readonly cases: readonly Case[];
}

export const isRight = ({ expected, got }: Case): boolean => expected === got;
export const isException = (one: Case): boolean => !isRight(one) && one.why !== undefined;
export const isWrong = (one: Case): boolean => !isRight(one) && one.why === undefined;

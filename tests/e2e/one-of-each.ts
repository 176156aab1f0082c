// One published credential of each kind, with what its card and its page say when the fixtures' issuers are listed.
export interface Each {
  /** In the folder of vectors. */
  readonly file: string;
  readonly title: string;
  readonly issuer: string;
  readonly verdict: 'Genuine' | 'Cannot tell' | 'Not accepted';
  /** A sentence on the merit's own page. */
  readonly reason: string;
}

const ONE_EDTECH = '1EdTech__digital-credentials-public-validator';
const DCC = 'dcc/digitalcredentials__vc-test-fixtures/verifiableCredentials';
const UNCHANGED = 'Nothing has been changed since it was signed.';

export const ONE_OF_EACH: readonly Each[] = [
  // Open Badges 3.0: baked into a PNG as a JWT, and as a document with a proof.
  {
    file: `ob3/${ONE_EDTECH}/simple-jwt.png`,
    title: 'Teamwork',
    issuer: 'Example Corp',
    verdict: 'Genuine',
    reason: UNCHANGED,
  },
  {
    file: `ob3/${ONE_EDTECH}/complete.json`,
    title: '1EdTech University Degree',
    issuer: '1EdTech University',
    verdict: 'Cannot tell',
    reason: UNCHANGED,
  },
  // Comprehensive Learner Record 2.0.
  {
    file: `clr2/${ONE_EDTECH}/simple.jwt`,
    title: 'Sample Transcript',
    issuer: 'Example University',
    verdict: 'Genuine',
    reason: UNCHANGED,
  },
  // Open Badges 2.0, hosted.
  {
    file: `ob2/${ONE_EDTECH}/assertion-with-endorsements.json`,
    title: 'Awesome Robotics Badge',
    issuer: '',
    verdict: 'Cannot tell',
    reason: 'it is worth what the issuer publishes at its address',
  },
  // DCC: Ed25519Signature2020, and one whose time has not come.
  {
    file: `${DCC}/v1/ed25519/didKey/legacy-noStatus-noExpiry-stringIssuerId.json`,
    title: 'Badge',
    issuer: '',
    verdict: 'Genuine',
    reason: UNCHANGED,
  },
  {
    file: `${DCC}/v2/dataIntegrityProof/didKey/oidf-noStatus-notExpired-notYetValid.json`,
    title: "A credential that isn't yet valid",
    issuer: 'Bestest Ever University',
    verdict: 'Not accepted',
    reason: UNCHANGED,
  },
  // W3C: eddsa-jcs-2022 of an issuer that is an address.
  {
    file: 'w3c-di-eddsa/w3c__vc-di-eddsa/eddsa-jcs-2022/signedJCS.json',
    title: 'Alumni Credential',
    issuer: '',
    verdict: 'Genuine',
    reason: UNCHANGED,
  },
];

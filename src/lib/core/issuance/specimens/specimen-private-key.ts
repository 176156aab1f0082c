// Published on purpose: with these keys anybody can make a specimen, and nobody anything else (see core/trust/specimen-key.ts).

/** ES256 (RFC 7518 §3.4). */
export const SPECIMEN_P256 = {
  kty: 'EC',
  crv: 'P-256',
  x: 'ANVlEoHzIozvuSkZQoqsNipKVpb9bOScRPr2GlvwAUw',
  y: 'agOWpFb7KAC2Ow8-M2P-r8jwlgcpj2Aza_5jUp0ifWs',
  d: '_19468T_sZY6KW-aoSxsiKENGgcv8RzZmgbRkAtH3-8',
} as const;

/** Ed25519 (RFC 8037 §2). */
export const SPECIMEN_ED25519 = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'GsCjguvv3Yxq3PIC5t7lhCCajTa9vWfpaGntMMwL-q0',
  d: 'OAHooBQ-5GgeWshbBZu9Jv8-krKUXgD9T-17iHrAzKI',
} as const;

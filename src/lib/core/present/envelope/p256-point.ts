// y of a P-256 point from its x and parity (SEC 1 §2.3.4), so that an envelope need not carry it.
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const FIELD_BYTES = 32;

/** 32 big-endian bytes of y; null when no point of the curve has this x. Public data only: not constant time. */
export function p256Y(x: Uint8Array, odd: boolean): Uint8Array<ArrayBuffer> | null {
  const value = toNumber(x);
  if (value >= P) return null;
  const square = curve(value);
  const root = power(square, (P + 1n) / 4n);
  if ((root * root) % P !== square || root === 0n) return null;
  return toBytes((root & 1n) === (odd ? 1n : 0n) ? root : P - root);
}

/** Whether (x, y) is a point of the curve. Far cheaper than working y out. */
export function isOnP256(x: Uint8Array, y: Uint8Array): boolean {
  const [valueX, valueY] = [toNumber(x), toNumber(y)];
  return valueX < P && valueY < P && (valueY * valueY) % P === curve(valueX);
}

/** x³ − 3x + b, which is y² on the curve (SEC 2 §2.4.2). */
function curve(x: bigint): bigint {
  return (((x * x) % P) * x + (P - 3n) * x + B) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % P;
    factor = (factor * factor) % P;
  }
  return result;
}

function toNumber(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function toBytes(value: bigint): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(FIELD_BYTES);
  let left = value;
  for (let at = FIELD_BYTES - 1; at >= 0; at -= 1) {
    bytes[at] = Number(left & 255n);
    left >>= 8n;
  }
  return bytes;
}

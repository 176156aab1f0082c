// Segments -> one QR symbol at level L, or the news that one symbol does not hold them (ISO/IEC 18004).
import QRCode from 'qrcode';
import type { QRCodeSegment } from 'qrcode';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { QrSegment, SymbolPlan } from '../model/presentation.ts';

/** The largest version a phone camera at 720p reads with four pixels per module to spare. */
export const LARGEST_VERSION = 25;

/** The smallest symbol that holds `segments`, at most `maxVersion` (1–40). Empty segments do not fit any. */
export function planSymbol(segments: readonly QrSegment[], maxVersion: number = LARGEST_VERSION): SymbolPlan {
  const symbol = create(segments.filter((segment) => segment.data !== '').map(librarySegment));
  if (symbol === null) return { fits: false, needs: null };
  if (symbol.version > maxVersion) return { fits: false, needs: symbol.version };
  const { size, data } = symbol.modules;
  return { fits: true, version: symbol.version, size, modules: Uint8Array.from(data, (dark) => (dark ? 1 : 0)) };
}

function librarySegment(segment: QrSegment): QRCodeSegment {
  if (segment.mode === 'byte') return { mode: 'byte', data: encodeUtf8(segment.data) };
  return { mode: segment.mode, data: segment.data };
}

/** Null when there is nothing to hold or the library says that it does not fit, which it does by throwing. */
function create(segments: QRCodeSegment[]): QRCode.QRCode | null {
  if (segments.length === 0) return null;
  try {
    return QRCode.create(segments, { errorCorrectionLevel: 'L' });
  } catch {
    return null;
  }
}

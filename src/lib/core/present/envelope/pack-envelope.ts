// Credential or presentation as text -> envelope bytes, the smaller of two forms, only forms that come back exactly.
import { deflateSync } from 'fflate';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { ByteSink } from './byte-sink.ts';
import { DICTIONARY_1 } from './dictionary-1.ts';
import { TEXT_KIND, TOKEN_KIND } from './format.ts';
import { shrinkToken } from './shrink-token.ts';
import { unpackEnvelope } from './unpack-envelope.ts';

const TOKEN = /^[\w-]*\.[\w-]+\.[\w.~-]*$/;

/**
 * Envelope of a compact JWS, SD-JWT, SD-JWT+KB or any other text. Null when no form of it comes back character for
 * character within the limits: too long, or text that has no UTF-8 form.
 */
export async function packEnvelope(text: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const token = TOKEN.test(text) ? await packToken(text) : null;
  if (token !== null && (await comesBack(token, text))) return token;
  const plain = packText(text);
  return (await comesBack(plain, text)) ? plain : null;
}

async function packToken(text: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const shrunk = await shrinkToken(text);
  if (shrunk === null) return null;
  const stream = deflate(shrunk.stream);
  if (stream.length > 0xffff) return null;
  const sink = new ByteSink();
  sink.code(TOKEN_KIND, stream.length >> 8, stream.length & 255);
  sink.bytes(stream);
  sink.bytes(shrunk.values);
  return sink.joined();
}

function packText(text: string): Uint8Array<ArrayBuffer> {
  const sink = new ByteSink();
  sink.code(TEXT_KIND);
  sink.bytes(deflate(encodeUtf8(text)));
  return sink.joined();
}

const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9, mem: 2, dictionary: DICTIONARY_1 });

async function comesBack(envelope: Uint8Array<ArrayBuffer>, text: string): Promise<boolean> {
  const unpacked = await unpackEnvelope(envelope);
  return unpacked.ok && unpacked.text === text;
}

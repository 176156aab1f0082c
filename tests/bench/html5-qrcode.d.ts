// The decoder inside html5-qrcode, which it does not export by name.
declare module 'html5-qrcode/esm/zxing-html5-qrcode-decoder.js' {
  export const ZXingHtml5QrcodeDecoder: new (
    formats: readonly number[],
    verbose: boolean,
    logger: unknown,
  ) => { decodeAsync(canvas: HTMLCanvasElement): Promise<{ readonly text: string }> };
}
declare module 'html5-qrcode/esm/core.js' {
  export const BaseLoggger: new (verbose: boolean) => unknown;
}

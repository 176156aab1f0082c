// Runs before anything else. The only way HTML or script addresses enter the page is through this policy (Trusted Types):
// HTML only when empty, script addresses only from this origin's own build.
if (globalThis.trustedTypes) {
  globalThis.trustedTypes.createPolicy('default', {
    createHTML: (html) => {
      if (html === '') return '';
      throw new TypeError('HTML is not accepted');
    },
    createScriptURL: (address) => {
      const url = new URL(address, location.href);
      if (url.origin === location.origin) return url.href;
      throw new TypeError('Script from elsewhere is not accepted');
    },
  });
}

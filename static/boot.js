// Runs before anything else.

// Inside somebody else's page nothing is shown: buttons under an invisible frame could be clicked for the learner.
// Hosts that send frame-ancestors never get this far; this is for those that cannot.
if (globalThis.self !== globalThis.top) {
  globalThis.stop();
  const link = document.createElement('a');
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = 'Meritfolio';
  document.documentElement.replaceChildren(link);
  throw new Error('Meritfolio does not run inside another page');
}

// The only way HTML or script addresses enter the page is through this policy (Trusted Types):
// HTML only when empty, script addresses only those of this build's own workers.
if (globalThis.trustedTypes) {
  globalThis.trustedTypes.createPolicy('default', {
    createHTML: (html) => {
      if (html === '') return '';
      throw new TypeError('HTML is not accepted');
    },
    createScriptURL: (address) => {
      const url = new URL(address, location.href);
      const own =
        /\/(service-worker\.js|_app\/immutable\/(workers|network)\/[\w.-]+\.js|src\/lib\/workers\/[\w.-]+\.ts)$/;
      if (url.origin === location.origin && own.test(url.pathname)) return url.href;
      throw new TypeError('Script from elsewhere is not accepted');
    },
  });
}

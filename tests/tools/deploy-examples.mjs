// Writes the nginx and Apache examples in docs/deploy/ from static/_headers, so that all three say the same.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseHeaderRules } from '../server.mjs';
import { fileURLToPath } from 'node:url';

/** @typedef {import('../server.mjs').HeaderRule} HeaderRule */

/**
 * By header: the value everywhere, and the values under paths, in the order of the rules.
 * @param {readonly HeaderRule[]} rules
 */
function byHeader(rules) {
  /** @type {Map<string, { path: string, value: string }[]>} */
  const all = new Map();
  for (const { path, headers } of rules)
    for (const [name, value] of headers) all.set(name, [...(all.get(name) ?? []), { path, value }]);
  return all;
}

/** @param {string} path */
const pattern = (path) => '^' + path.replaceAll('.', '\\.').replace(/\*$/, '') + (path.endsWith('*') ? '' : '$');

/**
 * @param {readonly HeaderRule[]} rules
 * @returns {string}
 */
export function nginxExample(rules) {
  const maps = [];
  const headers = [];
  for (const [name, values] of byHeader(rules)) {
    const everywhere = values.find(({ path }) => path === '/*')?.value ?? '';
    const under = values.filter(({ path }) => path !== '/*').reverse();
    if (under.length === 0) headers.push(`    add_header ${name} "${everywhere}" always;`);
    else {
      const variable = `$meritfolio_${name.toLowerCase().replaceAll('-', '_')}`;
      const lines = under.map(({ path, value }) => `    "~${pattern(path)}" "${value}";`);
      maps.push(`map $uri ${variable} {\n    default "${everywhere}";\n${lines.join('\n')}\n}`);
      headers.push(`    add_header ${name} ${variable} always;`);
    }
  }
  return `# nginx: include this file in the http block and name your host, certificate and folder.
# Made from static/_headers by tests/tools/deploy-examples.mjs. An empty value sends no header.
${maps.join('\n')}

server {
    listen 443 ssl;
    server_name merits.example.org;
    ssl_certificate /etc/ssl/certs/merits.example.org.pem;
    ssl_certificate_key /etc/ssl/private/merits.example.org.key;

    root /srv/meritfolio;
    charset utf-8;
    include mime.types;
    types {
        application/manifest+json webmanifest;
        application/wasm wasm;
    }

${headers.join('\n')}

    # Every address that is not a file is answered by the app.
    location / {
        try_files $uri $uri.html $uri/index.html /404.html;
    }
    location = /_headers {
        return 404;
    }
}
`;
}

/**
 * @param {readonly HeaderRule[]} rules
 * @returns {string}
 */
export function apacheExample(rules) {
  const headers = rules.flatMap(({ path, headers: pairs }) =>
    pairs.map(([name, value]) => {
      const where = path === '/*' ? '' : ` "expr=%{REQUEST_URI} =~ m#${pattern(path)}#"`;
      return `Header always set ${name} "${value}"${where}`;
    }),
  );
  return `# Apache 2.4: put this beside index.html as .htaccess (AllowOverride FileInfo Options), with mod_headers and mod_rewrite.
# Made from static/_headers by tests/tools/deploy-examples.mjs.
Options -Indexes -MultiViews
DirectorySlash Off
AddType application/manifest+json .webmanifest
AddType application/wasm .wasm
AddDefaultCharset utf-8

${headers.join('\n')}

# Every address that is not a file is answered by the app.
RewriteEngine On
RewriteRule ^_headers$ - [R=404,L]
RewriteCond %{REQUEST_FILENAME} -f
RewriteRule ^ - [L]
RewriteRule ^$ index.html [L]
RewriteCond %{REQUEST_FILENAME}.html -f
RewriteRule ^(.+)$ $1.html [L]
RewriteRule ^ 404.html [L]
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rules = parseHeaderRules(readFileSync('static/_headers', 'utf8'));
  writeFileSync('docs/deploy/nginx.conf', nginxExample(rules));
  writeFileSync('docs/deploy/htaccess', apacheExample(rules));
}

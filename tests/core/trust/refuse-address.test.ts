// Nothing of this machine or this network is ever asked, however its address is written.
import { expect, test } from 'vitest';
import { isPrivateAddress } from '../../../src/lib/core/trust/is-private-address.ts';
import { refuseAddress } from '../../../src/lib/core/trust/refuse-address.ts';

test.each([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['224.0.0.1', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:7f00:1', true],
  ['::ffff:8.8.8.8', false],
  ['::127.0.0.1', true],
  ['64:ff9b::a00:1', true],
  ['2002:a00:1::', true],
  ['fe80::1%eth0', true],
  ['203.0.113.9', true],
  ['010.0.0.1', true],
  ['1.2.3', true],
  ['1::2::3', true],
  ['', true],
  ['norrsjo.example', true],
  ['130.239.8.25', false],
  ['172.32.0.1', false],
  ['2001:6b0::1', false],
  ['2a01:4f8:1:2:3:4:5:6', false],
])('the address %s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});

test.each([
  ['https://norrsjo.example/status/1', null],
  ['https://norrsjo.example:443/', null],
  ['https://NORRSJO.example./', null],
  ['https://130.239.8.25/', null],
  ['https://[2001:6b0::1]/', null],
  ['http://norrsjo.example/', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['norrsjo.example', 'not-https'],
  ['//norrsjo.example/', 'not-https'],
  [`https://norrsjo.example/${'x'.repeat(2_048)}`, 'not-https'],
  ['https://127.0.0.1/', 'private-address'],
  ['https://127.1/', 'private-address'],
  ['https://2130706433/', 'private-address'],
  ['https://0x7f.0.0.1/', 'private-address'],
  ['https://0177.0.0.1/', 'private-address'],
  ['https://127.0.0.1./', 'private-address'],
  ['https://①27.0.0.1/', 'private-address'],
  ['https://169.254.169.254/latest/meta-data', 'private-address'],
  ['https://[::1]/', 'private-address'],
  ['https://[::ffff:192.168.1.1]/', 'private-address'],
  ['https://localhost/', 'private-address'],
  ['https://LOCALHOST./', 'private-address'],
  ['https://a.localhost/', 'private-address'],
  ['https://printer.local/', 'private-address'],
  ['https://router.lan/', 'private-address'],
  ['https://intranet/', 'private-address'],
  ['https://wiki.corp/', 'private-address'],
  ['https://norrsjo.example:8443/', 'unusual-address'],
  ['https://norrsjo.example:22/', 'unusual-address'],
  ['https://user@norrsjo.example/', 'unusual-address'],
  ['https://user:word@norrsjo.example/', 'unusual-address'],
])('of the address %s it is said: %s', (address, expected) => {
  expect(refuseAddress(address)).toBe(expected);
});

// Type metadata in hand from the start. Sources and licences: README.md beside this.
import type { JsonObject } from '../../../model/json.ts';
import dc4euDiploma from './dc4eu-diploma.json';
import dc4euMicroCredential from './dc4eu-micro-credential.json';
import dc4euPid from './dc4eu-pid.json';
import eudiPid from './eudi-pid.json';
import webuildMicroCredential from './webuild-micro-credential.json';

export interface BundledType {
  readonly metadata: JsonObject;
  /** Of the file as published (SRI `sha256`); null when it was written here. */
  readonly integrity: string | null;
}

/** By `vct`. */
export const BUNDLED_TYPES: ReadonlyMap<string, BundledType> = new Map([
  ['urn:eudi:diploma:1', { metadata: dc4euDiploma, integrity: 'sha256-zNiAESAtC+o0hifP0kn1I7UECFzHrs7k7sv2AQSAj3U=' }],
  [
    'urn:eudi:micro_credential:1',
    { metadata: dc4euMicroCredential, integrity: 'sha256-mf2O0ZCphSDc4OFkx6VjRnsSglpG/1fQvHYXbktb1MU=' },
  ],
  ['urn:eudi:pid:arf-1.8:1', { metadata: dc4euPid, integrity: 'sha256-tmXn9ElfggnZPFFqYDj66VCvA30e0XHcv1U0VmdDSv8=' }],
  ['urn:eudi:pid:1', { metadata: eudiPid, integrity: null }],
  ['VerifiableMicroCredential', { metadata: webuildMicroCredential, integrity: null }],
]);

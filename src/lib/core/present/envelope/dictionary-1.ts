// Preset dictionary of envelope format 1. Frozen: one changed byte makes every code already printed unreadable.
// What is likeliest stands last, where a reference to it costs least. Codes (format.ts) stand in it as they do in streams.
import { encodeUtf8 } from '../../bytes/utf8.ts';

/** Words that titles, outcomes and names of bodies in the Nordic countries are made of. */
const WORDS = [
  'Karolinska Institutet Uppsala Lunds Stockholms Göteborgs Umeå Linköpings Kungliga Tekniska Universitetet i Oslo Helsingin yliopisto ',
  'Københavns Aarhus ammattikorkeakoulu folkhögskola yrkeshögskola akademi lärosäte fakultet institution Centrum för Region ',
  'The student can explain, analyse, evaluate, apply, describe, design and reflect on Introduction to Advanced Applied Fundamentals of ',
  'Data Science Artificial Intelligence Machine Learning Programming Statistics Research Methods Project Management Leadership ',
  'Sustainability Health Care Nursing Medicine Ethics Communication Digital Skills Teaching and Learning in Higher Education ',
  'Deltagaren kan redogöra för, analysera, värdera, tillämpa, beskriva, planera, genomföra, leda, utveckla och reflektera över ',
  'kunskap, förståelse, färdighet, förmåga, förhållningssätt, kriterier, återkoppling, forskning, studenter ',
  'examination, tentamen, seminarium, uppsats, projekt, laboration, närvaro, distans, campus, skriftlig, muntlig, praktisk ',
  'kvalitetssäkring, Universitetskanslersämbetet, UKÄ, Myndigheten för yrkeshögskolan, SeQF nivå, hp, veckor, timmar ',
  'Grundläggande Introduktion till artificiell intelligens, programmering, hållbarhet, ledarskap, handledning, hälsa och vårdvetenskap ',
  'högskolepedagogik, högre utbildning, klinisk, handledare, undervisning, bedömning, betyg, portfölj, examen, kandidat, magister, master ',
];

/** Terms of Open Badges 3.0, CLR 2.0 and Verifiable Credentials, in JWT payloads and in JSON. */
const BADGES = [
  '"https://www.w3.org/2018/credentials/v1","https://w3id.org/security/data-integrity/v2",',
  '"https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json","ClrCredential","ClrSubject","Association",',
  '"association":[{"type":"Association","associationType":"isChildOf","isPartOf","precedes","sourceId":"urn:uuid:","targetId":"',
  '"verifiableCredential":[{"@context":["partial":false,"evidence":[{"type":["Evidence"],"endorsement":[',
  '"identifier":[{"type":"IdentityObject","hashed":true,"identityHash":"sha256$","identityType":"emailAddress","salt":"',
  '"result":[{"type":["Result"],"resultDescription":"urn:uuid:","value":"resultType":"LetterGrade","achievedLevel":"',
  '"alignment":[{"type":["Alignment"],"targetName":"targetUrl":"http://data.europa.eu/esco/skill/","targetFramework":"',
  'European Qualifications Framework","ESCO","targetType":"ext:EQF","CFItem","targetCode":"',
  '"creditsAvailable":"creditsEarned":"ECTS":"address":{"type":["Address"],"addressCountry":"Sweden","addressCountryCode":"SE"',
  '"image":{"id":"data:image/png;base64,","type":"Image","caption":"}',
  '"otherIdentifier":[{"type":"IdentifierEntry","identifier":"identifierType":"humanCode":"fieldOfStudy":"specialization":"',
  '"validUntil":"issuanceDate":"expirationDate":"awardedDate":"',
  '"proof":[{"type":"DataIntegrityProof","created":"cryptosuite":"eddsa-rdfc-2022","verificationMethod":"did:key:z6Mk',
  '#z6Mk"proofPurpose":"assertionMethod","proofValue":"z"}]}',
  '"credentialStatus":{"id":"https://","type":"BitstringStatusListEntry","1EdTechRevocationList","statusPurpose":"revocation",',
  '"statusListIndex":"statusListCredential":"https://"credentialSchema":[{"id":"https://purl.imsglobal.org/spec/ob/v3p0/schema/json/',
  'ob_v3p0_achievementcredential_schema.json","type":"1EdTechJsonSchemaValidator2019"}],',
  '{"alg":"RS256","typ":"JWT","kid":"{"alg":"EdDSA","typ":"vc+jwt","kid":"did:key:z6Mk\u001e{"iss":"did:key:z6Mk","jti":"urn:uuid:","sub":"did:',
  '"nbf":\u0008,"exp":\u0008,"vc":{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/',
  'context-3.0.3.json"],"id":"urn:uuid:","type":["VerifiableCredential","OpenBadgeCredential","AchievementCredential"],"name":"',
  '"issuer":{"id":"https://","type":["Profile"],"name":"url":"https://","email":"',
  '"validFrom":"2025-01-01T00:00:00Z","credentialSubject":{"id":"did:","type":["AchievementSubject"],"achievement":{"id":"urn:uuid:',
  '"type":["Achievement"],"achievementType":"MicroCredential","Course","Certificate","Diploma","name":"description":"',
  '"criteria":{"narrative":"',
];

/** Claim names and values of educational SD-JWT VCs. */
const CLAIMS = [
  '","personal_administrative_number","place_of_birth","nationality","nationalities","address","country","locality","street_address","',
  'email","emailAddress","phone_number","birthdate","birth_date","given_name","family_name","sub","status":{"status_list":{"idx":',
  ',"uri":"https://","x5c":["\u0007","vct#integrity":"sha256-","nbf":\u0008,"exp":\u0008,"jti":"urn:uuid:","sub":"did:jwk:","vct":"urn:eudi:',
  'micro_credential:1","urn:eudi:diploma:1","https://","attestation_legal_category":"non-qualified-EAA","trust_anchor":"https://',
  '","awardingBodyIdentifier","awardingBodyAddress","awardingBodyHomepage","https://www.',
  '","accreditation",{"title":"type":"accreditingAgent":"decision":"approved","decisionDate":"reviewDate":"',
  '","partOfQualification","stackable",true]false]\u001f["\u0002","gradingScheme","Pass/Fail","U, G, VG","grade","Godkänd","Pass","',
  'supervision","idVerificationMethod","nationalQualificationsFrameworkLevel","SeQF-7","escoReference",["http://data.europa.eu/esco/skill/',
  '","fieldOfEducation","0113","language","languageOfInstruction","sv","en","prerequisites","',
  'qualityAssurance","institutional-accreditation","formOfParticipation","blended","online","onsite","',
  'typeOfAssessment","written-examination","portfolio","practical-examination","learningOutcomes",["',
  '","notionalWorkload",{"value":"unit":"hp"}]\u001f["\u0002","notionalWorkload",{"value":3,"unit":"ECTS"}]\u001f["\u0002","',
  'level","EQF-6"]\u001f["\u0002","level","EQF-7"]\u001f["\u0002","issuanceDate","2026-2025-01-02-03-04-05-06-07-08-09-10-11-12-',
  '"]\u001f["\u0002","awardingBody","universitet"]\u001f["\u0002","issuerCountry","SE"]\u001f["\u0002","identifier","MC-2026-',
  '"]\u001f["\u0002","dateOfBirth","19"]\u001f["\u0002","givenName","familyName","title","',
];

/** The skeleton of an SD-JWT VC with key binding. */
const SKELETON = [
  '{"typ":"dc+sd-jwt","alg":"ES256","kid":"{"alg":"ES384","typ":"vc+sd-jwt","kid":"{"alg":"ES256","typ":"dc+sd-jwt","kid":"',
  '"}\u001e{"iss":"https://","iat":\u0008,"exp":\u0008,"vct":"VerifiableMicroCredential","cnf":{"jwk":{"kty":"EC","crv":"P-256",',
  '"x":"\u0001","y":"\u000e"}},"_sd_alg":"sha-256"}\u001e\u0011\u001f["\u0002","',
  '","cnf":{"jwk":{"kty":"EC","crv":"P-256","x":"\u0001","y":"\u000f"}},"_sd":["\u0001","\u0001","\u0003\u0000","\u0003\u0001","\u0003\u0002',
  '","\u0001","\u0001","\u0001","\u0001","\u0001"],"_sd_alg":"sha-256"}\u001e\u0011\u001f["\u0002","givenName","',
  '"]\u001f["\u0002","familyName","',
  '"]\u001f["\u0002","title","',
  '"]\u001f{"typ":"kb+jwt","alg":"ES256"}\u001e{"aud":"urn:meritfolio:show","nonce":"\u0002","iat":\u0008,"exp":\u0008,"sd_hash":"\u0004"}\u001e\u0011',
];

/** UTF-8; its SHA-256 stands in docs/presentation-by-qr.md and in the vectors. */
export const DICTIONARY_1 = encodeUtf8([...WORDS, ...BADGES, ...CLAIMS, ...SKELETON].join(''));

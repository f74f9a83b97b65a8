import {
  all,
  any,
  area,
  heading,
  near,
  not,
  type Proof,
  phrase,
  prefix,
  section,
  topic,
  word,
  year,
} from './scan-passages.ts';

/** A query, how its count is proven without the search, and filters beside it. */
export interface BatteryQuery {
  readonly typed: string;
  readonly proof: Proof;
  readonly beside?: Readonly<Record<string, string>>;
}

const query = (typed: string, proof: Proof, beside: Readonly<Record<string, string>> = {}): BatteryQuery => ({
  typed,
  proof,
  beside,
});

const w = word;
const OFF = { spellings: 'off' };

/** Sixty, of every operator and filter. Their counts are in `battery.csv`, on the samples and on the real pages. */
export const BATTERY: readonly BatteryQuery[] = [
  // Words and their forms.
  query('government', w('government')),
  query('detained', w('detained')),
  query('DETAINEES', w('detainees')),
  query('beatings', w('beatings')),
  query('tortured', w('tortured')),
  query('prison food', all(w('prison'), w('food'))),
  query('law forbids arrest', all(w('law'), w('forbids'), w('arrest'))),
  query('children work', all(w('children'), w('work'))),
  query('2023', w('2023')),
  query('xylophones', w('xylophones')),
  // Phrases.
  query('"detained"', phrase('detained')),
  query('"detention"', phrase('detention')),
  query('"human rights"', phrase('human rights')),
  query('“Rule of Law”', phrase('rule of law')),
  query('"the law forbids"', phrase('the law forbids')),
  query('"prison conditions" "human rights"', all(phrase('prison conditions'), phrase('human rights'))),
  query('"antisemitism', phrase('antisemitism')),
  // AND, OR, NOT, -, parentheses.
  query('prison AND women', all(w('prison'), w('women'))),
  query('prison OR barracks', any(w('prison'), w('barracks'))),
  query('prison or barracks', all(w('prison'), w('or'), w('barracks'))),
  query('soldiers NOT villagers', all(w('soldiers'), not(w('villagers')))),
  query('soldiers -villagers -Front', all(w('soldiers'), not(w('villagers')), not(w('front')))),
  query('police OR guard AND women', any(w('police'), all(w('guard'), w('women')))),
  query('(police OR guard) AND women', all(any(w('police'), w('guard')), w('women'))),
  query(
    '(judge OR court) (land OR bribery) -prison',
    all(any(w('judge'), w('court')), any(w('land'), w('bribery')), not(w('prison'))),
  ),
  query(
    '((torture OR beating) (prison OR police)) OR "solitary confinement"',
    any(all(any(w('torture'), w('beating')), any(w('prison'), w('police'))), phrase('solitary confinement')),
  ),
  query('NOT the', not(w('the'))),
  query('women NOT (rape OR violence)', all(w('women'), not(any(w('rape'), w('violence'))))),
  query('law NOT NOT forbids', all(w('law'), w('forbids'))),
  query('crime -"is a crime"', all(w('crime'), not(phrase('is a crime')))),
  // NEAR.
  query('prison NEAR/5 inmates', near('prison', 'inmates', 5)),
  query('inmates NEAR/5 prison', near('inmates', 'prison', 5)),
  query('judge NEAR/1 agreed', near('judge', 'agreed', 1)),
  query('"human rights" NEAR/3 abuses', near('"human rights"', 'abuses', 3)),
  query('"human rights" NEAR/10 "rights abuses"', near('"human rights"', '"rights abuses"', 10)),
  query('prison NEAR/8 prison', near('prison', 'prison', 8)),
  query('women NEAR/0 men', near('women', 'men', 0)),
  query(
    '(women OR children) NEAR/4 (rape OR violence)',
    any(
      near('women', 'rape', 4),
      near('women', 'violence', 4),
      near('children', 'rape', 4),
      near('children', 'violence', 4),
    ),
  ),
  query(
    'torture NEAR/6 police NEAR/6 prison',
    all(near('torture', 'police', 6), near('police', 'prison', 6)),
  ),
  // Beginnings of words.
  query('journalis*', prefix('journalis')),
  query('pris*', prefix('pris')),
  query('"of the pri"*', prefix('of the pri')),
  query('imprison* -prison*', all(prefix('imprison'), not(prefix('prison')))),
  // Headings.
  query('heading:torture', heading('torture')),
  query(
    'heading:"internet freedom" network',
    all(({ headings }) => headings.some((one) => / internet freedom /.test(one)), w('network')),
  ),
  query('heading:women violence', all(heading('women'), w('violence'))),
  query(
    'violence -heading:(women OR children)',
    all(w('violence'), not(any(heading('women'), heading('children')))),
  ),
  // Filters, among the words and beside them.
  query('prison year:2023', all(w('prison'), year(2023))),
  query('prison year:2022-2023 -food', all(w('prison'), year(2022, 2023), not(w('food')))),
  query('court section:1.e', all(w('court'), section('1.e'))),
  query('doctor topic:prison-conditions', all(w('doctor'), topic('prison-conditions'))),
  query('law NOT year:2024', all(w('law'), not(year(2024)))),
  query('judges', all(w('judges'), year(2022, 2024), section('1.d')), {
    years: '2022-2024',
    sections: '1.d',
  }),
  query('the', all(w('the'), year(2024)), { years: '2024' }),
  query('women area:zza OR women area:mali', all(w('women'), area('zza', 'mli'))),
  query('beds', all(w('beds'), area('zzc', 'fra')), { areas: 'zzc,fra' }),
  // Hyphens, diacritics and related spellings.
  query('check-ups', w('check ups')),
  query('Turkiye', w('Türkiye'), OFF),
  query('Türkiye', any(w('Türkiye'), w('Turkey'))),
  query('labor', w('labor'), OFF),
  query('labor', any(w('labor'), w('labour'))),
  query('anti-Semitism', any(w('anti semitism'), w('antisemitism'), w('antisemitic'), w('anti semitic'))),
  query('FGM', any(w('fgm'), w('fgm c'), w('female genital mutilation'))),
];

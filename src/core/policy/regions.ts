/**
 * Countries as ISO 3166-1 alpha-2 names them (249 officially assigned codes), and the European Union as a group of them.
 * Codes: github.com/lukes/ISO-3166-Countries-with-Regional-Codes@035866a, slim-2.csv. Members of the Union: Unicode CLDR,
 * github.com/unicode-org/cldr@001d131, common/supplemental/supplementalData.xml, territory containment of `EU`.
 */
const COUNTRY_CODES = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG ' +
    'CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL ' +
    'GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA ' +
    'LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP ' +
    'NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV ' +
    'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

export const EUROPEAN_UNION = 'EU';

const EU_MEMBERS = new Set(
  'AT BE CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT SE SI SK BG RO'.split(' '),
);

/** Upper case is expected. */
export function isCountryCode(code: string): boolean {
  return COUNTRY_CODES.has(code);
}

/** In a list of origins two letters are a country, in any case; longer words are organizations. */
export function looksLikeCountry(origin: string): boolean {
  return /^[A-Za-z]{2}$/.test(origin);
}

export function countryCodes(): readonly string[] {
  return [...COUNTRY_CODES];
}

/** Whether a country or `EU` lies in a country or `EU`. */
export function isWithin(place: string, region: string): boolean {
  return place === region || (region === EUROPEAN_UNION && EU_MEMBERS.has(place));
}

/** Whether two places have people in common: the Union and one of its members do. */
export function regionsMeet(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

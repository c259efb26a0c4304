// Writes intl.json: what the Intl of Node, which has the CLDR too, makes of dates, ranges, times, numbers, lists and plurals.
// Run: node intl.mjs > intl.json
const languages = 'de en ar fa fa-AF uk ru tr fr ti ku ckb ps so am sq ro bg pl vi es sr it hr'.split(' ');
const extension = '-u-ca-gregory-nu-latn';
const days = ['2027-01-12', '2027-02-15', '2027-03-05', '2027-04-01', '2027-05-22', '2027-06-30', '2027-07-04',
  '2027-08-09', '2027-09-29', '2027-10-07', '2027-11-19', '2027-12-31', '2028-02-29'];
const ranges = [['2027-02-15', '2027-02-20'], ['2027-03-05', '2027-03-06'], ['2027-02-15', '2027-03-02'],
  ['2027-12-28', '2028-01-03'], ['2027-09-01', '2027-09-30']];
const clocks = ['00:00', '08:30', '12:05', '23:59'];
const clockRanges = [['17:00', '19:30'], ['08:05', '12:00'], ['09:00', '09:45']];
const styles = {
  full: {dateStyle: 'full'},
  long: {dateStyle: 'long'},
  medium: {dateStyle: 'medium'},
  weekdayDayMonth: {weekday: 'long', day: 'numeric', month: 'long'},
  dayMonth: {day: 'numeric', month: 'long'},
  yearMonth: {month: 'long', year: 'numeric'},
};
const lists = [['A'], ['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D', 'E']];
const numbers = [0, 7, -7, 999, 1000, 2027, 10000, 123456, 1234567, -1234567];
const hundredths = [0, 5, 50, 150, 1250, -1250, 1200, 123456, 1234567];
const cents = [0, 5, 1250, 1200, 100000, 123456, 1234567, -1250];
const letters = {zero: 'z', one: '1', two: '2', few: 'f', many: 'm', other: 'o'};

const day = (text) => new Date(text + 'T00:00:00Z');
const time = (text) => new Date('2027-01-01T' + text + ':00Z');
const table = (keys, write) => Object.fromEntries(keys.map((key) => [Array.isArray(key) ? key.join('..') : String(key), write(key)]));
const plurals = (code, type) => {
  const rules = new Intl.PluralRules(code, {type});
  return Array.from({length: 201}, (_, n) => letters[rules.select(n)]).join('');
};

function one(language) {
  const code = language + extension;
  const dates = (options) => new Intl.DateTimeFormat(code, {timeZone: 'UTC', ...options});
  const clock = dates({hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
  const euro = (options) => new Intl.NumberFormat(code, {style: 'currency', currency: 'EUR', currencyDisplay: 'narrowSymbol', ...options});
  return {
    dates: table(Object.keys(styles), (style) => table(days, (d) => dates(styles[style]).format(day(d)))),
    ranges: table(Object.keys(styles), (style) => table(ranges, ([a, b]) => dates(styles[style]).formatRange(day(a), day(b)))),
    clocks: table(clocks, (c) => clock.format(time(c))),
    clockRanges: table(clockRanges, ([a, b]) => clock.formatRange(time(a), time(b))),
    numbers: table(numbers, (n) => new Intl.NumberFormat(code).format(n)),
    decimals: table(hundredths, (n) => new Intl.NumberFormat(code, {maximumFractionDigits: 2}).format(n / 100)),
    money: table(cents, (n) => euro({minimumFractionDigits: n % 100 ? 2 : 0, maximumFractionDigits: 2}).format(n / 100)),
    and: table(lists, (items) => new Intl.ListFormat(code).format(items)),
    or: table(lists, (items) => new Intl.ListFormat(code, {type: 'disjunction'}).format(items)),
    cardinals: plurals(code, 'cardinal'),
    ordinals: plurals(code, 'ordinal'),
  };
}

const known = languages.filter((language) => Intl.DateTimeFormat.supportedLocalesOf(language).length > 0);
console.log(JSON.stringify({cldr: process.versions.cldr, languages: table(known, one)}, null, 1));

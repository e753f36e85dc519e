import { hubHome, mailFolder } from './hub-home.js';
import { type CapturedLetter, lettersIn } from './letters.js';
import { table } from './table.js';

/**
 * `npm run -s mail`: the letters that the hub on this machine has written, captured instead of sent.
 * `npm run -s mail -- claire` shows those with a word, `npm run -s mail -- 3` reads one.
 */
const [wanted = ''] = process.argv.slice(2);
const numbered = (await lettersIn(mailFolder(hubHome()))).map((letter, index) => ({ ...letter, number: index + 1 }));
const one = /^\d+$/.test(wanted) ? numbered.find(({ number }) => number === Number(wanted)) : undefined;

if (one) console.log(shown(one));
else {
  const found = numbered.filter((letter) => shown(letter).toLowerCase().includes(wanted.toLowerCase()));
  console.log(
    found.length === 0
      ? 'No letter.'
      : table(
          ['number', 'to', 'language', 'subject'],
          found.map(({ number, to, language, subject }) => [String(number), to, language, subject]),
        ),
  );
}

function shown({ to, date, subject, text }: CapturedLetter): string {
  return `To: ${to}\nDate: ${date}\nSubject: ${subject}\n\n${text}`;
}

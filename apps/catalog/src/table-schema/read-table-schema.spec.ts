import { readCodeList } from '../code-list/read-code-list.js';
import type { Problem } from '../description/json.js';
import { readCsv } from './csv.js';
import { decodeText, repairMojibake } from './decode-text.js';
import { readTableSchema } from './read-table-schema.js';

const options = { personalKeys: new Set(['BEN_NIR_PSA']), language: 'fr' };
const schema = {
  name: 'ER_PRS_F',
  title: 'Table des prestations',
  fields: [
    {
      name: 'BEN_NIR_PSA',
      type: 'string',
      description: 'Identifiant',
      length: '17',
      nomenclature: '-',
      dateCreated: '2006',
    },
    {
      name: 'EXE_SOI_DTD',
      type: 'date',
      format: '%d%m%Y',
      description: 'Date des soins',
      nomenclature: 'IR_DTE_V:DTE_DTE',
      dateDeleted: '01/01/2013',
    },
    {
      name: 'BSE_REM_MNT',
      type: 'number',
      length: '11,2',
      constraints: { required: true },
      format: 'default',
      observation: 'Montant',
      regle_gestion: 'Arrondi',
    },
  ],
  primaryKey: 'BEN_NIR_PSA',
  foreignKeys: [
    { fields: 'EXE_SOI_DTD', reference: { resource: 'IR_DTE_V', fields: 'DTE_DTE' }, description: 'Nomenclature' },
    { fields: ['BEN_NIR_PSA'], reference: { resource: 'IR_BEN_R', fields: ['BEN_NIR_PSA'] } },
  ],
};

describe('a Table Schema', () => {
  it('becomes a table with variables, keys and the code lists they refer to', () => {
    const problems: Problem[] = [];
    const read = readTableSchema(schema, 'tables[0]', options, problems);
    expect(problems).toEqual([]);
    expect(read?.findings).toEqual([]);
    expect(read?.table).toEqual({
      name: 'ER_PRS_F',
      title: { fr: 'Table des prestations' },
      keywords: {},
      primaryKey: ['BEN_NIR_PSA'],
      foreignKeys: [
        { columns: ['EXE_SOI_DTD'], target: 'IR_DTE_V', targetColumns: ['DTE_DTE'], to: 'code-list' },
        { columns: ['BEN_NIR_PSA'], target: 'IR_BEN_R', targetColumns: ['BEN_NIR_PSA'], to: 'table' },
      ],
      variables: [
        {
          name: 'BEN_NIR_PSA',
          label: {},
          description: { fr: 'Identifiant' },
          type: 'string',
          length: '17',
          required: false,
          personalKey: true,
          created: '2006',
        },
        {
          name: 'EXE_SOI_DTD',
          label: {},
          description: { fr: 'Date des soins' },
          type: 'date',
          format: '%d%m%Y',
          codeList: { name: 'IR_DTE_V', column: 'DTE_DTE' },
          required: false,
          personalKey: false,
          deleted: '2013',
        },
        {
          name: 'BSE_REM_MNT',
          label: {},
          description: {},
          type: 'number',
          length: '11,2',
          required: true,
          personalKey: false,
          note: 'Montant\nArrondi',
        },
      ],
    });
  });

  it('tells everything that is wrong with its path, at once', () => {
    const problems: Problem[] = [];
    const broken = {
      name: 'T',
      fields: [{ name: 'A' }, {}, 'B'],
      foreignKeys: [{ fields: ['A', 'B'], reference: { resource: 'U', fields: ['X'] } }, {}],
    };
    readTableSchema(broken, 't', options, problems);
    expect(problems.map((each) => each.path)).toEqual([
      't.fields[1].name',
      't.fields[2]',
      't.foreignKeys[0]',
      't.foreignKeys[1]',
    ]);
  });

  it('keeps a key over a column that the table does not have, and says so', () => {
    const read = readTableSchema({ ...schema, primaryKey: ['NOWHERE'] }, 't', options, []);
    expect(read?.findings).toMatchObject([{ code: 'unknown-column', property: 'primaryKey' }]);
  });
});

describe('a code list', () => {
  const roles = { fields: [{ name: 'KEY' }, { name: 'LibellÃ©', role: 'label' }, { name: 'CODE', role: 'code' }] };

  it('takes code and label from the roles of its schema, even where the header was mangled', () => {
    const list = readCodeList({ name: 'L', csv: 'KEY;Libellé;CODE\n1;Un;A\n', schema: roles }, 'l', []);
    expect(list).toMatchObject({ codeColumn: 'CODE', codes: [{ code: 'A', label: 'Un', cells: ['1', 'Un', 'A'] }] });
  });

  it('guesses them from the header without a schema', () => {
    expect(readCodeList({ name: 'L', csv: 'SEX_COD,X,SEX_LIB\n1,?,Masculin\n' }, 'l', [])?.codes[0]).toMatchObject({
      code: '1',
      label: 'Masculin',
    });
    expect(readCodeList({ name: 'L', csv: 'a\tb\n1\tone\n' }, 'l', [])?.codes[0]).toMatchObject({
      code: '1',
      label: 'one',
    });
  });

  it('refuses an empty file', () => {
    const problems: Problem[] = [];
    expect(readCodeList({ name: 'L', csv: 'a;b\n' }, 'l', problems)).toBeUndefined();
    expect(problems).toHaveLength(1);
  });
});

describe('files as they come', () => {
  it('have quotes, line ends inside them, any delimiter and a byte order mark', () => {
    expect(readCsv('\ufeffa;b\r\n"x;""y""\nz";2\r\n;\r\n')).toEqual({ header: ['a', 'b'], rows: [['x;"y"\nz', '2']] });
    expect(readCsv('"a,b"|c\n1|')).toEqual({ header: ['a,b', 'c'], rows: [['1', '']] });
    expect(readCsv('a\n"never closed')).toEqual({ header: ['a'], rows: [['never closed']] });
  });

  it('are UTF-8, UTF-16 or Windows-1252', () => {
    expect(decodeText(Buffer.from('décès'))).toBe('décès');
    expect(decodeText(Buffer.from('d\xe9c\xe8s \x92', 'latin1'))).toBe('décès ’');
    expect(decodeText(Buffer.from('\ufeffdécès', 'utf16le'))).toBe('décès');
    expect(repairMojibake('LibellÃ©')).toBe('Libellé');
    expect(repairMojibake('Libellé')).toBe('Libellé');
  });
});

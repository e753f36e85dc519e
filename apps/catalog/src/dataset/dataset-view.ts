import type { DatasetDescription, Table, Variable } from '../description/dataset-description.js';
import type { PresentDataset } from './dataset.js';

/** A table without its variables, with how many there are. */
export type TableSummary = Omit<Table, 'variables'> & { readonly variables: number };

const summary = ({ variables, ...table }: Table): TableSummary => ({ ...table, variables: variables.length });

/** A dataset as everybody sees it: with all its tables, without their variables unless asked for. */
export function datasetView(id: string, version: number, state: PresentDataset, full: boolean) {
  const { tables, ...description } = state.description;
  return {
    id,
    version,
    status: state.status,
    holderId: state.holderId,
    description: full ? state.description : description,
    tables: tables.map(summary),
  };
}

export interface TableView extends Omit<Table, 'variables'> {
  readonly variables: readonly (Variable & { readonly codeListId?: string })[];
  /** Keys of other tables of the dataset that point here. */
  readonly referencedBy: readonly {
    readonly table: string;
    readonly columns: readonly string[];
    readonly targetColumns: readonly string[];
  }[];
}

/** `codeLists`: the ids of those of the holder's code lists that are in the catalogue, by name. */
export function tableView(
  description: DatasetDescription,
  table: Table,
  codeLists: ReadonlyMap<string, string>,
): TableView {
  return {
    ...table,
    variables: table.variables.map((variable) => {
      const codeListId = variable.codeList && codeLists.get(variable.codeList.name);
      return codeListId ? { ...variable, codeListId } : variable;
    }),
    referencedBy: description.tables.flatMap((other) =>
      other.foreignKeys
        .filter((key) => key.to === 'table' && key.target === table.name)
        .map(({ columns, targetColumns }) => ({ table: other.name, columns, targetColumns })),
    ),
  };
}

export const codeListNames = (table: Table): string[] => [
  ...new Set(table.variables.flatMap((variable) => variable.codeList?.name ?? [])),
];

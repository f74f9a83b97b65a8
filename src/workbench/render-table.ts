// The doors know no room behind the workbench, and give tables of their own.
export { type DataTable, renderTable } from '../export/render-table.ts';

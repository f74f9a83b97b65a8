/** Stands wherever something is shown as missing, removed or not found. */
export const ABSENCE_NOTE = 'Absence of reporting is not evidence of absence.';

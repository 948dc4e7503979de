/**
 * SQL: the one reason by which a decision is counted: what ended the matter, else "chosen", else that of the first
 * candidate. What retention has emptied keeps it as `main`.
 */
export const mainReasonSql = `coalesce(
  d.reasons->>'main',
  case when d.outcome = 'offered' then 'chosen' end,
  d.reasons->>'general',
  d.reasons->'candidates'->0->>'code',
  'noOffers')`;

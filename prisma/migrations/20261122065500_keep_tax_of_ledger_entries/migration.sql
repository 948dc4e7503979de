-- AlterTable
ALTER TABLE "ledger_entries" ADD COLUMN     "tax_minor" BIGINT NOT NULL DEFAULT 0;

-- What was recorded before holds the tax that the order's line is known to have; each entry the difference that it makes to
-- the tax of what is kept, so that what was given back in full has none.
UPDATE ledger_entries e SET tax_minor = round(k.kept * k.share) - round((k.kept - k.amount_minor) * k.share)
FROM (
  SELECT n.shop, n.id, n.amount_minor, l.tax_minor::numeric / l.total_minor AS share,
         sum(n.amount_minor) OVER (PARTITION BY n.shop, n.decision_id, n.line_id ORDER BY n.recorded_at, n.id) AS kept
  FROM ledger_entries n
  JOIN orders o ON o.shop = n.shop AND o.id = n.order_id AND o.taxes_included
  JOIN order_lines l ON l.shop = n.shop AND l.order_id = n.order_id AND l.id = n.line_id AND l.total_minor > 0 AND l.tax_minor > 0
) k
WHERE e.shop = k.shop AND e.id = k.id;

-- Tax that becomes known later is an entry of its own now, so that entries alone change the figures; what is rolled up has
-- the revenue with tax in it and is begun anew.
DROP TRIGGER order_figures_tax_delete ON orders;
DROP TRIGGER order_figures_tax_update ON orders;
DROP FUNCTION note_tax_change();
DELETE FROM figure_states;

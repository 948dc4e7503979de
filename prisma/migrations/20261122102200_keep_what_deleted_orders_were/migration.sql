-- AlterTable
ALTER TABLE "deleted_orders" ADD COLUMN     "financial_status" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "test" BOOLEAN NOT NULL DEFAULT false;

-- Orders that were deleted before earn nothing either.
INSERT INTO ledger_entries (shop, id, source_key, decision_id, order_id, line_id, kind, amount_minor, tax_minor, currency, happened_at, recorded_at)
SELECT e.shop, gen_random_uuid(), 'deletion:' || k.own, e.decision_id, e.order_id, e.line_id, 'deletion', -sum(e.amount_minor), -sum(e.tax_minor), e.currency, d.deleted_at, now()
FROM deleted_orders d
JOIN ledger_entries e ON e.shop = d.shop AND e.order_id = d.id
CROSS JOIN LATERAL (SELECT substring(e.source_key from '([0-9a-f-]{36})(?:#[0-9]+)?$') AS own) k
WHERE k.own IS NOT NULL
GROUP BY e.shop, k.own, e.decision_id, e.order_id, e.line_id, e.currency, d.deleted_at
HAVING sum(e.amount_minor) <> 0 OR sum(e.tax_minor) <> 0;

-- What was chosen of blocks stays accepted when its order is deleted; what is rolled up lacks it and is begun anew.
DELETE FROM figure_states;

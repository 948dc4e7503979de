-- CreateIndex
CREATE INDEX "reorder_weeks_shop_week_dues_product_id_idx" ON "reorder_weeks"("shop", "week", "dues" DESC, "product_id");

-- CreateIndex
CREATE INDEX "flow_events_shop_trigger_sent_at_idx" ON "flow_events"("shop", "trigger", "sent_at");

-- All weeks of a product together, so that those with most dues are found without adding up every product's.
INSERT INTO reorder_weeks (shop, product_id, week, dues) SELECT shop, product_id, '-infinity', sum(dues) FROM reorder_weeks GROUP BY 1, 2;
